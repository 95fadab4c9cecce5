/**
 * Bytes to data, with positions kept: every later problem can name its line.
 * YAML and JSON are read by one parser (JSON is YAML's subset).
 */
import { type Document, LineCounter, parseDocument } from 'yaml';
import { BriefError } from '../problem.js';
import { describeFault, type Fault, namesTwice, TOO_DEEP, unresolvedAliases } from './faults.js';
import { type Place, type PlaceOf, placesIn } from './places.js';

/** A brief is a page of facts; more than this is some other file (2 MiB). */
export const MAX_BYTES = 2 * 1024 * 1024;
/** Aliases may be used, but not to blow a small file up to a large one. */
const MAX_ALIASES = 100;

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
  const lines = new LineCounter();
  const document = parseText(text, lines, file);
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  // A tag that is not known would be dropped in silence, and with it what it meant.
  const language = file.endsWith('.json') ? 'JSON' : 'YAML';
  const faults = [...document.errors, ...document.warnings].map((error) => describeFault(error, language));
  refuse([...faults, ...namesTwice(document)], file, placeAt);
  const data = toData(document, file, placeAt);
  if (data === null) throw empty(file);
  return { file, data, placeOf: placesIn(document, placeAt) };
}

/** Throws what was found, if anything was, in the order of the file. */
function refuse(faults: Fault[], file: string, placeAt: (offset: number) => Place): void {
  if (faults.length === 0) return;
  faults.sort((a, b) => a.offset - b.offset);
  throw new BriefError(faults.map(({ offset, ...problem }) => ({ ...problem, file, ...placeAt(offset) })));
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
  const message = `is ${(size / 1024 / 1024).toFixed(1)} MB; a brief has at most 2 MB`;
  return new BriefError([
    { code: 'too-large', message, hint: 'Keep tables in CSV files beside the brief.', file },
  ]);
}

function decode(bytes: Uint8Array, file: string): string {
  const fail = (code: string, message: string, hint: string): never => {
    throw new BriefError([{ code, message, hint, file }]);
  };
  if (bytes.length > MAX_BYTES) throw tooLarge(file, bytes.length);
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
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(file);
    if (!(error instanceof ReferenceError)) throw error;
    refuse(unresolvedAliases(document), file, placeAt);
    throw new BriefError([
      {
        code: 'aliases',
        message: 'grows out of bounds through its aliases (*name)',
        hint: `An alias is read at most ${MAX_ALIASES} times: write the values out.`,
        file,
      },
    ]);
  }
}
