/**
 * Bytes to data, with positions kept: every later problem can name its line.
 * YAML and JSON are read by one parser (JSON is YAML's subset).
 */
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import { BriefError, type Problem, show } from '../problem.js';

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
  const document = parseText(text, lines, file);
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  // A tag that is not known would be dropped in silence, and with it what it meant.
  const faults = [...document.errors, ...document.warnings].map((fault) => ({
    ...describeFault(fault, file),
    offset: fault.pos[0],
  }));
  const problems = [...faults, ...namesTwice(document)].sort((a, b) => a.offset - b.offset);
  if (problems.length > 0) {
    throw new BriefError(
      problems.map(({ offset, ...problem }) => ({ ...problem, file, ...placeAt(offset) })),
    );
  }
  const data = toData(document, file, placeAt);
  if (data === null) throw empty(file);
  return { file, data, placeOf: places(document, placeAt) };
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

/** What is wrong and what to do, for the faults that are common and that the parser names in its own terms. */
const FAULTS: Partial<Record<YAMLError['code'], readonly [message: string, hint: string]>> = {
  BAD_INDENT: [
    'this line is not indented like its neighbours',
    'Items of one list, and fields of one item, start in the same column.',
  ],
  BAD_SCALAR_START: ['a text cannot start with this character', 'Put the text in quotes.'],
  BLOCK_AS_IMPLICIT_KEY: ['there is a second ": " on this line', 'Put a text that holds ": " in quotes.'],
  BLOCK_IN_FLOW: [
    'a list or group by lines stands inside brackets',
    'Close the bracket first, or use brackets in it too.',
  ],
  MULTIPLE_DOCS: [
    'a second document begins here',
    'One file is one brief: remove the line "---" in the middle.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'a name goes over several lines',
    'Is there a ":" missing after a name, or a quote at the end of a text?',
  ],
  NON_STRING_KEY: ['a name is a list or a group', 'Put a text that starts with a bracket in quotes.'],
  TAB_AS_INDENT: ['a tab stands where spaces belong', 'Indent with spaces, never with tabs.'],
  TAG_RESOLVE_FAILED: [
    'a tag ("!…") that has no meaning here',
    'Put a text that starts with "!" in quotes; leave a tag out.',
  ],
  UNEXPECTED_TOKEN: [
    'what stands here belongs to nothing before it',
    'Put a text that starts with a bracket, a brace or a quote in quotes.',
  ],
};

function describeFault(fault: YAMLError, file: string): Problem {
  if (fault.code === 'RESOURCE_EXHAUSTION') return TOO_DEEP;
  const language = file.endsWith('.json') ? 'JSON' : 'YAML';
  const missing = /^Missing (.) between/.exec(fault.message)?.[1];
  const [message, hint] =
    missing === undefined
      ? (FAULTS[fault.code] ?? [fault.message, undefined])
      : [`a "${missing}" is missing before this`, undefined];
  return { code: 'syntax', message: `is no valid ${language}: ${message}`, hint };
}

const TOO_DEEP: Problem = {
  code: 'too-deep',
  message: 'has brackets in brackets without end',
  hint: 'A brief is at most seven deep: take brackets out.',
};

/** Names that stand twice in one group. The parser could say so too, but takes the square of their number for it. */
function namesTwice(document: Document.Parsed): (Problem & { offset: number })[] {
  const problems: (Problem & { offset: number })[] = [];
  if (document.errors.length > 0) return problems;
  visit(document, {
    Map(_, map) {
      const names = new Set<string>();
      for (const { key } of map.items) {
        const name = String(isScalar(key) ? key.value : key);
        if (names.has(name)) {
          problems.push({
            code: 'syntax',
            message: `the name ${show(name)} stands twice in one group`,
            hint: 'Rename one of the two, or merge them.',
            offset: isNode(key) ? (key.range?.[0] ?? 0) : 0,
          });
        }
        names.add(name);
      }
    },
  });
  return problems;
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
    const nowhere = unresolved(document, file, placeAt);
    if (nowhere.length > 0) throw new BriefError(nowhere);
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

/** Aliases that stand before their anchor, or have none. */
function unresolved(document: Document.Parsed, file: string, placeAt: (offset: number) => Place): Problem[] {
  const problems: Problem[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Node(_, node) {
      if ('anchor' in node && node.anchor !== undefined) anchors.add(node.anchor);
    },
    Alias(_, node) {
      if (anchors.has(node.source)) return;
      problems.push({
        code: 'aliases',
        message: `there is no "&${node.source}" before this "*${node.source}"`,
        hint: 'Put a text that starts with "*" in quotes.',
        file,
        ...placeAt(node.range?.[0] ?? 0),
      });
    },
  });
  return problems;
}

/** Looks places up. Fields of a group are indexed once, so that a long list of problems stays quick to print. */
function places(document: Document.Parsed, placeAt: (offset: number) => Place): Reading['placeOf'] {
  type Entry = { key: Node | undefined; value: unknown };
  const indexes = new Map<Node, Map<string, Entry>>();
  const indexOf = (node: Node): Map<string, Entry> => {
    const known = indexes.get(node);
    if (known) return known;
    const index = new Map<string, Entry>();
    if (isMap(node)) {
      for (const { key, value } of node.items)
        if (isScalar(key)) index.set(String(key.value), { key, value });
    }
    indexes.set(node, index);
    return index;
  };
  return (path, key) => {
    let node: Node | null = document.contents;
    let depth = 0;
    for (; depth < path.length; depth++) {
      const part: PropertyKey | undefined = path[depth];
      const next: unknown = isSeq(node)
        ? node.items[Number(part)]
        : node && indexOf(node).get(String(part))?.value;
      if (!isNode(next)) break;
      node = next;
    }
    if (!node) return {};
    const named = key !== undefined && depth === path.length ? indexOf(node).get(key)?.key : undefined;
    const range = (named ?? node).range;
    return range ? placeAt(range[0]) : {};
  };
}
