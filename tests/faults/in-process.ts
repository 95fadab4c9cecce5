/** What the rules on briefs find in a brief after some edits of its file: nothing is drawn, and no browser starts. */
import { readFileSync } from 'node:fs';
import { sha256 } from '../../src/core/hash.js';
import { BriefError } from '../../src/core/problem.js';
import { inDeckLanguage, type LoadedBrief, loadBrief } from '../../src/load/load.js';
import { parseBrief } from '../../src/load/parse.js';
import { readData } from '../../src/load/read.js';
import { checkBrief } from '../../src/rules/brief/check.js';
import { problemsOf } from '../../src/rules/findings.js';
import type { Edit } from './faults.js';

const known = new Map<string, Promise<LoadedBrief>>();

/** The codes of what is found in the brief of a folder after some edits, in the language of a deck. */
export async function codesWith(
  folder: string,
  edits: readonly Edit[],
  language?: string,
): Promise<string[]> {
  const file = `${folder}/brief.yaml`;
  const loading = known.get(file) ?? loadBrief(file);
  known.set(file, loading);
  const loaded = await loading;
  const text = edited(
    readFileSync(file, 'utf8'),
    edits.filter((edit) => edit.file === 'brief.yaml'),
  );
  const { brief, translations, problems } = parseBrief(readData(Buffer.from(text), file));
  if (!brief || problems.length > 0) throw new BriefError(problems);
  const archives = new Map(
    [...loaded.archives].map(([id, archive]) => {
      const own = edits.filter((edit) => edit.file === brief.sources[id]?.text);
      const after = edited(archive.text, own);
      return [id, { text: after, sha256: sha256(after) }];
    }),
  );
  const checked = inDeckLanguage({ ...loaded, brief, translations, archives }, language);
  return problemsOf(checkBrief(checked).findings, checked, {}).map(({ code }) => code);
}

/** An edit that changes nothing tries nothing. */
function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((before, { file, from = '', to }) => {
    const after = before.replace(from.includes('[0-9a-f]') ? new RegExp(from) : from, () => to);
    if (after === before) throw new Error(`${file} has no "${from}"`);
    return after;
  }, text);
}
