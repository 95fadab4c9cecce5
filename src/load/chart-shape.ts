/** Whether a chart's values can be drawn as its kind: one rule for what is written in the brief and for tables. */
import { gridKind } from '../charts/kinds/index.js';
import type { Problem } from '../core/problem.js';
import type { Chart } from '../items/chart-fields.js';
import { parseDate } from './dates.js';
import type { BriefHead } from './head.js';
import type { Table } from './table.js';

/** The values that stand in the brief itself, as a table; measures by their value or range. */
export function inlineTable(chart: Chart, measures: BriefHead['measures']): Table {
  const data = chart.data ?? [];
  const labels = chart.series ?? [''];
  const amountsOf = (datum: (typeof data)[number]) => {
    const measure = datum.measure === undefined ? undefined : measures[datum.measure];
    return { value: datum.value ?? datum.best ?? measure?.value, range: datum.range ?? measure?.range };
  };
  return {
    x: data.map((datum) => datum.label),
    series: labels.map((label, i) => ({
      label,
      values: data.map((datum) => datum.values?.[i] ?? amountsOf(datum).value ?? null),
      low: data.map((datum) => amountsOf(datum).range?.[0] ?? null),
      high: data.map((datum) => amountsOf(datum).range?.[1] ?? null),
    })),
  };
}

/** The numbers that stand in the brief itself for a chart to draw, those of measures aside. */
export function numbersIn(chart: Chart): number[] {
  const data = chart.data ?? [];
  const points = chart.config?.data.datasets.flatMap((one) => one.data) ?? [];
  return [
    ...data.flatMap(({ value, range, best, values }) => [value, best, ...(range ?? []), ...(values ?? [])]),
    ...points.flatMap((point) =>
      typeof point === 'object' && point !== null ? [point.x, point.y] : [point],
    ),
  ].filter((number) => number !== undefined && number !== null);
}

/** The words that a chart draws at its values, and those that choose the rows of its table. */
export function labelsIn(chart: Chart): string[] {
  return [
    ...(chart.data ?? []).map((datum) => datum.label),
    ...(chart.series ?? []),
    ...(chart.config?.data.labels ?? []),
    ...(chart.config?.data.datasets.map((one) => one.label) ?? []),
    ...Object.values((chart.csv ?? chart.json)?.where ?? {}).flat(),
  ];
}

/** What keeps a table from being drawn as the chart's kind. */
export function checkTable(chart: Chart, { x, series }: Table): Problem[] {
  const kind = gridKind(chart.kind);
  const problems: Problem[] = [];
  const report = (message: string, hint: string) => problems.push({ code: 'bad-shape', message, hint });
  const numbers = series.flatMap(({ values, low, high }) => [...values, ...(low ?? []), ...(high ?? [])]);
  const known = numbers.filter((value) => value !== null);
  if (known.length === 0) report('has no value at all', 'Give it values, or change "where".');
  if (kind.isSingle && series.length > 1)
    report(
      `is of kind ${chart.kind}, which draws one series, and has ${series.length}`,
      'Take one column, or another kind: grouped, stacked, line, small-multiples.',
    );
  if (kind.parts && known.some((value) => value < 0))
    report('has a negative part, and parts of a sum have none', 'Take kind grouped or bar.');
  if (kind.parts && series.some(({ low }) => low?.some((value) => value !== null)))
    report('has a range, and parts of a sum are amounts', 'Take kind range, or give each part one value.');
  if (kind.parts === 'whole' && chart.unit === '%') {
    const sum = known.reduce((all, value) => all + value, 0);
    if (sum > 100.5)
      report(
        `has parts that make ${Number(sum.toFixed(2))} per cent together`,
        'Parts of a whole make 100 at most.',
      );
  }
  const isUnsure = series.some(({ status }) => status?.some((one) => one !== 'confirmed'));
  if (isUnsure && chart.attribution === undefined)
    report('has values that are not confirmed, and does not say by whom', 'Add "attribution:" to the chart.');
  for (const { message, hint } of kind.check?.(x) ?? []) report(message, hint);
  if (chart.axis === 'log' && known.some((value) => value <= 0))
    report('has a value of zero or less, which has no place on a logarithmic axis', 'Take a linear axis.');
  const dates = x.filter((label) => parseDate(label) !== undefined).length;
  if (kind.isAlongTime && dates * 2 > x.length && dates < x.length) {
    const other = x.find((label) => parseDate(label) === undefined) ?? '';
    report(`runs over dates, and "${other}" is none`, 'Write dates as 2026-02-28, 2026-02 or 2026.');
  }
  return problems;
}
