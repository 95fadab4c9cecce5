/** Numbers as a room reads them: by the language's own rules (Intl), with the precision they were given in. */

import type { Measure } from '../load/head.js';
import { fill, type Locale } from '../load/locale.js';
import { readUnit } from '../load/units.js';
import type { Precision } from '../load/vocabulary.js';
import { numberFormat, pluralRules } from './intl.js';
import { inUnit } from './units.js';

/** Every digit that was written, and no more. */
const AS_WRITTEN: Intl.NumberFormatOptions = { maximumFractionDigits: 20, signDisplay: 'negative' };

/**
 * A bare amount: `1.2 million`, `15,000`, `23.3%`, `€1.2 million`, `414 mm`. Shortened to millions or billions only
 * where nothing is lost by it. A plain noun is left to the text around the number. `decimals` are shown at least,
 * so that the numbers of a column stand in line.
 */
export function formatAmount(amount: number, unit: string, locale: Locale, decimals = 0): string {
  // A minus sign, as long as a plus; Intl writes a hyphen in most languages.
  return format(amount, unit, locale, decimals).replace('-', '−');
}

function format(amount: number, name: string, locale: Locale, decimals: number): string {
  const { language } = locale;
  const full = { ...AS_WRITTEN, minimumFractionDigits: decimals };
  const unit = readUnit(name);
  if (unit?.kind === 'measure' && unit.id === 'percent' && unit.display === 'short')
    return numberFormat(language, { ...full, style: 'unit', unit: 'percent' }).format(amount);
  const large = inLargeUnits(amount, locale);
  if (unit?.kind === 'currency') return formatCurrency(amount, unit.code, large, locale, decimals);
  const number = large ?? numberFormat(language, full).format(amount);
  return unit ? inUnit({ amount, number, isLarge: large !== undefined }, unit, locale) : number;
}

/**
 * Money with its sign where the language puts it. Intl shortens money to `€1.2M`; a room hears "1.2 million". A
 * Canadian dollar is not shown by the sign of the American one.
 */
function formatCurrency(
  amount: number,
  currency: string,
  large: string | undefined,
  { language, money }: Locale,
  decimals: number,
): string {
  const format = numberFormat(language, {
    ...AS_WRITTEN,
    style: 'currency',
    currency,
    currencyDisplay: money,
    ...(Number.isInteger(amount) && decimals === 0 ? { maximumFractionDigits: 0 } : {}),
  });
  if (large === undefined) return format.format(amount);
  const digits: ReadonlySet<string> = new Set(['integer', 'group', 'decimal', 'fraction']);
  const parts = format.formatToParts(amount);
  const first = parts.findIndex((part) => part.type === 'integer');
  return parts
    .flatMap((part, i) =>
      i === first ? [large.replace(/^\D+/, '')] : digits.has(part.type) ? [] : [part.value],
    )
    .join('');
}

/**
 * A large number in the language's own words: `1.2 million`, `120万`, `1만 5천`; `undefined` where it is not large, or
 * where two decimals would not keep every digit.
 */
function inLargeUnits(amount: number, { language, largeFrom, largeUnits }: Locale): string | undefined {
  if (Math.abs(amount) < largeFrom) return undefined;
  if (largeUnits) return Number.isInteger(amount) ? inMyriads(amount, largeUnits) : undefined;
  const short: Intl.NumberFormatOptions = { notation: 'compact', compactDisplay: 'long' };
  const rounded = numberFormat(language, { ...AS_WRITTEN, ...short, maximumFractionDigits: 2 }).format(
    amount,
  );
  const exact = numberFormat(language, { ...AS_WRITTEN, ...short }).format(amount);
  return rounded === exact ? rounded : undefined;
}

/** Four digits a unit, as Korean counts: 15,000 is `1만 5천`, 1,234,567 is `123만 4567`. */
function inMyriads(amount: number, [thousand = '', ...units]: readonly string[]): string {
  const parts: string[] = [];
  let rest = Math.abs(amount);
  for (const unit of ['', ...units]) {
    const part = unit === units.at(-1) ? rest : rest % 1e4;
    rest = (rest - part) / 1e4;
    if (part > 0) parts.unshift(`${part % 1e3 === 0 ? `${part / 1e3}${thousand}` : part}${unit}`);
  }
  return `${amount < 0 ? '-' : ''}${parts.join(' ')}`;
}

/** The amount of a measure without its precision: `15,000`, or `€900,000 to €1.5 million`. */
export function formatBare(
  measure: Pick<Measure, 'value' | 'range' | 'unit'>,
  locale: Locale,
  decimals = 0,
): string {
  if (measure.range) {
    const [low, high] = measure.range;
    return fill(locale.range, {
      low: formatAmount(low, measure.unit, locale, decimals),
      high: formatAmount(high, measure.unit, locale, decimals),
    });
  }
  return formatAmount(measure.value ?? Number.NaN, measure.unit, locale, decimals);
}

/** A measure in a text: `about 15,000`. */
export function formatMeasure(measure: Measure, locale: Locale): string {
  return fill(locale.precisions[measure.precision], { n: formatBare(measure, locale) });
}

/** A value at the end of a bar: `≈ 15,000`. */
export function formatSign(
  value: Pick<Measure, 'value' | 'range' | 'unit'>,
  precision: Precision,
  locale: Locale,
  decimals = 0,
): string {
  return fill(locale.signs[precision], { n: formatBare(value, locale, decimals) });
}

/** The words before and after the number, for a number that stands large: `about` | `15,000` | ``. */
export function splitMeasure(
  measure: Measure,
  locale: Locale,
): { before: string; number: string; after: string } {
  const [before = '', after = ''] = locale.precisions[measure.precision].split('{n}');
  return { before: before.trim(), number: formatBare(measure, locale), after: after.trim() };
}

/** What is said of a number of things: `1 other`, `5 others`. */
export function formatCount(
  count: keyof Locale['counts'],
  n: number,
  locale: Locale,
  values: Readonly<Record<string, string>> = {},
): string {
  const forms = locale.counts[count];
  const form = forms[pluralRules(locale.language).select(n)] ?? forms.other ?? '';
  return fill(form, { ...values, n: formatAmount(n, '', locale) });
}
