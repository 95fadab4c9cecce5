/** Numbers of texts and charts, and looking one up among many. */
import { labelsIn, numbersIn } from '../../load/chart-shape.js';
import { fillPlaceholders } from '../../load/placeholders.js';
import type { Brief, Chart } from '../../load/schema.js';
import { type Table, valuesOf } from '../../load/table.js';
import { type Amount, amountsIn, toleranceOf } from '../../words/amounts.js';

/** Sorted once, so that each look costs little however many there are. */
export class Numbers {
  readonly #sorted: Float64Array;

  /** Signs are left to the words. */
  constructor(values: Iterable<number>) {
    this.#sorted = Float64Array.from(values, Math.abs).sort();
  }

  /** Whether there is a number within a distance of this one. */
  has(value: number, within: number): boolean {
    const size = Math.abs(value);
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle] ?? 0) < size - within) low = middle + 1;
      else high = middle;
    }
    return (this.#sorted[low] ?? Number.NaN) <= size + within;
  }
}

/** Numbers in figures that a text has of its own, not by a measure. */
export function figuresIn(text: string): Amount[] {
  return amountsIn(fillPlaceholders(text, () => ' ')).filter((amount) => /\d/.test(amount.text));
}

/** The numbers that are written into a chart, those of its labels too: years, ages, sizes. */
export function drawnIn(chart: Chart, table: Table | undefined): number[] {
  const labels = [...labelsIn(chart), ...(table?.x ?? []), ...(table?.series ?? []).map((one) => one.label)];
  const named = labels.flatMap((label) => amountsIn(label)).flatMap(({ values }) => values);
  return [...numbersIn(chart), ...valuesOf(table), ...named];
}

/** Whether some numbers have one that is meant by an amount. */
export function isIn(numbers: Numbers, { values }: Amount, precision: 'exact' | 'about' = 'exact'): boolean {
  return values.some((value) => numbers.has(value, toleranceOf(value, precision)));
}

/** Years, months and days of every date that the brief holds. */
export function datesOf(brief: Brief): number[] {
  const dates = [
    brief.asOf,
    ...Object.values(brief.sources).flatMap((source) => [source.issued, source.accessed]),
    ...brief.events.map((event) => event.date),
    ...brief.quotes.map((quote) => quote.date),
  ];
  return dates
    .filter((date) => date !== undefined)
    .flatMap((date) => date.match(/\d+/g) ?? [])
    .map(Number);
}
