/** Reads the files that a brief is drafted from. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../../core/problem.js';
import type { SourceText } from '../source-text.js';

/** Every source of some files, in their order. Throws {@link UsageError} where a file cannot be read. */
export async function readSources(files: readonly string[]): Promise<SourceText[]> {
  return Promise.all(files.map(readTextFile));
}

async function readTextFile(file: string): Promise<SourceText> {
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`"${file}" is no file that can be read.`, 'Give the file of an article.');
  });
  const lines = bytes.toString('utf8').normalize('NFC').replace(/\r\n?/g, '\n').split('\n');
  const isSpaced = lines.some((line) => line.trim() === '');
  const text = lines
    .join('\n')
    .replace(/\n+/g, (ends) => (ends.length > 1 || !isSpaced || lines.length < 2 ? '\n\n' : '\n'))
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
