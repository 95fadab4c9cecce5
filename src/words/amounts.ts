/** Numbers as texts write them: `4,700`, `1 020`, `23,3 %`, `4.7 thousand`, `fifteen thousand`, `a third`. */

import { fold } from '../core/fold.js';
import type { Precision } from '../load/vocabulary.js';
import { eastAsianNumbersIn } from './east-asian-numbers.js';
import { LONGEST_AFTER, LONGEST_BEFORE, precisionOf } from './precision-words.js';
import { speltNumbersIn } from './spelt-numbers.js';

/** A number in a text, in every way that its figures can be read, and what the words beside it say of its precision. */
export interface Amount {
  text: string;
  /** Where it begins in the folded text. */
  at: number;
  values: readonly number[];
  /** None where nothing is said; several where the words leave it open ("300-plus"). */
  precisions: readonly Precision[];
  /** What stands right before and after it. */
  before: string;
  after: string;
}

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  lakh: 1e5,
  lakhs: 1e5,
  million: 1e6,
  mn: 1e6,
  mln: 1e6,
  m: 1e6,
  crore: 1e7,
  crores: 1e7,
  cr: 1e7,
  'lakh crore': 1e12,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
};
const SCALE =
  /^[ -]?(lakh crore|lakhs?|crores?|cr|hundred|thousand|million|billion|trillion|mln|mn|bn|tn|[kmb])(?![\p{L}\p{N}])/iu;

/** What follows figures and makes them larger, in the languages that decks are made in; longer ones first. */
const AFTER_FIGURES: readonly (readonly [RegExp, number])[] = [
  [/^ (?:mil millones|мільярд(?:а|и|ів)?|млрд|milliards?|Milliarden?|Mrd|مليار|مليارات)(?!\p{L})/iu, 1e9],
  [/^ (?:мільйон(?:а|и|ів)?|млн|millions?|Millionen?|Mio|millón|millones|مليون|ملايين)(?!\p{L})/iu, 1e6],
  [/^ (?:тисяч[аі]?|тис|mille|Tausend|mil|ألف|آلاف)(?!\p{L})/iu, 1e3],
];

/** `1만 5천`, `15억 5천만`, `1.5万`: figures with units of four digits each. */
const MYRIADS =
  /\d[\d,.]* ?[천千]?(?:[만万萬억亿億조]|兆(?![瓦字赫]))(?: ?\d[\d,.]* ?[천千]?[만万萬억亿億]?)*|\d[\d,.]* ?[천千](?!\p{L})/uy;
const MYRIAD_UNITS: Readonly<Record<string, number>> = {
  ...{ 천: 1e3, 千: 1e3 },
  ...{ 만: 1e4, 万: 1e4, 萬: 1e4 },
  ...{ 억: 1e8, 亿: 1e8, 億: 1e8 },
  ...{ 조: 1e12, 兆: 1e12 },
};

/** Groups of three, those of India (2,00,000), or none. */
const FIGURES =
  /(?<=^|[^\p{L}\p{N}]|(?<!\p{L})(?:US|CA|A|Rs|R|C)(?=\d)|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}])(?:[+-]?\d{1,3}(?:[ ,.'\u00A0\u202F]\d{3})+(?!\d)(?:[.,]\d+)?|[+-]?\d{1,2}(?:,\d{2}){1,5},\d{3}(?!\d)(?:\.\d+)?|[+-]?\d+(?:[.,]\d+)?)/gu;

/** What joins the two numbers of a range, and what joins a part to its whole. */
const JOINS =
  /^ ?[%€$£¥]? ?(?:-|~|,|to|and|or|bis|und|oder|à|et|ou|a|y|o|до|і|та|або|إلى|و|至|到|에서|내지)? ?[€$£¥]?$/iu;
const OUT_OF = /^ (?:in|(?:out )?of|von|aus|sur|de cada|de|з|із|من كل|من)(?: every| each)? $/iu;

interface Found {
  at: number;
  end: number;
  text: string;
  values: readonly number[];
  scale?: number | undefined;
}

/** Every number of a text, in its order. */
export function amountsIn(text: string): Amount[] {
  const folded = westernDigits(fold(text));
  const found: Found[] = [...inFigures(folded), ...speltNumbersIn(folded), ...eastAsianNumbersIn(folded)];
  const inOrder = found.sort((a, b) => a.at - b.at);
  return shared(inOrder, folded).map(({ at, end, text, values }) => {
    const before = folded.slice(Math.max(0, at - LONGEST_BEFORE), at);
    const after = folded.slice(end, end + LONGEST_AFTER);
    return {
      text,
      at,
      values,
      before,
      after,
      // Read where it is asked for: most readers want the values of many numbers.
      get precisions() {
        return precisionOf(before, after).precisions;
      },
    };
  });
}

/** "17.2 and 18.1 million": the word of size may be that of both. "One in five" is a share as well. */
function shared(found: readonly Found[], text: string): Found[] {
  const all = found.map((one) => ({ ...one }));
  for (let i = all.length - 2; i >= 0; i--) {
    const [one, next] = [all[i], all[i + 1]];
    if (!one || !next || next.at - one.end > 16 || next.at < one.end) continue;
    const between = text.slice(one.end, next.at);
    const { scale } = next;
    if (scale !== undefined && one.scale === undefined && JOINS.test(between)) {
      one.values = [...one.values, ...one.values.map((value) => value * scale)];
      one.scale = scale;
    }
    const [part, whole] = [one.values[0] ?? 0, next.values[0] ?? 0];
    if (part > 0 && part < whole && whole <= 100 && Number.isInteger(part) && OUT_OF.test(between)) {
      const share = (100 * part) / whole;
      one.values = [...one.values, share];
      next.values = [...next.values, share];
    }
  }
  return all;
}

/** Numbers in figures, with the words of size after them. */
function inFigures(folded: string): Found[] {
  const found: Found[] = [];
  const add = (at: number, words: string, values: readonly number[], scale?: number) =>
    found.push({ at, end: at + words.length, text: words.trim(), values, scale });
  const myriads = myriadsIn(folded);
  for (const match of myriads) add(match.index, match[0], [inMyriads(match[0])], sizeOf(match[0]));
  let next = 0;
  const isCounted = (at: number) => {
    const endOf = (match: RegExpExecArray) => match.index + match[0].length;
    for (let match = myriads[next]; match && endOf(match) <= at; match = myriads[next]) next++;
    return at >= (myriads[next]?.index ?? Number.POSITIVE_INFINITY);
  };
  for (const match of folded.matchAll(FIGURES)) {
    if (isCounted(match.index)) continue;
    const after = folded.slice(match.index + match[0].length, match.index + match[0].length + LONGEST_AFTER);
    const larger = AFTER_FIGURES.find(([words]) => words.test(after));
    if (larger) {
      const [words, factor] = larger;
      const values = readings(match[0]).map((value) => value * factor);
      add(match.index, match[0] + (words.exec(after)?.[0] ?? ''), values, factor);
      continue;
    }
    const scale = SCALE.exec(after);
    const name = scale?.[1]?.toLowerCase() ?? '';
    const factor = SCALES[name] ?? 1;
    // `7.4 m` may be millions or metres: both are readings.
    const factors = name.length === 1 ? [factor, 1] : [factor];
    add(
      match.index,
      match[0] + (scale?.[0] ?? ''),
      readings(match[0]).flatMap((value) => factors.map((one) => value * one)),
      factor > 1 ? factor : undefined,
    );
  }
  return found;
}

/** The unit that figures end with: 1e4 of `1.5万`. */
function sizeOf(words: string): number | undefined {
  return MYRIAD_UNITS[words.trim().at(-1) ?? ''];
}

/** Figures with units of four digits. Each run of figures is tried once, from its start: a long one is read once. */
function myriadsIn(text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  const runs = /\d[\d,.]*/g;
  for (let run = runs.exec(text); run; run = runs.exec(text)) {
    MYRIADS.lastIndex = run.index;
    const match = MYRIADS.exec(text);
    if (!match) continue;
    found.push(match);
    runs.lastIndex = run.index + match[0].length;
  }
  return found;
}

/** Arabic and other digits as those of Latin script, with their separators. */
export function westernDigits(text: string): string {
  return text
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => String(zerosBefore(digit)))
    .replace(/٫/g, '.')
    .replace(/٬/g, ',');
}

/** The value of a digit: digits of a script stand in a row of ten that begins at its zero. */
function zerosBefore(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value++;
  return value;
}

/** The sum of figures with their units: `15억 5천만` is 15 × 10⁸ + 5 × 10³ × 10⁴. */
function inMyriads(words: string): number {
  return [...words.matchAll(/(\d[\d,.]*) ?([천千])?([만万萬억亿億조兆])?/gu)].reduce(
    (sum, [, figures = '', thousand = '', unit = '']) =>
      sum +
      Number(figures.replace(/,/g, '').replace(/\.$/, '')) *
        (MYRIAD_UNITS[thousand] ?? 1) *
        (MYRIAD_UNITS[unit] ?? 1),
    0,
  );
}

/** `1.020` may be a thousand and twenty or a little over one: both are readings. */
function readings(figures: string): number[] {
  const bare = figures.replace(/[ '\u00A0\u202F]/g, '');
  const grouped = Number(bare.replace(/[.,](?=(?:\d{2},)*\d{3}(?:\D|$))/g, '').replace(',', '.'));
  const point = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  const whole = point < 0 ? bare : bare.slice(0, point);
  const decimal = Number(point < 0 ? bare : `${whole.replace(/[.,]/g, '')}.${bare.slice(point + 1)}`);
  return [...new Set([grouped, decimal])].filter(Number.isFinite);
}

/**
 * Whether a number in a text is the number meant. What is not exact may be rounded to its own last figure: `about
 * 55` is 55.06, and 4,710 is not 4,700. Signs are left to the words ("less", "fell by").
 */
export function isAmount(value: number, precision: Precision, amount: Amount): boolean {
  const tolerance = toleranceOf(value, precision);
  return amount.values.some((other) => Math.abs(Math.abs(other) - Math.abs(value)) <= tolerance);
}

/** How far from a number another may be and still be meant by it. */
export function toleranceOf(value: number, precision: Precision): number {
  return precision === 'exact' ? 1e-9 * Math.abs(value) : lastFigure(Math.abs(value)) / 2;
}

/** The worth of the last figure that is not zero: 1,000 of 15,000, 0.1 of 23.3. */
function lastFigure(value: number): number {
  if (value === 0) return 0;
  let unit = 10 ** Math.floor(Math.log10(value));
  while (Math.abs(value / unit - Math.round(value / unit)) > 1e-9) unit /= 10;
  return unit;
}
