/**
 * Bytes to data, with positions kept: every later problem can name its line.
 * YAML and JSON are read by one parser (JSON is YAML's subset).
 */
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { BriefError, type Problem } from '../problem.js';

/** A brief is a page of facts; more than this is some other file (2 MiB). */
export const MAX_BYTES = 2 * 1024 * 1024;
/** Aliases may be used, but not to blow a small file up to a large one. */
const MAX_ALIASES = 100;

export interface Place {
  line?: number;
  column?: number;
}

/** Data as it stands in a file, and where each part of it stands. */
export interface Reading {
  file: string;
  data: unknown;
  /** Place of the value at a path, or of its nearest parent; with `key`, of the key itself. */
  placeOf(path: readonly PropertyKey[], key?: string): Place;
}

/** Parses YAML or JSON. Throws {@link BriefError} with every syntax problem. */
export function readData(bytes: Uint8Array, file: string): Reading {
  const text = decode(bytes, file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  if (document.errors.length > 0) {
    throw new BriefError(
      document.errors.map((error) => ({
        code: 'syntax',
        message: `is no valid ${file.endsWith('.json') ? 'JSON' : 'YAML'}: ${error.message}`,
        hint: SYNTAX_HINTS[error.code],
        file,
        ...placeAt(error.pos[0]),
      })),
    );
  }
  return { file, data: toData(document, file), placeOf: (path, key) => find(document, path, key, placeAt) };
}

const SYNTAX_HINTS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Each name may stand once: rename one of the two, or merge them.',
  TAB_AS_INDENT: 'Indent with spaces, never with tabs.',
  BAD_INDENT: 'Items of one list, and fields of one item, start in the same column.',
  MULTIPLE_DOCS: 'One file is one brief: remove the line "---" in the middle.',
};

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
  if (bytes.includes(0)) fail('binary', 'is a binary file, not text', 'Give a brief in YAML or JSON.');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === ''
      ? fail('empty', 'is empty', 'briefdeck schema shows what a brief holds.')
      : text;
  } catch (error) {
    if (error instanceof BriefError) throw error;
    return fail('encoding', 'is not in UTF-8', 'Save the file again with the encoding UTF-8.');
  }
}

function toData(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    const problem: Problem = {
      code: 'aliases',
      message: `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      hint: `At most ${MAX_ALIASES} aliases (*name) are read, and none that holds itself: write the values out.`,
      file,
    };
    throw new BriefError([problem]);
  }
}

function find(
  document: Document.Parsed,
  path: readonly PropertyKey[],
  key: string | undefined,
  placeAt: (offset: number) => Place,
): Place {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (!isNode(node) || !node.range) continue;
    if (key !== undefined && depth === path.length && 'items' in node) {
      for (const item of node.items as readonly { key?: { value?: unknown; range?: readonly number[] } }[]) {
        if (item.key?.value === key && item.key.range) return placeAt(item.key.range[0] ?? 0);
      }
    }
    return placeAt(node.range[0]);
  }
  return {};
}
