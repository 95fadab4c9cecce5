/** What the rules find in the base brief after some edits; and what is expected of faults and of their clean twins. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { BriefError, type Problem } from '../../src/core/problem.js';
import { FORMATS } from '../../src/formats/index.js';
import { makeDecks } from '../../src/pipeline/make.js';
import { sharedResources } from '../decks/browser.js';
import { folderOf } from '../load/folder-of.js';
import type { Edit, Fault } from './faults.js';

const BASE = fileURLToPath(new URL('base/', import.meta.url));
const TEMPLATES = fileURLToPath(new URL('../../templates/', import.meta.url));
const resources = sharedResources();

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
        resources,
      )
    ).warnings;
  } catch (error) {
    if (!(error instanceof BriefError)) throw error;
    return error.problems;
  }
}

/** Each fault must be found in decks of these lengths. */
export function expectFound(faults: readonly Fault[], length: string): void {
  const missed: string[] = [];
  afterAll(() => console.log(`faults: ${faults.length - missed.length} caught, ${missed.length} missed`));
  it.each(faults)('is found: $rule, $name', async ({ rule, name, edits, language }) => {
    const codes = (await problemsWith(edits, [length], language)).map((problem) => problem.code);
    if (!codes.includes(rule)) missed.push(name);
    expect(codes).toContain(rule);
  });
}

/** No twin may be taken for a fault. */
export function expectClean(twins: readonly Omit<Fault, 'rule'>[]): void {
  const alarms: string[] = [];
  afterAll(() =>
    console.log(`clean twins: ${twins.length - alarms.length} passed, ${alarms.length} false alarms`),
  );
  it.each(twins)('passes: $name', async ({ name, edits }) => {
    const messages = (await problemsWith(edits, ['full'])).map((problem) => problem.message);
    if (messages.length > 0) alarms.push(name);
    expect(messages).toEqual([]);
  });
}
