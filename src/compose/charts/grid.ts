/** A chart's values in words: places along, one series or several; as many as can be read, the others as one. */

import { inlineTable } from '../../load/chart-shape.js';
import { type BriefDate, parseDate, spanOf } from '../../load/dates.js';
import { fill } from '../../load/locale.js';
import type { Chart, Measure } from '../../load/schema.js';
import type { Table } from '../../load/table.js';
import type { GridKind, Precision } from '../../load/vocabulary.js';
import { formatShortDate } from '../../words/dates.js';
import { formatCount, formatSign } from '../../words/numbers.js';
import { inVocabulary } from '../../words/texts.js';
import type { Cell, Place, Series } from '../picture.js';
import { type ChartContext, format, symbolOf } from './context.js';

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

function cellOf(
  chart: Chart,
  one: Table['series'][number],
  i: number,
  n: number,
  decimals: number,
  context: ChartContext,
): Cell | null {
  const datum = chart.data?.[i];
  const name = n === 0 ? datum?.measure : undefined;
  const measure = name === undefined ? undefined : context.brief.measures[name];
  const status = measure?.status ?? datum?.status ?? one.status?.[i] ?? 'confirmed';
  const sure: Sure =
    status === 'confirmed'
      ? { certain: chart.status === 'confirmed' }
      : { certain: false, status: context.wording.locale.statuses[status] };
  // A measure has the digits that it is known to.
  if (measure) return inWords(measure, measure.precision, sure, 0, chart, context);
  const value = one.values[i] ?? undefined;
  const [low, high] = [one.low?.[i] ?? undefined, one.high?.[i] ?? undefined];
  if (low !== undefined && high !== undefined) {
    // The same amount from low to high is no range.
    if (low === high) return inWords({ value: low }, 'exact', sure, decimals, chart, context);
    const amount = { range: [Math.min(low, high), Math.max(low, high)] as const };
    return inWords({ ...amount, value }, 'exact', sure, decimals, chart, context);
  }
  return value === undefined ? null : inWords({ value }, 'exact', sure, decimals, chart, context);
}

type Sure = Pick<Cell, 'certain' | 'status'>;

/** Most decimals that one of some numbers has. */
export function decimalsIn(numbers: readonly (number | null | undefined)[]): number {
  return Math.max(0, ...numbers.map((number) => String(number ?? '').split('.')[1]?.length ?? 0));
}

interface Amount {
  value?: number | undefined;
  range?: readonly [number, number] | undefined;
  unit?: Measure['unit'];
}

function inWords(
  { value, range, unit }: Amount,
  precision: Precision,
  sure: Sure,
  decimals: number,
  chart: Chart,
  context: ChartContext,
): Cell {
  const { locale } = context.wording;
  const sign = (amount: Pick<Measure, 'value' | 'range'>) =>
    formatSign({ ...amount, unit: unit ?? symbolOf(chart) }, precision, locale, decimals);
  if (!range)
    return { ...(value === undefined ? {} : { value }), text: sign({ value: value ?? 0 }), ...sure };
  const inRange = sign({ range: [range[0], range[1]] });
  const best = value === undefined ? undefined : format(value, chart, context, decimals);
  return {
    ...(value === undefined ? {} : { value }),
    range,
    text: best === undefined ? inRange : fill(locale.charts.best, { best, range: inRange }),
    ...(best === undefined ? {} : { best }),
    ends: [sign({ value: range[0] }), sign({ value: range[1] })],
    ...sure,
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
  const precision = dates.every((date) => date.precision === 'year')
    ? 'year'
    : dates.every((date) => date.precision === 'month')
      ? 'month'
      : undefined;
  const numberOf = (date: BriefDate) =>
    precision === 'year' ? date.year : date.precision === 'month' ? date.year * 12 + date.month - 1 : 0;
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

/** As many dates as a picture may have; beyond it, gaps are not filled in. */
const MOST_PLACES = 1000;

function labelOf(number: number, precision: 'year' | 'month'): string {
  if (precision === 'year') return String(number);
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

function divisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : divisor(b, a % b);
}

/** Most places and series of a kind that a room can read. */
const MOST: Readonly<Record<GridKind, { places: number; series: number }>> = {
  bar: { places: 12, series: 1 },
  range: { places: 10, series: 1 },
  dot: { places: 13, series: 1 },
  share: { places: 6, series: 1 },
  waffle: { places: 6, series: 1 },
  stacked: { places: 10, series: 6 },
  grouped: { places: 6, series: 4 },
  line: { places: Number.POSITIVE_INFINITY, series: Number.POSITIVE_INFINITY },
  area: { places: Number.POSITIVE_INFINITY, series: Number.POSITIVE_INFINITY },
  slope: { places: 2, series: Number.POSITIVE_INFINITY },
  'small-multiples': { places: Number.POSITIVE_INFINITY, series: 12 },
};
/** Kinds in which several parts make one larger part. */
const ADDED: ReadonlySet<GridKind> = new Set(['stacked', 'share', 'waffle']);
/** Kinds that name the lines they have room for: the largest. */
const LINES: ReadonlySet<GridKind> = new Set(['line', 'area', 'slope', 'small-multiples']);

/** The grid with no more than can be read: the largest stay, the others are drawn as one, with their number. */
export function readable(
  grid: Grid,
  kind: GridKind,
  chart: Chart,
  context: ChartContext,
): Grid & { left: number } {
  const most = MOST[kind];
  let { places, series } = grid;
  let left = 0;
  series = ranked(series, kind);
  if (kind === 'small-multiples') {
    left = Math.max(0, series.length - most.series);
    series = series.slice(0, most.series);
  } else if (series.length > most.series) {
    const { kept, rest } = largest(series, most.series, (one) =>
      one.cells.reduce((all, cell) => all + amountOf(cell), 0),
    );
    series = [
      ...kept,
      {
        label: restLabel(rest.length, context),
        isRest: true,
        cells: places.map((_, i) =>
          together(
            rest.map((one) => one.cells[i] ?? null),
            kind,
            grid.decimals,
            chart,
            context,
          ),
        ),
      },
    ];
  }
  if (kind === 'stacked' && !grid.isTime && places.length > most.places) {
    // Their sum would be a bar of another size than all the others: it is left to the table.
    const sizeOf = (i: number) => series.reduce((all, one) => all + amountOf(one.cells[i] ?? null), 0);
    const { kept } = largest(
      places.map((_, i) => i),
      most.places + 1,
      sizeOf,
    );
    left = places.length - kept.length;
    places = kept.map((i, at) => ({ label: places[i]?.label ?? '', at }));
    series = series.map((one) => ({ ...one, cells: kept.map((i) => one.cells[i] ?? null) }));
  } else if (!grid.isTime && places.length > most.places) {
    const numbers = places.map((_, i) => i);
    const sizeOf = (i: number) => series.reduce((all, one) => all + amountOf(one.cells[i] ?? null), 0);
    const { kept, rest } = largest(numbers, most.places, sizeOf);
    places = [
      ...kept.map((i, at) => ({ label: places[i]?.label ?? '', at })),
      { label: restLabel(rest.length, context), at: kept.length, isRest: true },
    ];
    series = series.map((one) => ({
      ...one,
      cells: [
        ...kept.map((i) => one.cells[i] ?? null),
        together(
          rest.map((i) => one.cells[i] ?? null),
          kind,
          grid.decimals,
          chart,
          context,
        ),
      ],
    }));
  }
  return { places, series, isTime: grid.isTime, decimals: grid.decimals, left };
}

/** The lines of a picture with the largest first, where not all of them can be named. */
export function ranked(series: readonly Series[], kind: GridKind): readonly Series[] {
  if (!LINES.has(kind) || series.length <= 6) return series;
  const lastOf = (one: Series) => amountOf(one.cells.findLast((cell) => cell !== null) ?? null);
  return [...series].sort((a, b) => lastOf(b) - lastOf(a));
}

function amountOf(cell: Cell | null): number {
  return Math.abs(cell?.value ?? cell?.range?.[1] ?? 0);
}

/** The largest first, and the rest in their order: one place is left for it. */
function largest<T>(all: readonly T[], most: number, sizeOf: (one: T) => number): { kept: T[]; rest: T[] } {
  const bySize = [...all].sort((a, b) => sizeOf(b) - sizeOf(a));
  const kept = new Set(bySize.slice(0, Math.max(1, most - 1)));
  return { kept: bySize.filter((one) => kept.has(one)), rest: all.filter((one) => !kept.has(one)) };
}

export function restLabel(n: number, { wording }: ChartContext): string {
  return formatCount('others', n, wording.locale);
}

/** Several cells as one: their sum where they are parts, else from the lowest to the highest of them. */
function together(
  cells: readonly (Cell | null)[],
  kind: GridKind,
  decimals: number,
  chart: Chart,
  context: ChartContext,
): Cell | null {
  const known = cells.filter((cell) => cell !== null);
  if (known.length === 0) return null;
  const sure = { certain: known.every((cell) => cell.certain) };
  if (ADDED.has(kind)) {
    const sum = known.reduce((all, cell) => all + (cell.value ?? 0), 0);
    return inWords({ value: Number(sum.toPrecision(12)) }, 'exact', sure, decimals, chart, context);
  }
  const ends = known.flatMap((cell) => [
    ...(cell.range ?? []),
    ...(cell.value === undefined ? [] : [cell.value]),
  ]);
  const range = [Math.min(...ends), Math.max(...ends)] as const;
  return range[0] === range[1]
    ? inWords({ value: range[0] }, 'exact', sure, decimals, chart, context)
    : inWords({ range }, 'exact', sure, decimals, chart, context);
}
