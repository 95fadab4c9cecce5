/** The first stage: a folder or file to a brief with all that it refers to, or every problem of it at once. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { BriefError, byPlace, type Problem, show, suggest, UsageError } from '../problem.js';
import { OutsideFolder, resolveInside } from './folder.js';
import { type Path, showPath } from './issues.js';
import { standIn } from './languages.js';
import { parseBrief } from './parse.js';
import { MAX_BYTES, type Reading, readData, tooLarge } from './read.js';
import type { Brief } from './schema.js';
import { checkTable } from './shape.js';
import { readTable, type Table } from './table.js';

/** A brief, the tables its charts draw, and the hash of the file it was read from. */
export interface LoadedBrief {
  brief: Brief;
  /** The brief in its own language, where `brief` is a translation of it. */
  original?: Brief | undefined;
  /** The brief in each other language that any of its texts is given in. */
  translations: ReadonlyMap<string, Brief>;
  /** Tables of the charts that name a CSV file, by chart id. */
  tables: ReadonlyMap<string, Table>;
  /** Archived texts of the sources that have one, by source id. */
  archives: ReadonlyMap<string, Archive>;
  /** Files of the images, by image id: as they are, metadata and all. */
  images: ReadonlyMap<string, Uint8Array>;
  /** Where a part of the brief stands in its file. */
  placeOf: Reading['placeOf'];
  /** The path in the file of a part of `brief`. */
  pathInFile(path: Path): Path;
  /** As the user named it. */
  file: string;
}

/** An archived text, and its SHA-256 as it is now. */
export interface Archive {
  text: string;
  sha256: string;
}

/** The largest picture that is read. */
const MAX_IMAGE = 30 * 1024 * 1024;

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
  const { brief, translations, problems } = parseBrief(reading);
  const tables = brief ? await loadTables(brief, reading, problems) : new Map<string, Table>();
  const archives = brief ? await loadArchives(brief, reading, problems) : new Map<string, Archive>();
  const images = brief ? await loadImages(brief, reading, problems) : new Map<string, Uint8Array>();
  if (!brief || problems.length > 0) throw new BriefError(inOrder(problems, file));
  return {
    brief,
    translations,
    tables,
    archives,
    images,
    placeOf: reading.placeOf,
    pathInFile: (path) => path,
    file,
  };
}

/** The brief for a deck in some language: in that one if it has a bottom line in it, else in its own. */
export function inDeckLanguage(loaded: LoadedBrief, language: string | undefined): LoadedBrief {
  const brief = loaded.translations.get(language ?? loaded.brief.language);
  if (!brief || brief.bottomLine.text === standIn(loaded.brief.bottomLine.text, loaded.brief.language))
    return loaded;
  return { ...loaded, brief, original: loaded.brief };
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
      const labels = [...table.x, ...table.series.map((one) => one.label)];
      for (const name of Object.keys(wanted.names ?? {}).filter((one) => !labels.includes(one))) {
        const place = [...at, format, 'names', name];
        problems.push({
          code: 'unknown-label',
          message: `the table has no ${show(name)}`,
          hint: suggest(name, labels),
          file: reading.file,
          ...reading.placeOf(place),
          path: showPath(place),
        });
      }
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

async function loadImages(
  brief: Brief,
  reading: Reading,
  problems: Problem[],
): Promise<Map<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>();
  for (const [i, image] of brief.images.entries()) {
    if (!image) continue;
    const bytes = await readFileBeside(reading, image.file, ['images', i, 'file'], problems, MAX_IMAGE);
    if (bytes) images.set(image.id, bytes);
  }
  return images;
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
  const bytes = await readFileBeside(reading, name, at, problems, MAX_BYTES);
  if (!bytes) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    problems.push({
      code: 'encoding',
      message: `"${name}" is no text in UTF-8`,
      hint: 'Save it again as UTF-8.',
      file: reading.file,
      ...reading.placeOf(at),
      path: showPath(at),
    });
    return undefined;
  }
}

/** The bytes of a file that the brief names, or a problem. */
async function readFileBeside(
  reading: Reading,
  name: string,
  at: readonly PropertyKey[],
  problems: Problem[],
  most: number,
): Promise<Uint8Array | undefined> {
  const fail = (code: string, message: string, hint: string) => {
    problems.push({ code, message, hint, file: reading.file, ...reading.placeOf(at), path: showPath(at) });
    return undefined;
  };
  try {
    const file = await resolveInside(path.dirname(reading.file), name);
    if ((await stat(file)).size > most)
      return fail('too-large', `"${name}" is over ${most / 1024 / 1024} MB`, 'Cut it to what is used.');
    return await readFile(file);
  } catch (error) {
    if (error instanceof OutsideFolder) {
      return fail(
        'outside',
        `"${name}" is outside the folder of the brief`,
        'Put a copy of the file into the folder.',
      );
    }
    return fail(
      'no-file',
      `there is no file "${name}" in the folder of the brief`,
      'Check the name, or add the file.',
    );
  }
}
