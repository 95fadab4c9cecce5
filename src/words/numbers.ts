/** Numbers as a room reads them: by the language's own rules (Intl), with the precision they were given in. */

import { fill, type Locale } from '../load/locale.js';
import type { Measure } from '../load/schema.js';
import { CURRENCIES, type Precision } from '../load/terms.js';

const isCurrency = (unit: string) => CURRENCIES.has(unit);

/**
 * A bare amount: `1.2 million`, `15,000`, `23.3%`, `€1.2 million`. Shortened to millions or billions only
 * where nothing is lost by it. A plain noun is left to the text around the number.
 */
export function formatAmount(amount: number, unit: string, locale: Locale): string {
  const isShort = Math.abs(amount) >= 1e6 && isLossless(amount);
  const number = new Intl.NumberFormat(
    locale.language,
    isShort
      ? { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 }
      : { maximumFractionDigits: 6 },
  );
  const text = isCurrency(unit)
    ? formatCurrency(amount, unit, isShort ? number : undefined, locale)
    : `${number.format(amount)}${unit === '%' ? '%' : ''}`;
  // A minus sign, as long as a plus; Intl writes a hyphen in most languages.
  return text.replace('-', '−');
}

/** Money with its sign where the language puts it. Intl shortens money to `€1.2M`; a room hears "1.2 million". */
function formatCurrency(
  amount: number,
  currency: string,
  short: Intl.NumberFormat | undefined,
  { language }: Locale,
): string {
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
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

/** Whether an amount of millions or more keeps its every digit with two decimals at its own scale. */
function isLossless(amount: number): boolean {
  const scale = 10 ** (Math.floor(Math.log10(Math.abs(amount)) / 3) * 3 - 2);
  return Number.isInteger(amount / scale);
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
