/** A chart of `kind: chartjs`: its configuration as a model, and its data as a grid for words and tables. */
import type { Chart } from '../../items/chart-fields.js';
import { formatAmount } from '../../words/numbers.js';
import type { Cell, ChartJsModel } from '../model.js';
import { decimalsIn } from './cells.js';
import { type ChartContext, format } from './context.js';
import type { Grid } from './grid.js';

type Config = NonNullable<Chart['config']>;

export function customModel(config: Config, chart: Chart, { wording }: ChartContext): ChartJsModel {
  const { type, data, options } = config;
  const { x, y } = options?.scales ?? {};
  const isHorizontal = options?.indexAxis === 'y';
  return {
    kind: 'chartjs',
    type,
    labels: data.labels,
    datasets: data.datasets,
    isHorizontal,
    isStacked: Boolean(x?.stacked || y?.stacked),
    isLog: (isHorizontal ? x : y)?.type === 'logarithmic',
    certain: chart.status === 'confirmed',
    axes: { x: x?.title?.text, y: y?.title?.text },
    named: wording.locale.words.chartNamed,
    language: wording.locale.language,
  };
}

/** Its values by label; of points, one after the other, each by where it stands along. */
export function customGrid({ data }: Config, chart: Chart, context: ChartContext): Grid {
  const { datasets } = data;
  const decimals = decimalsIn(
    datasets.flatMap((one) => one.data.map((datum) => (typeof datum === 'object' ? datum?.y : datum))),
  );
  const certain = chart.status === 'confirmed';
  const cellOf = (value: number | null | undefined): Cell | null =>
    value === null || value === undefined
      ? null
      : { value, text: format(value, chart, context, decimals), certain };
  const points = datasets.flatMap(({ label, data: list }) =>
    list.flatMap((point) =>
      typeof point === 'object' && point !== null ? [{ label: label.trim(), ...point }] : [],
    ),
  );
  if (points.length > 0) {
    const places = points.map(({ label, x }, at) => ({
      label: [label, formatAmount(x, '', context.wording.locale)].filter((part) => part !== '').join(', '),
      at,
    }));
    return {
      decimals,
      places,
      isTime: false,
      series: [{ label: '', cells: points.map(({ y }) => cellOf(y)) }],
    };
  }
  const length = Math.max(data.labels.length, ...datasets.map((one) => one.data.length));
  return {
    decimals,
    places: Array.from({ length }, (_, i) => ({ label: data.labels[i] ?? String(i + 1), at: i })),
    isTime: false,
    series: datasets.map((one) => ({
      label: one.label.trim(),
      cells: Array.from({ length }, (_, i) => {
        const datum = one.data[i];
        return cellOf(typeof datum === 'object' ? datum?.y : datum);
      }),
    })),
  };
}
