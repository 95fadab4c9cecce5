/** Numbers in texts that follow from others: how long a timeline is, shares and sums of measures. */
import { parseDate, spanOf } from '../../load/dates.js';
import { type Bounds, boundsOf } from '../../load/formula.js';
import { fillPlaceholders, placeholdersOf } from '../../load/placeholders.js';
import type { Brief, Chart, Measure, SourceRef } from '../../load/schema.js';
import { type Amount, amountsIn, toleranceOf } from '../../words/amounts.js';
import { MULTIPLES, PARTS, plainWord } from '../../words/lexicon.js';
import { saysUnit } from '../../words/own-unit.js';
import type { UnitWords } from '../../words/units.js';
import type { BriefCheck, Log, Rule } from '../rule.js';
import { statedTexts } from './statements.js';

type Id = 'derived-number';

export const derivedNumber = {
  id: 'derived-number',
  severity: 'error',
  asks: 'A span, a share or a sum in a text is that of the dates and measures beside it.',
  check({ brief }, log) {
    const words: UnitWords = { language: brief.language, units: {} };
    brief.charts.forEach((chart, i) => {
      const path = ['charts', i, 'headline'];
      if (chart.kind === 'timeline') checkSpan(chart, path, brief, words, log);
    });
    for (const { text, path, sources } of statedTexts(brief)) checkMeasures(text, path, sources, brief, log);
  },
} as const satisfies Rule & BriefCheck<Id>;

const DAY = 24 * 60 * 60 * 1000;

/** Days of a unit, and how much of one may be rounded away. */
const UNITS: readonly (readonly [unit: string, days: number, rounding: number])[] = [
  ['days', 1, 0],
  ['weeks', 7, 0.75],
  ['months', 30.44, 1],
  ['years', 365.25, 1],
];

/** "In eight days" over a timeline is how long it is: the first and the last day counted, or the last alone. */
function checkSpan(chart: Chart, path: readonly PropertyKey[], brief: Brief, words: UnitWords, log: Log<Id>) {
  const spans = brief.events
    .filter(({ id }) => chart.events?.includes(id))
    .flatMap(({ date }) => (date === undefined ? [] : [parseDate(date)]))
    .flatMap((date) => (date ? [spanOf(date)] : []));
  if (spans.length < 2) return;
  const [first, last] = [spans.map(([start]) => start), spans.map(([, end]) => end)];
  // Between the days on which it began and ended, and with both of them.
  const most = (Math.max(...last) - Math.min(...first)) / DAY;
  const least = (Math.max(...first) - Math.min(...last)) / DAY + 1;
  for (const amount of amountsIn(fillPlaceholders(chart.headline, () => ' ; '))) {
    const { before, text, after } = amount;
    const unit = UNITS.find(([name]) =>
      saysUnit(before + text + after, before.length, before.length + text.length, name, words),
    );
    if (!unit) continue;
    log.count('derived-number');
    const [name, days, rounding] = unit;
    const isSpan = amount.values.some(
      (value) => value >= least / days - rounding && value <= most / days + rounding,
    );
    if (isSpan) continue;
    log.find({
      rule: 'derived-number',
      path,
      message: `says ${text} ${name}, and its events are ${lengthIn(least / days, most / days)} ${name} apart`,
      hint: 'Count from the first event to the last, or name the events that are meant.',
    });
  }
}

const lengthIn = (least: number, most: number) =>
  Math.floor(least) === Math.ceil(most) ? `${Math.ceil(most)}` : `${Math.floor(least)} to ${Math.ceil(most)}`;

/** Shares, multiples and sums that a text tells of the measures in it. */
function checkMeasures(
  text: string,
  path: readonly PropertyKey[],
  sources: readonly SourceRef[],
  brief: Brief,
  log: Log<Id>,
): void {
  const names = [...new Set(placeholdersOf(text))];
  const measures = names.flatMap((name) => brief.measures[name] ?? []);
  const [first] = measures;
  if (!first || measures.length < 2 || measures.some(({ unit }) => unit !== first.unit)) return;
  const bounds = measures.map(whereIs);
  const said = fillPlaceholders(text, () => ' ; ');
  const shares = amountsIn(said).flatMap((amount) => {
    const ratio = ratioOf(amount);
    return ratio === undefined ? [] : [{ amount, ratio }];
  });
  const held = sources.flatMap(({ evidence }) => amountsIn(evidence ?? '')).flatMap(({ values }) => values);
  for (const { amount, ratio } of shares) {
    log.count('derived-number');
    if (amount.values.some((value) => held.includes(value)) || isRatio(ratio, amount, bounds)) continue;
    log.find({
      rule: 'derived-number',
      path,
      message: `says "${amount.text}", which the measures {${names.join('}, {')}} do not come to`,
      hint: 'Compute it: give it a measure with "derived:", and write its name in braces.',
    });
  }
  if (measures.length < 3 || !TOTAL.test(said)) return;
  log.count('derived-number');
  const whole = bounds.reduce((largest, one) => (one.high > largest.high ? one : largest));
  const parts = bounds.filter((one) => one !== whole);
  const [low, high] = [
    parts.reduce((sum, one) => sum + one.low, 0),
    parts.reduce((sum, one) => sum + one.high, 0),
  ];
  if (whole.high >= low && whole.low <= high) return;
  log.find({
    rule: 'derived-number',
    path,
    message: `gives a total that is not the sum of its parts (${low === high ? low : `${low} to ${high}`})`,
    hint: 'Compute it: "derived: a + b".',
  });
}

/** What a number in words makes of another: 0.5 for "half", 2 for "twice"; `undefined` for a plain number. */
function ratioOf({ text, values: [value = Number.NaN], after }: Amount): number | undefined {
  if (/\d/.test(text)) return undefined;
  const word = plainWord(text.split(/[\s-]/).at(-1) ?? '');
  // Shares are read as percent.
  if (PARTS.has(word) || /分之|분의|절반|一半/.test(text)) return value / 100;
  return MULTIPLES.has(word) || /[배倍]$/.test(text) || TIMES.test(after) ? value : undefined;
}

const TIMES = /^(?: times| mal| fois| veces| рази| разів| مرات|-?fold|배|倍)(?!\p{L})/u;

/** Whether two of some numbers are to each other as a text says, as far as they are known. */
function isRatio(ratio: number, { precisions }: Amount, bounds: readonly Bounds[]): boolean {
  const isMore = precisions.some((precision) => precision === 'over' || precision === 'at-least');
  const isLess = precisions.some((precision) => precision === 'at-most' || precision === 'nearly');
  const [from, to] = [isLess ? 0 : ratio * 0.9, isMore ? Number.POSITIVE_INFINITY : ratio * 1.1];
  const meets = (low: number, high: number) => low <= to && high >= from;
  return bounds.some((a) =>
    bounds.some(
      (b) =>
        a !== b &&
        // What one is of the other, and how much more or less it is.
        (meets(a.low / b.high, a.high / b.low) ||
          meets(Math.abs(a.low - b.low) / b.low, Math.abs(a.high - b.high) / b.high)),
    ),
  );
}

/** Where the true number of a measure is. */
const whereIs = (measure: Measure): Bounds =>
  boundsOf(measure, measure.precision === 'exact' ? 0 : toleranceOf(measure.value ?? 0, measure.precision));

/** Words that make one number the sum of others. */
const TOTAL =
  /(?<!\p{L})(?:in all|in total|all told|altogether|combined|together|insgesamt|zusammen|au total|en tout|ensemble|en total|en conjunto|загалом|разом|усього|إجمالا|في المجموع)(?!\p{L})|합계|모두 합|总共|共计|合计/iu;
