/** Numbers as a room reads them: by the language's own rules (Intl), with the precision they were given in. */

import { fill, type Locale } from '../load/locale.js';
import type { Measure } from '../load/schema.js';
import { CURRENCIES, type Precision } from '../load/terms.js';
import { numberFormat } from './intl.js';

const isCurrency = (unit: string) => CURRENCIES.has(unit);

/** Every digit that was written, and no more. */
const AS_WRITTEN: Intl.NumberFormatOptions = { maximumFractionDigits: 20, signDisplay: 'negative' };

/**
 * A bare amount: `1.2 million`, `15,000`, `23.3%`, `€1.2 million`. Shortened to millions or billions only
 * where nothing is lost by it. A plain noun is left to the text around the number. `decimals` are shown at least,
 * so that the numbers of a column stand in line.
 */
export function formatAmount(amount: number, unit: string, locale: Locale, decimals = 0): string {
  // A minus sign, as long as a plus; Intl writes a hyphen in most languages.
  return format(amount, unit, locale, decimals).replace('-', '−');
}

function format(amount: number, unit: string, locale: Locale, decimals: number): string {
  const { language } = locale;
  const full = { ...AS_WRITTEN, minimumFractionDigits: decimals };
  if (unit === '%') return numberFormat(language, { ...full, style: 'unit', unit: 'percent' }).format(amount);
  const short = shortFormat(amount, language);
  if (isCurrency(unit)) return formatCurrency(amount, unit, short, locale);
  return (short ?? numberFormat(language, full)).format(amount);
}

/**
 * Money with its sign where the language puts it. Intl shortens money to `€1.2M`; a room hears "1.2 million". A
 * Canadian dollar is not shown by the sign of the American one.
 */
function formatCurrency(
  amount: number,
  currency: string,
  short: Intl.NumberFormat | undefined,
  { language }: Locale,
): string {
  const format = numberFormat(language, {
    ...AS_WRITTEN,
    style: 'currency',
    currency,
    ...(Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {}),
  });
  if (!short) return format.format(amount);
  const digits: ReadonlySet<string> = new Set(['integer', 'group', 'decimal', 'fraction']);
  const parts = format.formatToParts(amount);
  const first = parts.findIndex((part) => part.type === 'integer');
  return parts
    .flatMap((part, i) =>
      i === first ? [short.format(Math.abs(amount))] : digits.has(part.type) ? [] : [part.value],
    )
    .join('');
}

/** Millions or more with two decimals at the language's own scale, where that keeps every digit. */
function shortFormat(amount: number, language: string): Intl.NumberFormat | undefined {
  if (Math.abs(amount) < 1e6) return undefined;
  const short: Intl.NumberFormatOptions = { notation: 'compact', compactDisplay: 'long' };
  const rounded = numberFormat(language, { ...AS_WRITTEN, ...short, maximumFractionDigits: 2 });
  const exact = numberFormat(language, { ...AS_WRITTEN, ...short });
  return rounded.format(amount) === exact.format(amount) ? rounded : undefined;
}

/** The amount of a measure without its precision: `15,000`, or `€900,000 to €1.5 million`. */
export function formatBare(measure: Pick<Measure, 'value' | 'range' | 'unit'>, locale: Locale): string {
  if (measure.range) {
    const [low, high] = measure.range;
    return fill(locale.range, {
      low: formatAmount(low, measure.unit, locale),
      high: formatAmount(high, measure.unit, locale),
    });
  }
  return formatAmount(measure.value ?? Number.NaN, measure.unit, locale);
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
): string {
  return fill(locale.signs[precision], { n: formatBare(value, locale) });
}

/** The words before and after the number, for a number that stands large: `about` | `15,000` | ``. */
export function splitMeasure(
  measure: Measure,
  locale: Locale,
): { before: string; number: string; after: string } {
  const [before = '', after = ''] = locale.precisions[measure.precision].split('{n}');
  return { before: before.trim(), number: formatBare(measure, locale), after: after.trim() };
}
