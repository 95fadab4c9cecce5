/** Every rule is tried: faults of each kind must be found, and what only looks like one must pass. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { BriefError, type Problem } from '../../src/core/problem.js';
import { FORMATS } from '../../src/formats/index.js';
import { makeDecks } from '../../src/pipeline/make.js';
import { RULE_IDS } from '../../src/rules/registry.js';
import { PdfReader } from '../../src/unpack/pdf-reader.js';
import { sharedBrowser } from '../decks/browser.js';
import { folderOf } from '../load/folder-of.js';
import { BRIEF_FAULTS, BRIEF_TWINS, DECK_FAULTS, DECK_TWINS, type Edit } from './faults.js';

const BASE = fileURLToPath(new URL('base/', import.meta.url));
const TEMPLATES = fileURLToPath(new URL('../../templates/', import.meta.url));
const pool = sharedBrowser();
const pdfs = new PdfReader();
afterAll(() => pdfs.close());

const tally = { caught: 0, missed: [] as string[], clean: 0, alarms: [] as string[] };
afterAll(() => {
  const { caught, missed, clean, alarms } = tally;
  console.log(
    `faults: ${caught} caught, ${missed.length} missed; clean twins: ${clean} passed, ${alarms.length} false alarms`,
  );
});

/** The base brief and its templates with some edits: what the rules find in the decks of one audience. */
async function problemsWith(
  edits: readonly Edit[],
  lengths: readonly string[],
  language?: string,
): Promise<readonly Problem[]> {
  const folder = await folderOf({ 'templates/.keep': '' });
  await cp(BASE, folder, { recursive: true });
  for (const { file, from, to } of edits) {
    const target = path.join(folder, file);
    const source = file.startsWith('templates/') ? path.join(TEMPLATES, '..', file) : target;
    const before = await readFile(target, 'utf8').catch(() => readFile(source, 'utf8').catch(() => ''));
    const pattern = from === undefined ? /$(?![\s\S])/ : from.includes('[0-9a-f]') ? new RegExp(from) : from;
    const after = before.replace(pattern, () => to);
    // An edit that changes nothing tries nothing.
    if (after === before) throw new Error(`${file} has no "${from}"`);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, after);
  }
  const options = {
    briefs: [folder],
    audiences: ['analyst'],
    theme: 'plain',
    language,
    lengths,
    templates: path.join(folder, 'templates'),
  };
  try {
    return (
      await makeDecks(
        options,
        {
          formats: FORMATS.filter(({ isChecked }) => isChecked),
          editions: ['audience', 'speaker'],
          paper: 'a4',
        },
        pool,
        pdfs,
      )
    ).warnings;
  } catch (error) {
    if (!(error instanceof BriefError)) throw error;
    return error.problems;
  }
}

describe('a fault', () => {
  it.each(BRIEF_FAULTS)('of a brief is found: $rule, $name', async ({ rule, name, edits, language }) => {
    await expectCaught(await problemsWith(edits, ['flash'], language), rule, name);
  });

  it.each(DECK_FAULTS)('of a deck is found: $rule, $name', async ({ rule, name, edits }) => {
    await expectCaught(await problemsWith(edits, ['full']), rule, name);
  });

  async function expectCaught(problems: readonly Problem[], rule: string, name: string): Promise<void> {
    const isCaught = problems.some((problem) => problem.code === rule);
    if (isCaught) tally.caught++;
    else tally.missed.push(name);
    expect(problems.map((problem) => problem.code)).toContain(rule);
  }
});

describe('a clean twin', () => {
  it.each([...BRIEF_TWINS, ...DECK_TWINS])('passes: $name', async ({ name, edits }) => {
    const problems = await problemsWith(edits, ['full']);
    if (problems.length === 0) tally.clean++;
    else tally.alarms.push(name);
    expect(problems.map((problem) => problem.message)).toEqual([]);
  });
});

describe('the rules', () => {
  /** These hold by construction; no edit of a brief or a template breaks them. */
  const CONSTRUCTED = ['agreement', 'nesting', 'over-time', 'language', 'pdf-pages', 'pdf-tags'];

  it('are tried by faults of their own', () => {
    const tried = new Set([...BRIEF_FAULTS, ...DECK_FAULTS].map(({ rule }) => rule));
    expect(RULE_IDS.filter((rule) => !tried.has(rule)).sort()).toEqual(CONSTRUCTED.sort());
  });
});
