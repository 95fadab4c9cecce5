/** Files and folders to the texts of articles. Nothing is fetched: what is read is on the machine. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { BriefError, type Problem, UsageError } from '../../core/problem.js';
import { describeUnread, readRegular } from '../../load/files.js';
import { LIMITS, megabytes } from '../../load/limits.js';
import type { ReadSource, SourceText } from '../source-text.js';
import { decode } from './decode.js';
import { type Content, refuse } from './kind.js';
import { KINDS } from './kinds.js';
import { plain } from './plain.js';
import { refusalOf } from './unreadable.js';

/**
 * The texts of files and of folders, in the order given; those of a folder by name. Throws {@link UsageError} for what
 * is no path of this machine, and {@link BriefError} with the problems of all files.
 */
export async function readSources(paths: readonly string[]): Promise<SourceText[]> {
  const named = new Set(paths);
  const files = (await Promise.all(paths.map(filesOf))).flat();
  const texts: SourceText[] = [];
  const problems: Problem[] = [];
  for (const file of new Set(files)) {
    try {
      texts.push(...(await readSource(file)));
    } catch (error) {
      if (!(error instanceof BriefError)) throw error;
      // A folder may hold data and settings beside its articles.
      const isData = ({ code }: Problem) =>
        code === 'unreadable' && !named.has(file) && extensionOf(file) === 'json';
      problems.push(...error.problems.filter((problem) => !isData(problem)));
    }
  }
  if (problems.length > 0) throw new BriefError(problems);
  return texts;
}

export const readSource: ReadSource = async (file) => {
  const content = await contentOf(file);
  const known = KINDS.find((kind) => kind.isIn(content));
  const refusal = known ? undefined : refusalOf(content);
  if (refusal) throw refusal;
  const kind = known ?? KINDS.find(({ extensions }) => extensions.includes(content.extension)) ?? plain;
  if (kind.isText) holdSize(file, content.text ?? '');
  const article = await kind.read(content);
  if (article.text === '' && article.tables.length === 0)
    throw refuse(file, 'no-text', 'has no text', 'Give a file that holds the article itself.');
  holdSize(file, article.text);
  return [{ file: path.basename(file), ...article }];
};

function holdSize(file: string, text: string): void {
  const size = Buffer.byteLength(text);
  if (size > LIMITS.archiveBytes)
    throw refuse(
      file,
      'too-large',
      `has ${megabytes(size)} of text; an archived text has at most ${megabytes(LIMITS.archiveBytes)}`,
      'Give the part that the brief is about.',
    );
}

/** The files that a path stands for. */
async function filesOf(target: string): Promise<string[]> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(target))
    throw new UsageError(
      `"${target}" is an address, and nothing is fetched.`,
      'Save the page from a browser as "HTML only", and give the file.',
    );
  const found = await stat(target).catch(() => undefined);
  if (!found)
    throw new UsageError(`There is no file or folder "${target}".`, 'Give an article, or a folder of them.');
  if (!found.isDirectory()) return [target];
  const extensions = new Set([...KINDS.flatMap((kind) => kind.extensions), 'json']);
  extensions.delete('');
  const files = (await readdir(target, { withFileTypes: true }))
    .filter(
      (entry) =>
        !entry.isDirectory() && !entry.name.startsWith('.') && extensions.has(extensionOf(entry.name)),
    )
    .map(({ name }) => path.join(target, name))
    .sort();
  if (files.length === 0)
    throw new UsageError(
      `There is no article in "${target}".`,
      `Articles end in: ${[...extensions].sort().join(', ')}.`,
    );
  return files;
}

const extensionOf = (file: string) => path.extname(file).slice(1).toLowerCase();

async function contentOf(file: string): Promise<Content> {
  const bytes = await bytesOf(file);
  if (bytes.length === 0) throw refuse(file, 'empty', 'is empty', 'Give a file that holds an article.');
  const extension = extensionOf(file);
  const text = decode(bytes);
  return { file, extension, bytes, text, data: text === undefined ? undefined : jsonIn(text, file) };
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readRegular(file, LIMITS.sourceBytes);
  } catch (error) {
    throw new BriefError([
      { ...describeUnread(error, path.basename(file), `"${path.dirname(file)}"`), file },
    ]);
  }
}

/** What a text holds if it is a record of JSON; anything else is a text. Throws where the file is called JSON and is none. */
function jsonIn(text: string, file: string): unknown {
  const isCalledJson = extensionOf(file) === 'json';
  if (!isCalledJson && !/^\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!isCalledJson) return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    throw refuse(
      file,
      'damaged',
      `is no valid JSON: ${reason}`,
      'Export the article again, or save it as text.',
    );
  }
}
