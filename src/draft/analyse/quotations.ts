/** Quotations of a paragraph, by their marks. */
import type { Quotation } from './article.js';

/** Marks that open a quotation, and those that close it. */
const PAIRS: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '《': '',
  '‘': '’',
  "'": "'",
};

/** A quotation in single marks has as many words as this: fewer are an emphasis or an apostrophe. */
const LEAST_WORDS_IN_SINGLE = 4;

/** The quotations of `text` from one offset to another. One that is not closed runs to the end of the paragraph. */
export function quotationsIn(text: string, start: number, end: number): Quotation[] {
  const found: Quotation[] = [];
  let at = start;
  while (at < end) {
    const mark = text.charAt(at);
    const closing = PAIRS[mark];
    if (closing === undefined || closing === '' || !opens(text, at)) {
      at++;
      continue;
    }
    const close = closeOf(text, at, end, closing);
    const inner = { start: at + 1, end: close ?? end };
    const isSingle = mark === '‘' || mark === "'";
    const words = text.slice(inner.start, inner.end).split(/\s+/).length;
    // One that opens a paragraph may close in a later one.
    if (isSingle && ((close === undefined && at > start) || words < LEAST_WORDS_IN_SINGLE)) {
      at++;
      continue;
    }
    found.push({ start: at, end: close === undefined ? end : close + 1, inner });
    at = inner.end + 1;
  }
  return found;
}

/** A straight mark, and one that closes in another language, open a quotation after a space or a bracket only. */
function opens(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (!/["»‘']/.test(text.charAt(at))) return true;
  return (before === '' || /[\s([—–:-]/.test(before)) && /[^\s]/.test(text.charAt(at + 1));
}

/** A single mark after a word may be an apostrophe: a sign beside it tells that it closes, or that a term is in it. */
function isClosing(text: string, open: number, at: number): boolean {
  if (/\p{L}/u.test(text.charAt(at + 1))) return false;
  const isTerm = text.slice(open, at).split(/\s+/u).length < LEAST_WORDS_IN_SINGLE;
  return isTerm || /[.,!?…]/u.test(text.charAt(at - 1) + text.charAt(at + 1));
}

/** Where a quotation closes: at a mark that no letter follows. */
function closeOf(text: string, open: number, end: number, closing: string): number | undefined {
  for (let at = open + 1; at < end; at++) {
    if (!closing.includes(text.charAt(at))) continue;
    if (/[’']/.test(closing) && !isClosing(text, open, at)) continue;
    return at;
  }
  return undefined;
}
