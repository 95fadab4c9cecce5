/** What is wrong with a file that is no proper YAML or JSON, in plain words. */
import { type Document, isNode, isScalar, visit, type YAMLError } from 'yaml';
import { type Problem, show } from '../core/problem.js';
import { LIMITS } from './limits.js';
import { openQuote, unevenLines } from './yaml-causes.js';

/** A problem, and where in the text it is. */
export type Fault = Problem & { offset: number };

const INDENT = [
  'this line is not indented like its neighbours',
  'Items of one list, and fields of one item, start in the same column.',
] as const;

/** What is wrong and what to do, for the faults that are common and that the parser names in its own terms. */
const ERRORS: Partial<Record<YAMLError['code'], readonly [message: string, hint: string]>> = {
  BAD_INDENT: INDENT,
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

/** Errors after which the parser still reads the rest as it is meant. */
const LOCAL: ReadonlySet<YAMLError['code']> = new Set<YAMLError['code']>([
  'ALIAS_PROPS',
  'BAD_ALIAS',
  'BAD_COLLECTION_TYPE',
  'BAD_DQ_ESCAPE',
  'BAD_PROP_ORDER',
  'BAD_SCALAR_START',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_TAGS',
  'NON_STRING_KEY',
  'TAG_RESOLVE_FAILED',
]);

/** What an error in the indentation looks like to the parser. */
const UNEVEN: ReadonlySet<YAMLError['code']> = new Set<YAMLError['code']>([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
]);

/** The errors of a file in plain words, up to the first that has the parser misread what follows, and its cause. */
export function describeErrors(
  { errors, warnings }: Document.Parsed,
  text: string,
  language: string,
  lineAt: (offset: number) => number,
): Fault[] {
  const found = [...errors, ...warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const first = found.findIndex(({ code }) => !LOCAL.has(code));
  const last = found[first];
  const local = (first < 0 ? found : found.slice(0, first)).slice(0, LIMITS.problems + 1);
  const faults = local.map((error) => describeError(error, language));
  if (!last) return faults;
  const [offset] = last.pos;
  const quote = openQuote(text, offset);
  if (quote !== undefined) {
    const message = `is no valid ${language}: the text in quotes that begins here goes on to line ${lineAt(offset)}`;
    const hint = 'Is its closing quote missing?';
    return [...faults, { code: 'syntax', message, hint, offset: quote }];
  }
  const uneven = UNEVEN.has(last.code) ? unevenLines(text, lineAt(offset)) : undefined;
  if (uneven === undefined) return [...faults, describeError(last, language)];
  const [message, hint] = INDENT;
  return [
    ...faults,
    { code: 'syntax', message: `is no valid ${language}: ${message}`, hint: `${uneven} ${hint}`, offset },
  ];
}

function describeError(error: YAMLError, language: string): Fault {
  const [offset] = error.pos;
  if (error.code === 'RESOURCE_EXHAUSTION') return { ...TOO_DEEP, offset };
  const [message, hint] = wordsFor(error);
  return { code: 'syntax', message: `is no valid ${language}: ${message}`, hint, offset };
}

function wordsFor({ code, message }: YAMLError): readonly [message: string, hint?: string] {
  const quote = /^Missing closing (["'])quote/.exec(message)?.[1];
  if (quote !== undefined)
    return [`the closing ${quote} of a text is missing`, 'Put it at the end of the text.'];
  const missing = /^Missing (.) between/.exec(message)?.[1];
  if (missing !== undefined) return [`a "${missing}" is missing before this`];
  if (code === 'MISSING_CHAR' && message.startsWith('Sequence item')) return INDENT;
  return ERRORS[code] ?? [message];
}

export const TOO_DEEP: Problem = {
  code: 'too-deep',
  message: 'has brackets in brackets without end',
  hint: 'A brief is at most seven deep: take brackets out.',
};

/** Names that stand twice in one group. The parser could say so too, but takes the square of their number for it. */
export function namesTwice(document: Document.Parsed): Fault[] {
  const problems: Fault[] = [];
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

/** Aliases that stand before their anchor, or have none. */
export function unresolvedAliases(document: Document.Parsed): Fault[] {
  const problems: Fault[] = [];
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
        offset: node.range?.[0] ?? 0,
      });
    },
  });
  return problems;
}
