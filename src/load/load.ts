/** The first stage: a folder or file to a brief with all that it refers to, or every problem of it at once. */

import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../core/hash.js';
import { BriefError, byPlace, type Problem, show, suggest, UsageError } from '../core/problem.js';
import { Beside } from './beside.js';
import { checkTable } from './chart-shape.js';
import { describeUnread, NotAFile, readInside, TooLarge, type Unsaved } from './files.js';
import { OutsideFolder } from './folder.js';
import { standIn } from './languages.js';
import { firstOf, LIMITS } from './limits.js';
import { parseBrief } from './parse.js';
import { checkImage, readHeader } from './pixels.js';
import { type Reading, readData, tooLarge } from './read.js';
import type { Brief } from './schema.js';
import { type Path, showPath } from './schema-errors.js';
import { readSheet, type Sheet } from './sheet.js';
import { cutTable, type Table } from './table.js';

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
    const found = await stat(file).catch(() => undefined);
    // What is no regular file is refused when it is read, and told of.
    if (found && !found.isDirectory()) return file;
  }
  return undefined;
}

/**
 * Reads and checks one brief. Throws {@link BriefError} with every problem found, {@link UsageError} where there is
 * no such file.
 */
export async function loadBrief(file: string, unsaved?: Unsaved): Promise<LoadedBrief> {
  const bytes = await readBytes(file, unsaved);
  const reading = readData(bytes, file);
  const { brief, translations, problems } = parseBrief(reading);
  const beside = new Beside(reading, problems, unsaved);
  const tables = brief ? await loadTables(brief, reading, beside, problems) : new Map<string, Table>();
  const archives = brief ? await loadArchives(brief, beside) : new Map<string, Archive>();
  const images = brief ? await loadImages(brief, beside) : new Map<string, Uint8Array>();
  if (!brief || problems.length > 0) throw new BriefError(firstOf(inOrder(problems, file)));
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

async function readBytes(file: string, unsaved: Unsaved | undefined): Promise<Uint8Array> {
  const name = path.basename(file);
  try {
    return await readInside(path.dirname(file), name, LIMITS.briefBytes, unsaved);
  } catch (error) {
    if (error instanceof TooLarge) throw tooLarge(file, error.size);
    const isFolder = (await stat(file).catch(() => undefined))?.isDirectory();
    if (error instanceof OutsideFolder || (error instanceof NotAFile && !isFolder))
      throw new BriefError([{ ...describeUnread(error, name, 'the folder of the brief'), file }]);
    throw new UsageError(`"${file}" is no file that can be read.`, 'Give the file of a brief.');
  }
}

/** In the order of the file; what is wrong in the files beside it comes after. */
function inOrder(problems: readonly Problem[], file: string): Problem[] {
  const own = problems.filter((problem) => problem.file === file);
  return [...own.sort(byPlace), ...problems.filter((problem) => problem.file !== file)];
}

async function loadTables(
  brief: Brief,
  reading: Reading,
  beside: Beside,
  problems: Problem[],
): Promise<Map<string, Table>> {
  const tables = new Map<string, Table>();
  // A file that several charts draw is read once.
  let cells = 0;
  const sheets = new Map<string, Sheet | Problem[]>();
  for (const [i, chart] of brief.charts.entries()) {
    // A broken brief has holes in its lists.
    const wanted = chart?.csv ?? chart?.json;
    if (!chart || !wanted) continue;
    const format = chart.csv ? 'csv' : 'json';
    const file = path.join(path.dirname(reading.file), wanted.file);
    const key = `${format} ${file}`;
    let sheet = sheets.get(key);
    if (!sheet) {
      const text = await beside.text(wanted.file, ['charts', i, format, 'file'], LIMITS.tableBytes);
      if (text === undefined) continue;
      sheet = readSheet(text, file, format);
      sheets.set(key, sheet);
    }
    const table = Array.isArray(sheet) ? sheet : cutTable(sheet, file, wanted);
    if (Array.isArray(table))
      problems.push(...table.map((problem) => ({ ...problem, path: `charts[${i}].${format}` })));
    else {
      tables.set(chart.id, table);
      cells += table.x.length * table.series.length;
      if (cells > LIMITS.allCells) {
        const message = `with this one the charts draw over ${LIMITS.allCells.toLocaleString('en')} cells together`;
        const hint = 'Choose fewer rows with "where", or make two briefs of it.';
        beside.report({ code: 'too-many', message, hint }, ['charts', i, format]);
        break;
      }
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

async function loadArchives(brief: Brief, beside: Beside): Promise<Map<string, Archive>> {
  const archives = new Map<string, Archive>();
  const known = new Map<string, Archive>();
  for (const [id, source] of Object.entries(brief.sources)) {
    if (source.text === undefined) continue;
    let archive = known.get(source.text);
    if (!archive) {
      const text = await beside.text(source.text, ['sources', id, 'text'], LIMITS.archiveBytes);
      if (text === undefined) continue;
      archive = { text, sha256: sha256(text) };
      known.set(source.text, archive);
    }
    archives.set(id, archive);
  }
  return archives;
}

async function loadImages(brief: Brief, beside: Beside): Promise<Map<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>();
  let pixels = 0;
  for (const [i, image] of brief.images.entries()) {
    if (!image) continue;
    const bytes = await beside.bytes(image.file, ['images', i, 'file'], LIMITS.imageBytes);
    if (!bytes) continue;
    const fault = checkImage(bytes);
    if (fault)
      beside.report({ ...fault, message: `"${image.file}" ${fault.message}` }, ['images', i, 'file']);
    else images.set(image.id, bytes);
    const { width, height } = readHeader(bytes) ?? { width: 0, height: 0 };
    pixels += width * height;
    if (pixels > LIMITS.allPixels) {
      const most = LIMITS.allPixels / 1e6;
      const message = `with "${image.file}" the pictures have over ${most} million pixels together`;
      beside.report({ code: 'too-large', message, hint: 'Scale them down.' }, ['images', i, 'file']);
      break;
    }
  }
  return images;
}
