/** Numbers as texts write them: `4,700`, `1 020`, `23,3 %`, `4.7 thousand`, `fifteen thousand`, `a third`. */

import { fold } from '../core/fold.js';
import type { Precision } from '../load/vocabulary.js';

/** A number in a text, in every way that its figures can be read, and the word of precision before it. */
export interface Amount {
  text: string;
  values: readonly number[];
  precision: Precision | undefined;
}

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};

/** What follows figures and makes them larger, in the languages that decks are made in; longer ones first. */
const AFTER_FIGURES: readonly (readonly [RegExp, number])[] = [
  [/^ (?:mil millones|мільярд(?:а|и|ів)?|млрд|milliards?|Milliarden?|Mrd|مليار|مليارات)(?!\p{L})/iu, 1e9],
  [/^ (?:мільйон(?:а|и|ів)?|млн|millions?|Millionen?|Mio|millón|millones|مليون|ملايين)(?!\p{L})/iu, 1e6],
  [/^ (?:тисяч[аі]?|тис|mille|Tausend|mil|ألف|آلاف)(?!\p{L})/iu, 1e3],
];

/** `1만 5천`, `15억 5천만`, `1.5万`: figures with units of four digits each. */
const MYRIADS =
  /\d[\d,.]* ?[천千]?[만万萬억亿億조兆](?: ?\d[\d,.]* ?[천千]?[만万萬억亿億]?)*|\d[\d,.]* ?[천千](?!\p{L})/uy;
const MYRIAD_UNITS: Readonly<Record<string, number>> = {
  ...{ 천: 1e3, 千: 1e3 },
  ...{ 만: 1e4, 万: 1e4, 萬: 1e4 },
  ...{ 억: 1e8, 亿: 1e8, 億: 1e8 },
  ...{ 조: 1e12, 兆: 1e12 },
};

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Parts of a whole, in percent. */
const PARTS: Readonly<Record<string, number>> = {
  half: 50,
  'one half': 50,
  'a third': 100 / 3,
  'one third': 100 / 3,
  'two thirds': 200 / 3,
  'a quarter': 25,
  'one quarter': 25,
  'three quarters': 75,
  'a fifth': 20,
  'a tenth': 10,
};

/** Words that say how a number is meant, longest first where one begins another. */
const PRECISION_WORDS: readonly (readonly [RegExp, Precision])[] = [
  [
    /(?:at least|no fewer than|no less than|≥|mindestens|au moins|al menos|por lo menos|щонайменше|не менше(?: ніж)?|최소|적어도|至少|ما لا يقل عن) ?$/iu,
    'at-least',
  ],
  [
    /(?:at most|up to|no more than|≤|höchstens|bis zu|au plus|jusqu'à|como máximo|щонайбільше|не більше(?: ніж)?|최대|最多|ما لا يزيد (?:على|عن)) ?$/iu,
    'at-most',
  ],
  [
    /(?:more than|over|above|in excess of|>|über|mehr als|plus de|más de|понад|більше ніж|超过|超過|أكثر من) ?$/iu,
    'over',
  ],
  [
    /(?:nearly|almost|close to|just under|fast|nahezu|beinahe|près de|presque|casi|майже|거의|近|将近|接近|ما يقارب|قرابة) ?$/iu,
    'nearly',
  ],
  [
    /(?:about|around|approximately|approx\.|roughly|some|circa|ca\.|≈|~|rund|etwa|ungefähr|environ|alrededor de|unos|unas|cerca de|близько|приблизно|약|대략|约|約|大约|نحو|حوالي) ?$/iu,
    'about',
  ],
];

/** No word of precision is longer than this with the sign after it. */
const LONGEST_BEFORE = 40;

const FIGURES =
  /(?<=^|[^\p{L}\p{N}]|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}])(?:[+-]?\d{1,3}(?:[ ,.'\u00A0\u202F]\d{3})+(?!\d)(?:[.,]\d+)?|[+-]?\d+(?:[.,]\d+)?)/gu;

const WORD = [...UNITS, ...TENS, 'hundred', 'thousand', 'million', 'billion'].join('|');
const SPELT = new RegExp(`\\b(?:${WORD})(?:[ -](?:and )?(?:${WORD}))*\\b`, 'gi');
const PART_WORDS = new RegExp(`\\b(?:${Object.keys(PARTS).join('|')})\\b`, 'gi');

/** Every number of a text, in its order. */
export function amountsIn(text: string): Amount[] {
  const folded = westernDigits(fold(text));
  const found: { at: number; amount: Amount }[] = [];
  const add = (at: number, words: string, values: readonly number[]) => {
    const before = folded.slice(Math.max(0, at - LONGEST_BEFORE), at).replace(/[€$£¥] ?$/, '');
    const precision = PRECISION_WORDS.find(([pattern]) => pattern.test(before))?.[1];
    found.push({ at, amount: { text: words, values, precision } });
  };
  const myriads = myriadsIn(folded);
  for (const match of myriads) add(match.index, match[0].trim(), [inMyriads(match[0])]);
  let next = 0;
  const isCounted = (at: number) => {
    const endOf = (match: RegExpExecArray) => match.index + match[0].length;
    for (let match = myriads[next]; match && endOf(match) <= at; match = myriads[next]) next++;
    return at >= (myriads[next]?.index ?? Number.POSITIVE_INFINITY);
  };
  for (const match of folded.matchAll(FIGURES)) {
    if (isCounted(match.index)) continue;
    const after = folded.slice(match.index + match[0].length);
    const larger = AFTER_FIGURES.find(([words]) => words.test(after));
    if (larger) {
      const [words, factor] = larger;
      const values = readings(match[0]).map((value) => value * factor);
      add(match.index, match[0] + (words.exec(after)?.[0] ?? ''), values);
      continue;
    }
    const scale = /^[ -]?(hundred|thousand|million|billion|trillion|mn|bn|[km])\b/i.exec(after);
    const name = scale?.[1]?.toLowerCase() ?? '';
    const factor = SCALES[name] ?? 1;
    // `7.4 m` may be millions or metres: both are readings.
    const factors = name.length === 1 ? [factor, 1] : [factor];
    add(
      match.index,
      match[0] + (scale?.[0] ?? ''),
      readings(match[0]).flatMap((value) => factors.map((one) => value * one)),
    );
  }
  for (const match of folded.matchAll(SPELT)) {
    add(match.index, match[0], [spelt(match[0])]);
  }
  for (const match of folded.matchAll(PART_WORDS)) {
    add(match.index, match[0], [PARTS[match[0].toLowerCase()] ?? Number.NaN]);
  }
  return found.sort((a, b) => a.at - b.at).map(({ amount }) => amount);
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
    .replace(/\p{Nd}/gu, (digit) => String(zerosBefore(digit)))
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
  const grouped = Number(bare.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(',', '.'));
  const point = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  const whole = point < 0 ? bare : bare.slice(0, point);
  const decimal = Number(point < 0 ? bare : `${whole.replace(/[.,]/g, '')}.${bare.slice(point + 1)}`);
  return [...new Set([grouped, decimal])].filter(Number.isFinite);
}

function spelt(words: string): number {
  let total = 0;
  let part = 0;
  for (const word of words.toLowerCase().split(/[ -]/)) {
    const scale = SCALES[word];
    if (word === 'hundred') part = Math.max(1, part) * 100;
    else if (scale !== undefined) {
      total += Math.max(1, part) * scale;
      part = 0;
    } else if (TENS.includes(word)) part += (TENS.indexOf(word) + 2) * 10;
    else if (UNITS.includes(word)) part += UNITS.indexOf(word);
  }
  return total + part;
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
