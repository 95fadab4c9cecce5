/**
 * How much is read, by what it is: no input holds the process or fills the memory. The numbers are far above what
 * real briefs have; `docs/limits.md` gives the reason of each.
 */
import type { Problem } from '../core/problem.js';

const MB = 1024 * 1024;

export const LIMITS = {
  /** Bytes of a brief, a profile or another file of settings. */
  briefBytes: 2 * MB,
  /** Bytes of a CSV or JSON table. */
  tableBytes: 2 * MB,
  /** Bytes of an archived text of a source. */
  archiveBytes: 2 * MB,
  /** Bytes of a file that an article is drafted from. */
  sourceBytes: 30 * MB,
  /** Bytes of all that a Word document unpacks to. */
  unpackedBytes: 100 * MB,
  /** Bytes of a picture in pixels. */
  imageBytes: 30 * MB,
  /** Bytes of an SVG. */
  vectorBytes: 512 * 1024,
  /** Bytes of a font file. */
  fontBytes: 20 * MB,
  /** Bytes of a template or theme. */
  templateBytes: 2 * MB,
  /** Bytes of all files that one brief names. */
  folderBytes: 100 * MB,
  /** Names, values, signs and spaces of a YAML or JSON file. */
  tokens: 80_000,
  /** Uses of YAML aliases. */
  aliases: 100,
  /** Languages that the texts of a brief are given in. */
  languages: 24,
  /** Characters of a text on a slide. */
  text: 2000,
  /** Characters of quotes and evidence. */
  longText: 4000,
  /** Characters of notes. */
  notes: 16_000,
  /** Characters of a name, a title of a source, a file. */
  name: 300,
  /** Characters of an address. */
  url: 2000,
  /** Items of a list. */
  items: 500,
  /** Entries of a group of named entries. */
  entries: 500,
  /** Terms of the glossary, and terms that an audience replaces. */
  terms: 200,
  /** Rows of a table, in its file. */
  tableRows: 20_000,
  /** Columns of a table, in its file. */
  tableColumns: 500,
  /** Cells that a chart draws: places times series. */
  tableCells: 20_000,
  /** Cells that all charts of a brief draw. */
  allCells: 100_000,
  /** Pixels of a picture. */
  pixels: 50_000_000,
  /** Pixels of all pictures of a brief. */
  allPixels: 500_000_000,
  /** Passes in which a progressive JPEG is written. */
  scans: 100,
  /** Elements of an SVG, each as often as it is referred to. */
  vectorElements: 20_000,
  /** Problems that are told of at a time. */
  problems: 200,
} as const;

/** A number of bytes as people say it. */
export function megabytes(bytes: number): string {
  return bytes < MB ? `${Math.round(bytes / 1024)} KB` : `${Number((bytes / MB).toFixed(1))} MB`;
}

/** The first problems of a file, and that there are more. */
export function firstOf(problems: readonly Problem[]): Problem[] {
  if (problems.length <= LIMITS.problems) return [...problems];
  const first = problems.slice(0, LIMITS.problems);
  const message = `${LIMITS.problems} problems are listed, and there are more`;
  return [...first, { code: 'more', message, hint: 'Correct these first.', file: first[0]?.file }];
}
