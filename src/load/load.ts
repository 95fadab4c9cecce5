/** The first stage: a folder or file to a brief with all that it refers to, or every problem of it at once. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { BriefError, byPlace, type Problem, UsageError } from '../problem.js';
import { OutsideFolder, resolveInside } from './folder.js';
import { showPath } from './issues.js';
import { parseBrief } from './parse.js';
import { MAX_BYTES, type Reading, readData, tooLarge } from './read.js';
import type { Brief } from './schema.js';
import { checkTable } from './shape.js';
import { readTable, type Table } from './table.js';

/** A brief, the tables its charts draw, and the hash of the file it was read from. */
export interface LoadedBrief {
  brief: Brief;
  /** Tables of the charts that name a CSV file, by chart id. */
  tables: ReadonlyMap<string, Table>;
  /** Archived texts of the sources that have one, by source id. */
  archives: ReadonlyMap<string, Archive>;
  /** Where a part of the brief stands in its file. */
  placeOf: Reading['placeOf'];
  /** As the user named it. */
  file: string;
  /** SHA-256 of the file, hexadecimal. */
  sha256: string;
}

/** An archived text, and its SHA-256 as it is now. */
export interface Archive {
  text: string;
  sha256: string;
}

const NAMES = ['brief.yaml', 'brief.yml', 'brief.json'];

/** The brief files that a path stands for: the file, the brief in a folder, or the briefs in its sub-folders. */
export async function findBriefs(target: string): Promise<string[]> {
  const found = await stat(target).catch(() => undefined);
  if (!found)
    throw new UsageError(`There is no file or folder "${target}".`, 'Give a folder with a brief.yaml in it.');
  if (found.isFile()) return [target];
  if (!found.isDirectory())
    throw new UsageError(
      `"${target}" is neither a file nor a folder.`,
      'Give a folder with a brief.yaml in it.',
    );
  const own = await briefIn(target);
  if (own) return [own];
  const folders = (await readdir(target, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const below = await Promise.all(folders.map((folder) => briefIn(path.join(target, folder.name))));
  const briefs = below.filter((file) => file !== undefined).sort();
  if (briefs.length === 0) {
    throw new UsageError(`There is no brief in "${target}".`, `A brief is a file named ${NAMES.join(', ')}.`);
  }
  return briefs;
}

async function briefIn(folder: string): Promise<string | undefined> {
  for (const name of NAMES) {
    const file = path.join(folder, name);
    if ((await stat(file).catch(() => undefined))?.isFile()) return file;
  }
  return undefined;
}

/**
 * Reads and checks one brief. Throws {@link BriefError} with every problem found, {@link UsageError} where there is
 * no such file.
 */
export async function loadBrief(file: string): Promise<LoadedBrief> {
  const bytes = await readBytes(file);
  const reading = readData(bytes, file);
  const { brief, problems } = parseBrief(reading);
  const tables = brief ? await loadTables(brief, reading, problems) : new Map<string, Table>();
  const archives = brief ? await loadArchives(brief, reading, problems) : new Map<string, Archive>();
  if (!brief || problems.length > 0) throw new BriefError(inOrder(problems, file));
  return { brief, tables, archives, placeOf: reading.placeOf, file, sha256: sha256(bytes) };
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) throw tooLarge(file, size);
    return await readFile(file);
  } catch (error) {
    if (error instanceof BriefError) throw error;
    throw new UsageError(`"${file}" is no file that can be read.`, 'Give the file of a brief.');
  }
}

/** In the order of the file; what is wrong in the files beside it comes after. */
function inOrder(problems: readonly Problem[], file: string): Problem[] {
  const own = problems.filter((problem) => problem.file === file);
  return [...own.sort(byPlace), ...problems.filter((problem) => problem.file !== file)];
}

async function loadTables(brief: Brief, reading: Reading, problems: Problem[]): Promise<Map<string, Table>> {
  const tables = new Map<string, Table>();
  for (const [i, chart] of brief.charts.entries()) {
    // A broken brief has holes in its lists.
    const wanted = chart?.csv ?? chart?.json;
    if (!chart || !wanted) continue;
    const format = chart.csv ? 'csv' : 'json';
    const text = await readBeside(reading, wanted.file, ['charts', i, format, 'file'], problems);
    if (text === undefined) continue;
    const table = readTable(text, path.join(path.dirname(reading.file), wanted.file), wanted, format);
    if (Array.isArray(table))
      problems.push(...table.map((problem) => ({ ...problem, path: `charts[${i}].${format}` })));
    else {
      tables.set(chart.id, table);
      const at = ['charts', i];
      for (const problem of checkTable(chart, table))
        problems.push({ ...problem, file: reading.file, ...reading.placeOf(at), path: showPath(at) });
    }
  }
  return tables;
}

async function loadArchives(
  brief: Brief,
  reading: Reading,
  problems: Problem[],
): Promise<Map<string, Archive>> {
  const archives = new Map<string, Archive>();
  for (const [id, source] of Object.entries(brief.sources)) {
    if (source.text === undefined) continue;
    const text = await readBeside(reading, source.text, ['sources', id, 'text'], problems);
    if (text !== undefined) archives.set(id, { text, sha256: sha256(text) });
  }
  return archives;
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The text of a file that the brief names, or a problem. */
async function readBeside(
  reading: Reading,
  name: string,
  at: readonly PropertyKey[],
  problems: Problem[],
): Promise<string | undefined> {
  const fail = (code: string, message: string, hint: string) => {
    problems.push({ code, message, hint, file: reading.file, ...reading.placeOf(at), path: showPath(at) });
    return undefined;
  };
  try {
    const file = await resolveInside(path.dirname(reading.file), name);
    if ((await stat(file)).size > MAX_BYTES)
      return fail('too-large', `"${name}" is over 2 MB`, 'Cut it to what is used.');
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof OutsideFolder) {
      return fail(
        'outside',
        `"${name}" is outside the folder of the brief`,
        'Put a copy of the file into the folder.',
      );
    }
    if (error instanceof TypeError)
      return fail('encoding', `"${name}" is no text in UTF-8`, 'Save it again as UTF-8.');
    return fail(
      'no-file',
      `there is no file "${name}" in the folder of the brief`,
      'Check the name, or add the file.',
    );
  }
}
