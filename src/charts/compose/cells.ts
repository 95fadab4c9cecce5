/** One value of a chart in words, with how sure it is. */

import type { Chart } from '../../items/chart-fields.js';
import type { Measure } from '../../load/head.js';
import { fill } from '../../load/locale.js';
import type { Table } from '../../load/table.js';
import type { Precision } from '../../load/vocabulary.js';
import { formatSign } from '../../words/numbers.js';
import type { Cell } from '../model.js';
import { type ChartContext, format, symbolOf } from './context.js';

export function cellOf(
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

export type Sure = Pick<Cell, 'certain' | 'status'>;

/** Most decimals that one of some numbers has. */
export function decimalsIn(numbers: readonly (number | null | undefined)[]): number {
  return Math.max(0, ...numbers.map((number) => String(number ?? '').split('.')[1]?.length ?? 0));
}

interface Amount {
  value?: number | undefined;
  range?: readonly [number, number] | undefined;
  unit?: Measure['unit'];
}

export function inWords(
  { value, range, unit }: Amount,
  precision: Precision,
  sure: Sure,
  decimals: number,
  chart: Chart,
  context: ChartContext,
): Cell {
  const { locale } = context.wording;
  const sign = (amount: Pick<Measure, 'value' | 'range'>) =>
    formatSign(
      { ...amount, unit: symbolOf(unit === undefined ? chart : { unit }, locale) },
      precision,
      locale,
      decimals,
    );
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
