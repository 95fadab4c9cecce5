/** A chart of `kind: chartjs`: its configuration as a picture, and its data as a grid for words and tables. */
import type { Chart } from '../../load/schema.js';
import type { Cell, ChartJsPicture } from '../picture.js';
import { type ChartContext, format } from './context.js';
import { decimalsIn, type Grid } from './grid.js';

type Config = NonNullable<Chart['config']>;

export function customPicture(config: Config, chart: Chart, { wording }: ChartContext): ChartJsPicture {
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
    language: wording.locale.language,
  };
}

export function customGrid({ data }: Config, chart: Chart, context: ChartContext): Grid {
  const decimals = decimalsIn(
    data.datasets.flatMap((one) => one.data.map((datum) => (typeof datum === 'object' ? datum?.y : datum))),
  );
  const amount = (value: number) => format(value, chart, context, decimals);
  const cellOf = (datum: Config['data']['datasets'][number]['data'][number] | undefined): Cell | null => {
    if (datum === null || datum === undefined) return null;
    const certain = chart.status === 'confirmed';
    if (typeof datum === 'number') return { value: datum, text: amount(datum), certain };
    return { value: datum.y, text: amount(datum.y), certain };
  };
  const length = Math.max(data.labels.length, ...data.datasets.map((one) => one.data.length));
  const labelAt = (i: number) => {
    const datum = data.datasets[0]?.data[i];
    return data.labels[i] ?? (typeof datum === 'object' && datum !== null ? amount(datum.x) : String(i + 1));
  };
  return {
    decimals,
    places: Array.from({ length }, (_, i) => ({ label: labelAt(i), at: i })),
    isTime: false,
    series: data.datasets.map((one) => ({
      label: one.label.trim(),
      cells: Array.from({ length }, (_, i) => cellOf(one.data[i])),
    })),
  };
}
