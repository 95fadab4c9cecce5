/** As many values of a chart as a room can read: the largest stay, the others are drawn as one or left to the table. */

import type { Chart } from '../../items/chart-fields.js';
import { formatCount } from '../../words/numbers.js';
import type { GridKind } from '../kind.js';
import type { Cell, Series } from '../model.js';
import { inWords } from './cells.js';
import type { ChartContext } from './context.js';
import type { Grid } from './grid.js';

/** The grid with no more than can be read: the largest stay, the others are drawn as one, with their number. */
export function readable(
  grid: Grid,
  kind: GridKind,
  chart: Chart,
  context: ChartContext,
): Grid & { left: number } {
  const { places: mostPlaces, series: mostSeries } = kind;
  const sizeOf = (cells: readonly (Cell | null)[]) => cells.reduce((all, cell) => all + amountOf(cell), 0);
  const asOne = (cells: readonly (Cell | null)[]) => together(cells, kind, grid.decimals, chart, context);
  let { places } = grid;
  let series = ranked(grid.series, kind);
  let left = 0;
  if (mostSeries && series.length > mostSeries.most) {
    if (mostSeries.others === 'left out') {
      left = series.length - mostSeries.most;
      series = series.slice(0, mostSeries.most);
    } else {
      const { kept, rest } = largest(series, mostSeries.most - 1, ({ cells }) => sizeOf(cells));
      const cells = places.map((_, i) => asOne(rest.map((one) => one.cells[i] ?? null)));
      series = [...kept, { label: restLabel(rest.length, context), isRest: true, cells }];
    }
  }
  if (mostPlaces && !grid.isTime && places.length > mostPlaces.most) {
    const isGrouped = mostPlaces.others === 'grouped';
    const { kept, rest } = largest(
      places.map((_, i) => i),
      isGrouped ? mostPlaces.most - 1 : mostPlaces.most,
      (i) => sizeOf(series.map((one) => one.cells[i] ?? null)),
    );
    const cellsAt = ({ cells }: Series, list: readonly number[]) => list.map((i) => cells[i] ?? null);
    const keptPlaces = kept.map((i, at) => ({ label: places[i]?.label ?? '', at }));
    left = isGrouped ? left : rest.length;
    places = isGrouped
      ? [...keptPlaces, { label: restLabel(rest.length, context), at: kept.length, isRest: true }]
      : keptPlaces;
    series = series.map((one) => ({
      ...one,
      cells: isGrouped ? [...cellsAt(one, kept), asOne(cellsAt(one, rest))] : cellsAt(one, kept),
    }));
  }
  return { places, series, isTime: grid.isTime, decimals: grid.decimals, left };
}

/** Most lines whose names surely have room. */
const MOST_NAMED = 6;

/** The series of a chart with the largest first, where not all of them can be named. */
export function ranked(series: readonly Series[], kind: GridKind): readonly Series[] {
  if (!kind.isAlongTime || series.length <= MOST_NAMED) return series;
  const lastOf = (one: Series) => amountOf(one.cells.findLast((cell) => cell !== null) ?? null);
  return [...series].sort((a, b) => lastOf(b) - lastOf(a));
}

function amountOf(cell: Cell | null): number {
  return Math.abs(cell?.value ?? cell?.range?.[1] ?? 0);
}

/** So many of the largest, the largest first, and the rest in their order. */
function largest<T>(all: readonly T[], most: number, sizeOf: (one: T) => number): { kept: T[]; rest: T[] } {
  const bySize = [...all].sort((a, b) => sizeOf(b) - sizeOf(a));
  const kept = new Set(bySize.slice(0, most));
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
  if (kind.parts) {
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
