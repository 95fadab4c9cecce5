/** Paragraphs and headings put together to the text of an article. */
import type { SourceText } from '../source-text.js';

export interface Block {
  text: string;
  /** Of a heading, 1 to 6. */
  level?: number;
}

/** Soft hyphens and what has no width; joiners stay, which scripts and emoji need. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;

/** A text in its archived form: NFC, `\n` between lines, single spaces. */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** Lines that lead away from an article, or ask for something. */
const POINTER =
  /^(?:(?:also )?read(?: more| also| next| on)?|see also|related(?: (?:articles?|stories|topics?))?|more on this(?: story)?|recommended|watch|listen|lire aussi|lesen sie auch|lee también|читайте також|اقرأ أيضا)\s*[:：|»]|^(?:share(?: this(?: \w+)?)?|advertisement|print|e-?mail this(?: \w+)?|follow us(?: on .*)?|sign up (?:to|for) .{0,80}newsletters?.{0,20}|subscribe(?: now)?|skip to (?:main )?content)[.!]?$/i;
const LONGEST_POINTER = 200;

const isPointer = (text: string) => text.length <= LONGEST_POINTER && POINTER.test(text);

/** The blocks with an empty line between them, and where the headings are. */
export function textFrom(blocks: readonly Block[]): Pick<SourceText, 'text' | 'headings'> {
  const parts: string[] = [];
  const headings: { start: number; end: number; level: number }[] = [];
  let at = 0;
  for (const { text, level } of blocks) {
    const part = tidy(text).replace(/\n{2,}/g, '\n');
    if (part === '' || isPointer(part)) continue;
    if (level !== undefined) headings.push({ start: at, end: at + part.length, level });
    parts.push(part);
    at += part.length + 2;
  }
  return { text: parts.join('\n\n'), headings };
}
