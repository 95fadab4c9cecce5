/** A chart's values in words: places along, and one series or several. */

import type { Chart } from '../../items/chart-fields.js';
import { inlineTable } from '../../load/chart-shape.js';
import { type BriefDate, parseDate, spanOf } from '../../load/dates.js';
import { formatShortDate } from '../../words/dates.js';
import { inVocabulary } from '../../words/texts.js';
import type { Place, Series } from '../model.js';
import { cellOf, decimalsIn } from './cells.js';
import type { ChartContext } from './context.js';

export interface Grid {
  places: readonly Place[];
  isTime: boolean;
  series: readonly Series[];
  /** Decimals that every amount is shown with: as many as one of them has. */
  decimals: number;
}

/** All values of a chart, each in words. */
export function gridOf(chart: Chart, context: ChartContext): Grid {
  const table = context.tables.get(chart.id) ?? inlineTable(chart, context.brief.measures);
  const dates = table.x.map(parseDate);
  const known = dates.filter((date) => date !== undefined);
  const isTime = known.length === table.x.length && new Set(table.x).size === table.x.length;
  const decimals = decimalsIn(
    table.series.flatMap(({ values, low = [], high = [] }) => [...values, ...low, ...high]),
  );
  const names = (chart.csv ?? chart.json)?.names ?? {};
  const nameOf = (label: string) =>
    inVocabulary((Object.hasOwn(names, label) ? names[label] : undefined) ?? label, context.wording);
  const series = table.series.map(
    (one, n): Series => ({
      label: nameOf(one.label),
      cells: table.x.map((_, i) => cellOf(chart, one, i, n, decimals, context)),
    }),
  );
  if (!isTime) {
    const places = table.x.map((label, at) => ({ label: nameOf(label), at }));
    return { places, isTime, series, decimals };
  }
  return { ...datesInWords(alongTime(known, table.x, series), context), decimals };
}

/** The dates along a chart as its language writes them, the year only where there are several. */
function datesInWords(grid: Omit<Grid, 'decimals'>, { wording }: ChartContext) {
  const years = new Set(grid.places.map(({ label }) => label.slice(0, 4)));
  return {
    ...grid,
    places: grid.places.map((place) => ({
      ...place,
      label: formatShortDate(place.label, wording.locale, years.size > 1),
    })),
  };
}

/** Places at their dates; years and months that are not given are there, as gaps. */
function alongTime(
  dates: readonly BriefDate[],
  labels: readonly string[],
  series: readonly Series[],
): Omit<Grid, 'decimals'> {
  const times = dates.map((date) => spanOf(date)[0]);
  const order = times.map((_, i) => i).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  const precision = dates.every((date) => date.precision === 'year' && !date.part)
    ? 'year'
    : dates.every((date) => date.precision === 'month' && !date.part)
      ? 'month'
      : undefined;
  const numberOf = (date: BriefDate) =>
    date.precision === 'year' ? date.year : date.precision === 'month' ? date.year * 12 + date.month - 1 : 0;
  const given = new Map(order.map((i) => [dates[i] ? numberOf(dates[i]) : 0, i]));
  const numbers = [...given.keys()];
  const first = numbers[0] ?? 0;
  const last = numbers.at(-1) ?? first;
  const step = numbers.slice(1).reduce((all, number, i) => divisor(all, number - (numbers[i] ?? 0)), 0) || 1;
  const isFilled = precision !== undefined && (last - first) / step <= MOST_PLACES;
  const at = (i: number): Place => ({ label: labels[i] ?? '', at: times[i] ?? 0 });
  if (!isFilled) {
    return {
      places: order.map(at),
      isTime: true,
      series: series.map((one) => ({ ...one, cells: order.map((i) => one.cells[i] ?? null) })),
    };
  }
  const all = Array.from({ length: Math.round((last - first) / step) + 1 }, (_, n) => first + n * step);
  return {
    places: all.map((number) => {
      const i = given.get(number);
      return {
        label: i === undefined ? labelOf(number, precision) : (labels[i] ?? ''),
        at: number,
      };
    }),
    isTime: true,
    series: series.map((one) => ({
      ...one,
      cells: all.map((number) => one.cells[given.get(number) ?? -1] ?? null),
    })),
  };
}

/** As many dates as a chart may have; beyond it, gaps are not filled in. */
const MOST_PLACES = 1000;

function labelOf(number: number, precision: 'year' | 'month'): string {
  if (precision === 'year') return String(number);
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

function divisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : divisor(b, a % b);
}
