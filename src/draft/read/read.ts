/** Reads the files that a brief is drafted from. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../../core/problem.js';
import type { SourceText } from '../source-text.js';

/** Characters of a line that was wrapped by hand. */
const MOST_ON_A_LINE = 120;

/** Every source of some files, in their order. Throws {@link UsageError} where a file cannot be read. */
export async function readSources(files: readonly string[]): Promise<SourceText[]> {
  return Promise.all(files.map(readTextFile));
}

async function readTextFile(file: string): Promise<SourceText> {
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`"${file}" is no file that can be read.`, 'Give the file of an article.');
  });
  const lines = bytes.toString('utf8').normalize('NFC').replace(/\r\n?/g, '\n').split('\n');
  // Lines longer than a page is wide are paragraphs, each of them.
  const long = lines.filter((line) => line.length > MOST_ON_A_LINE).length;
  const isWrapped = long < lines.filter((line) => line.trim() !== '').length / 3;
  const text = lines
    .join('\n')
    .replace(/\n+/g, (ends) => (ends.length > 1 || !isWrapped ? '\n\n' : '\n'))
    .trim();
  const [first = ''] = text.split('\n\n', 1);
  const isTitle = first.length < 200 && !/[.!?。？！]["”’]?$/u.test(first);
  return {
    file: path.basename(file),
    text,
    ...(isTitle && { title: first }),
    headings: isTitle ? [{ start: 0, end: first.length, level: 1 }] : [],
    tables: [],
  };
}
