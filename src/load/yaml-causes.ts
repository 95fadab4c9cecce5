/** Where a syntax error has its cause: the parser says where it could read no further, which may be lines below. */
import { CST, type Document, isAlias, isNode, Lexer, type Node, visit } from 'yaml';
import { LIMITS } from './limits.js';

/** Tokens of the lexer's own, which are not in the text. */
export const MARKS: ReadonlySet<string> = new Set([CST.BOM, CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

interface Line {
  /** From 1. */
  number: number;
  text: string;
  indent: number;
}

/** The lines that say something. */
function linesOf(text: string): Line[] {
  return text.split('\n').flatMap((line, i) => {
    const content = line.trim();
    const isSilent = content === '' || content.startsWith('#');
    return isSilent ? [] : [{ number: i + 1, text: content, indent: line.length - line.trimStart().length }];
  });
}

/** `name: text` on one line, and no second ": " in it. */
const WHOLE_FIELD = /^(?:- )?[\w-]+: (?:(?!: ).)+$/;

/**
 * The two lines of which one is indented by mistake, where that explains an error on a line. A field that is whole, with a
 * deeper line below it, is an error of the field to the parser.
 */
export function unevenLines(text: string, number: number): string | undefined {
  const lines = linesOf(text);
  const at = lines.findIndex((line) => line.number === number);
  const [above, line, below] = [lines[at - 1], lines[at], lines[at + 1]];
  const isBelow = line && below && below.indent > line.indent && WHOLE_FIELD.test(line.text);
  const [one, other] = isBelow ? [line, below] : [above, line];
  if (!one || !other || one.indent === other.indent) return undefined;
  return `Line ${one.number} is indented by ${one.indent} and line ${other.number} by ${other.indent}.`;
}

/** Offset of the last text in quotes before an error, where it goes over several lines: its end may be missing. */
export function openQuote(text: string, before: number): number | undefined {
  let at = 0;
  let found: number | undefined;
  for (const token of new Lexer().lex(text)) {
    if (MARKS.has(token)) continue;
    if (at >= before) break;
    if (/^["']/.test(token)) found = token.includes('\n') ? at : undefined;
    at += token.length;
  }
  return found;
}

/** Offset of the alias at which there are more than are read, with those inside what each stands for. */
export function growingAlias(document: Document.Parsed): number | undefined {
  const inside = new Map<string, number>();
  const usesIn = (node: Node): number => {
    let uses = 0;
    visit(node, {
      Alias(_, { source }) {
        uses += 1 + (inside.get(source) ?? 0);
      },
    });
    return uses;
  };
  let total = 0;
  let found: number | undefined;
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) {
        total += 1 + (inside.get(node.source) ?? 0);
        if (total <= LIMITS.aliases) return undefined;
        found = node.range?.[0];
        return visit.BREAK;
      }
      if (isNode(node) && 'anchor' in node && node.anchor !== undefined)
        inside.set(node.anchor, usesIn(node));
      return undefined;
    },
  });
  return found;
}
