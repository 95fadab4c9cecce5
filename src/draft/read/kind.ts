/** What a kind of source is: how it is recognised, and how it is read. */
import { BriefError } from '../../core/problem.js';
import type { SourceText } from '../source-text.js';

/** A file of an article, as far as it can be told without reading it as something. */
export interface Content {
  /** As the user named it. */
  file: string;
  /** In small letters, without its dot. */
  extension: string;
  bytes: Buffer;
  /** `undefined` where the bytes are no text. */
  text: string | undefined;
  /** What the text holds where it is JSON. */
  data: unknown;
}

/** What is read from a file. */
export type Article = Omit<SourceText, 'file'>;

/** A descriptor: `src/draft/read/<kind>.ts`, and its line in `kinds.ts`. */
export interface SourceKind {
  extensions: readonly string[];
  /** Whether the file is hardly more than the text of the article, so that its size is known before it is read. */
  isText?: boolean;
  /** Whether the content alone says that it is of this kind. */
  isIn(content: Content): boolean;
  /** Throws {@link BriefError} where it cannot be read. */
  read(content: Content): Promise<Article>;
}

/** The refusal of a file. */
export function refuse(file: string, code: string, message: string, hint: string): BriefError {
  return new BriefError([{ code, message, hint, file }]);
}

/** The text of a kind that is text. */
export function textOf({ file, text }: Content): string {
  if (text === undefined)
    throw refuse(file, 'encoding', 'is neither in UTF-8 nor in UTF-16', 'Save the file again in UTF-8.');
  return text;
}
