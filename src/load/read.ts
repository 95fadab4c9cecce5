/**
 * Bytes to data, with positions kept: every later problem can name its line.
 * YAML and JSON are read by one parser (JSON is YAML's subset).
 */
import { type Document, Lexer, LineCounter, parseDocument } from 'yaml';
import { BriefError } from '../core/problem.js';
import { firstOf, LIMITS, megabytes } from './limits.js';
import { type Place, type PlaceOf, placesIn } from './positions.js';
import { growingAlias, MARKS } from './yaml-causes.js';
import { describeErrors, type Fault, namesTwice, TOO_DEEP, unresolvedAliases } from './yaml-errors.js';

/** Data as it stands in a file, and where each part of it stands. */
export interface Reading {
  file: string;
  data: unknown;
  /** Place of the value at a path, or of its nearest parent; with `key`, of the key itself. */
  placeOf: PlaceOf;
}

/** Parses YAML or JSON. Throws {@link BriefError} with every syntax problem. */
export function readData(bytes: Uint8Array, file: string): Reading {
  const text = decode(bytes, file);
  refuseTooMany(text, file);
  const lines = new LineCounter();
  const document = parseText(text, lines, file);
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  // A tag that is not known would be dropped in silence, and with it what it meant.
  const language = file.endsWith('.json') ? 'JSON' : 'YAML';
  const lineAt = (offset: number) => lines.linePos(offset).line;
  refuse([...describeErrors(document, text, language, lineAt), ...namesTwice(document)], file, placeAt);
  const data = toData(document, file, placeAt);
  if (data === null) throw empty(file);
  return { file, data, placeOf: placesIn(document, placeAt) };
}

/** Throws what was found, if anything was, in the order of the file. */
function refuse(faults: Fault[], file: string, placeAt: (offset: number) => Place): void {
  if (faults.length === 0) return;
  faults.sort((a, b) => a.offset - b.offset);
  throw new BriefError(
    firstOf(faults.map(({ offset, ...problem }) => ({ ...problem, file, ...placeAt(offset) }))),
  );
}

/** Refuses a file of so many parts that they would fill the memory, before anything is made of them. */
function refuseTooMany(text: string, file: string): void {
  let count = 0;
  let line = 1;
  for (const token of new Lexer().lex(text)) {
    if (!MARKS.has(token) && ++count > LIMITS.tokens)
      throw new BriefError([
        {
          code: 'too-many',
          message: `has over ${LIMITS.tokens.toLocaleString('en')} names, values, signs and spaces`,
          hint: 'Keep tables in CSV files beside the brief, or make two briefs of it.',
          file,
          line,
        },
      ]);
    line += token.split('\n').length - 1;
  }
}

function parseText(text: string, lineCounter: LineCounter, file: string): Document.Parsed {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true, uniqueKeys: false });
  } catch (error) {
    // The stack is at its end: nothing else is thrown by the parser.
    if (error instanceof RangeError) throw tooDeep(file);
    throw error;
  }
}

/** The refusal of a file of `size` bytes. */
export function tooLarge(file: string, size: number): BriefError {
  const message = `is ${megabytes(size)}; a brief has at most ${megabytes(LIMITS.briefBytes)}`;
  return new BriefError([
    { code: 'too-large', message, hint: 'Keep tables in CSV files beside the brief.', file },
  ]);
}

function decode(bytes: Uint8Array, file: string): string {
  const fail = (code: string, message: string, hint: string): never => {
    throw new BriefError([{ code, message, hint, file }]);
  };
  if (bytes.length > LIMITS.briefBytes) throw tooLarge(file, bytes.length);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    fail('encoding', 'is in UTF-16', 'Save the file again with the encoding UTF-8.');
  if (bytes.includes(0)) fail('binary', 'is a binary file, not text', 'Give a brief in YAML or JSON.');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.trim() === '') throw empty(file);
    return text;
  } catch (error) {
    if (error instanceof BriefError) throw error;
    return fail('encoding', 'is not in UTF-8', 'Save the file again with the encoding UTF-8.');
  }
}

function empty(file: string): BriefError {
  return new BriefError([
    { code: 'empty', message: 'is empty', hint: 'briefdeck schema shows what a brief holds.', file },
  ]);
}

function tooDeep(file: string): BriefError {
  return new BriefError([{ ...TOO_DEEP, file }]);
}

function toData(document: Document.Parsed, file: string, placeAt: (offset: number) => Place): unknown {
  try {
    const data = document.toJS({ maxAliasCount: LIMITS.aliases });
    if (isOverLimit(data)) throw growing(document, file, placeAt);
    return data;
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(file);
    if (!(error instanceof ReferenceError)) throw error;
    refuse(unresolvedAliases(document), file, placeAt);
    throw growing(document, file, placeAt);
  }
}

/** No schema looks deeper than this: what goes round in a circle is followed no further. */
const DEEPEST = 16;

/** Whether data have more values than are read: what an alias stands for counts each time. */
function isOverLimit(data: unknown): boolean {
  let count = 0;
  const isOver = (value: unknown, depth: number): boolean =>
    ++count > LIMITS.tokens ||
    (typeof value === 'object' &&
      value !== null &&
      depth < DEEPEST &&
      Object.values(value).some((part) => isOver(part, depth + 1)));
  return isOver(data, 0);
}

function growing(document: Document.Parsed, file: string, placeAt: (offset: number) => Place): BriefError {
  const offset = growingAlias(document);
  return new BriefError([
    {
      code: 'aliases',
      message: 'grows out of bounds through its aliases (*name)',
      hint: `An alias is read at most ${LIMITS.aliases} times: write the values out.`,
      file,
      ...(offset === undefined ? {} : placeAt(offset)),
    },
  ]);
}
