/**
 * Withheld numbers searched for in what a file says: in figures with any separators, with a word of size ("1.2
 * million"), or spelt out. A number of a few figures stands in many places by chance: it is found beside its unit.
 */

import { fold } from '../../core/fold.js';
import type { Locale } from '../../load/locale.js';
import { amountsIn, westernDigits } from '../../words/amounts.js';
import { formatAmount } from '../../words/numbers.js';
import { spellingsOf } from '../../words/spelling.js';

/** A number that an audience may not see, in the unit that it has in the brief. */
export interface SoughtNumber {
  value: number;
  unit: string;
}

/** So many significant figures are no chance. */
const DISTINCTIVE = 4;
/** So many are not, even one by one. */
const LONG = 6;
/** A spelling that stands in a text by chance is shorter. */
const LEAST_SPELLING = 14;

/** Finds some numbers in texts; those it finds, as figures. */
export function numberFinder(
  numbers: readonly SoughtNumber[],
  locale: Locale,
): (text: string) => readonly string[] {
  const long = new Set<string>();
  const values = new Set<number>();
  const phrases = new Map<string, string>();
  for (const { value, unit } of numbers) {
    const figures = figuresOf(value);
    const shown = String(value);
    if (isDistinctive(figures)) {
      long.add(figures);
      values.add(Math.abs(value));
    }
    const spellings = [...spellingsOf(value, locale.language), ...spellingsOf(value, 'en')];
    for (const words of spellings) {
      if (words.length >= LEAST_SPELLING) phrases.set(plain(words), shown);
      if (unit !== '') phrases.set(plain(`${words} ${unit}`), shown);
    }
    if (unit === '') continue;
    // A currency and a percent sign stand in the amount itself.
    const amount = formatAmount(value, unit, locale);
    phrases.set(plain(/^[\d.,\s]+$/.test(amount) ? `${amount} ${unit}` : amount), shown);
    phrases.set(plain(`${shown} ${unit}`), shown);
  }
  const lengths = new Set([...long].map((figures) => figures.length));
  return (text) => {
    const found = new Set<string>();
    for (const figures of figuresIn(text, lengths)) if (long.has(figures)) found.add(figures);
    if (values.size > 0) {
      for (const amount of amountsIn(text))
        for (const value of amount.values) if (values.has(Math.abs(value))) found.add(amount.text);
    }
    const words = ` ${plain(text)} `;
    for (const [phrase, shown] of phrases) if (words.includes(` ${phrase} `)) found.add(shown);
    return [...found];
  };
}

/** The figures of a number, without sign and decimal point: `1234.5` is `12345`. */
function figuresOf(value: number): string {
  return String(Math.abs(value)).replace(/\D/g, '');
}

/** More figures than a number can have that somebody wrote: a share ("a third", "page 6 of 21") has no end. */
const MOST_FIGURES = 15;

/** Enough figures that are not zero at their end, and no year. */
function isDistinctive(figures: string): boolean {
  const isYear = /^(?:1[5-9]|20)\d\d$/.test(figures);
  const isWritten = figures.length <= MOST_FIGURES;
  return !isYear && isWritten && figures.replace(/^0+|0+$/g, '').length >= DISTINCTIVE;
}

/** One or more groups of figures with a sign or a space between them. */
const RUN = /\p{Nd}+(?:[\s.,'’_·٬٫‐-―-]\p{Nd}+)*/gu;

/** Figures of some lengths: whole groups, one or several that stand together. */
function* figuresIn(text: string, lengths: ReadonlySet<number>): Generator<string> {
  const most = Math.max(0, ...lengths);
  for (const [run] of text.normalize('NFKC').matchAll(RUN)) {
    const groups = westernDigits(run).split(/\D+/);
    for (let from = 0; from < groups.length; from++) {
      let figures = '';
      let isSpelt = false;
      for (let to = from; to < groups.length && figures.length < most; to++) {
        const group = groups[to] ?? '';
        figures += group;
        isSpelt ||= group.length === 1 && to > from;
        // Single figures in a row are ticks of an axis more often than one number.
        if (lengths.has(figures.length) && (!isSpelt || figures.length >= LONG)) yield figures;
      }
    }
  }
}

/** Words with one space between them, without punctuation that may be set in other ways. */
function plain(text: string): string {
  return fold(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%€$£¥]+/gu, ' ')
    .trim();
}
