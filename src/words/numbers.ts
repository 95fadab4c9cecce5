/** Numbers as a room reads them: by the language's own rules (Intl), with the precision they were given in. */
import type { Measure } from '../load/schema.js';
import { CURRENCIES, type Precision } from '../load/terms.js';
import { fill, type Locale } from '../load/locale.js';

const isCurrency = (unit: string) => CURRENCIES.has(unit);

/**
 * A bare amount: `1.2 million`, `15,000`, `23.3%`, `€1.2 million`. Shortened to millions or billions only
 * where nothing is lost by it. A plain noun is left to the text around the number.
 */
export function formatAmount(amount: number, unit: string, locale: Locale): string {
  const style: Intl.NumberFormatOptions = isCurrency(unit)
    ? { style: 'currency', currency: unit, currencyDisplay: 'narrowSymbol', minimumFractionDigits: 0 }
    : {};
  const format = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale.language, { maximumFractionDigits: 6, ...style, ...options }).format(amount);
  const isShort = Math.abs(amount) >= 1e6 && isLossless(amount);
  const text = isShort
    ? format({ notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 })
    : format(isCurrency(unit) && !Number.isInteger(amount) ? { minimumFractionDigits: 2 } : {});
  return unit === '%' ? `${text}%` : text;
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
export function splitMeasure(measure: Measure, locale: Locale): { before: string; number: string; after: string } {
  const [before = '', after = ''] = locale.precisions[measure.precision].split('{n}');
  return { before: before.trim(), number: formatBare(measure, locale), after: after.trim() };
}
