/** `briefdeck draft` at the edge: reads the sources, and writes the folder of a brief. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../core/folders.js';
import { sha256 } from '../core/hash.js';
import { UsageError } from '../core/problem.js';
import { draft } from '../draft/draft.js';
import { readSources } from '../draft/read/read.js';
import type { Draft } from '../draft/result.js';
import { writeYaml } from '../draft/write-yaml.js';
import { parseDate } from '../load/dates.js';

/** Drafts a brief from files. Throws {@link UsageError} for a date that is none. */
export async function draftFiles(files: readonly string[], date: string | undefined): Promise<Draft> {
  if (date !== undefined && parseDate(date)?.precision !== 'day')
    throw new UsageError(`"${date}" is no day.`, 'Write the day of the article: --date 2026-03-02.');
  const texts = await readSources(files);
  return draft(texts, { date, today: new Date().toISOString().slice(0, 10) });
}

/** Writes a draft into a folder that is new or empty. Returns the file of the brief. */
export async function writeDraft(drafted: Draft, out: string | undefined): Promise<string> {
  const folder = out ?? drafted.brief.id;
  await makeFolder(folder).catch(() => {
    throw new UsageError(`"${folder}" cannot be made a folder.`, 'Name a folder that is new or empty.');
  });
  if ((await readdir(folder)).length > 0)
    throw new UsageError(
      `"${folder}" is not empty.`,
      'Name a folder that is new or empty with --out: nothing is overwritten.',
    );
  await mkdir(path.join(folder, 'sources'));
  const sources = { ...drafted.brief.sources };
  for (const { id, file, text } of drafted.sources) {
    await writeFile(path.join(folder, file), text);
    const source = sources[id];
    if (source) sources[id] = { ...source, sha256: sha256(text) };
  }
  const file = path.join(folder, 'brief.yaml');
  await writeFile(file, writeYaml({ ...drafted, brief: { ...drafted.brief, sources } }));
  return file;
}
