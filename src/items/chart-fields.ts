/** The fields of a chart: its values, written here, in a table or in events, and how they are drawn. */
import { z } from 'zod';
import { ABOUT_KINDS, CHART_KINDS, chartKind } from '../charts/kinds/index.js';
import { CHARTJS_TYPES } from '../charts/model.js';
import {
  amount,
  common,
  hedge,
  id,
  list,
  nameLine,
  prose,
  range,
  record,
  reference,
  status,
  text,
  unit,
} from '../load/fields.js';
import { LIMITS } from '../load/limits.js';
import { AGGREGATES } from '../load/vocabulary.js';

const dataLabel = prose.describe('What the value is of.');
const chartDatum = z
  .strictObject({
    label: dataLabel,
    value: amount.optional(),
    range: range.optional(),
    best: amount.optional().describe('The best estimate inside the range.'),
    values: list(amount.nullable())
      .min(1)
      .optional()
      .describe("One for each of the chart's series, in their order; null is a gap."),
    measure: reference('measure').optional().describe('Name of a measure.'),
    status: status.optional().describe('How sure this value is, where that differs from the chart.'),
    attribution: hedge.attribution,
  })
  .refine((d) => [d.value, d.range, d.values, d.measure].filter((v) => v !== undefined).length === 1, {
    error: 'needs exactly one of value, range, values and measure',
  })
  .refine((d) => d.measure === undefined || (d.status === undefined && d.attribution === undefined), {
    error: 'has a measure, which has a status of its own',
  })
  .refine(
    ({ best, range }) => best === undefined || (range !== undefined && range[0] <= best && best <= range[1]),
    { error: 'has a best estimate that is not inside its range' },
  );

/** What a table has, character for character. */
const label = z.string().max(LIMITS.name);

const condition = z.union([label, z.number()]).transform(String);

const chartTable = z
  .strictObject({
    file: nameLine.describe(
      'File in the folder of the brief: CSV with a header row, or JSON, a list of flat records.',
    ),
    x: nameLine.describe('Column of the categories or dates.'),
    y: z
      .union([nameLine, record(label, nameLine)])
      .transform((y) => (typeof y === 'string' ? { [y]: y } : y))
      .optional()
      .describe('Column of the values; or several, as label: column.'),
    series: nameLine
      .optional()
      .describe(
        'Column that names the series of each row, where the rows of several stand under each other.',
      ),
    status: nameLine
      .optional()
      .describe('Column of how sure each value is: confirmed, estimated and so on; empty is confirmed.'),
    low: nameLine.optional().describe('Column of the low ends of ranges.'),
    high: nameLine.optional().describe('Column of the high ends of ranges.'),
    where: record(
      label,
      z.union([condition, list(condition).min(1)]).transform((value) => [value].flat()),
    )
      .optional()
      .describe('Only rows with these values: {Pollutant: NO2, Year: [2020, 2021]}.'),
    aggregate: z
      .enum(AGGREGATES)
      .optional()
      .describe('How several rows of one category or date become one value.'),
    names: record(nameLine, prose)
      .optional()
      .describe('What categories and series of the table are called: { NO2: Nitrogen dioxide }.'),
    scale: amount
      .optional()
      .describe('What every value is multiplied by: 100 for fractions shown in per cent.'),
  })
  .refine(
    ({ y, low, high }) =>
      (y !== undefined || low !== undefined) && (low === undefined) === (high === undefined),
    {
      error: 'needs y, or low and high',
    },
  )
  .refine(
    ({ y, series, low }) => Object.keys(y ?? {}).length <= 1 || (series === undefined && low === undefined),
    {
      error: 'has several columns y: with series, or low and high, there is one',
    },
  );

const chartJsAxis = z.strictObject({
  type: z.enum(['linear', 'logarithmic', 'category']).optional(),
  stacked: z.boolean().optional(),
  title: z.strictObject({ text: prose, display: z.boolean().optional() }).optional(),
});

const chartJs = z
  .strictObject({
    type: z.enum(CHARTJS_TYPES),
    data: z.strictObject({
      labels: list(z.union([prose, z.number().transform(String)])).default([]),
      datasets: list(
        z.strictObject({
          label: prose.default(' '),
          data: list(
            z.union([amount.nullable(), z.strictObject({ x: amount, y: amount, r: amount.optional() })]),
          ).min(1),
        }),
      ).min(1),
    }),
    options: z
      .strictObject({
        indexAxis: z.enum(['x', 'y']).optional(),
        scales: z.strictObject({ x: chartJsAxis.optional(), y: chartJsAxis.optional() }).optional(),
      })
      .optional(),
  })
  .refine(
    ({ type, options }) =>
      type !== 'bar' ||
      [options?.scales?.x, options?.scales?.y].every((axis) => axis?.type !== 'logarithmic'),
    { error: 'has bars on a logarithmic axis: they would not start at zero' },
  )
  .describe('A Chart.js configuration as data: no functions, no second value axis, no colours.');

/** What a chart is drawn from: values, events or a configuration. */
const sourceOf = ({ kind }: { kind: string }) => chartKind(kind).source;

function isLogAllowed({ kind: id }: { kind: string }): boolean {
  const kind = chartKind(id);
  return kind.source === 'values' && kind.isLogAllowed === true;
}

export const chartSchema = z
  .strictObject({
    id,
    headline: text.describe('What the chart shows, as a statement.'),
    subtitle: text.optional().describe('What, where, when.'),
    kind: z.enum(CHART_KINDS).describe(ABOUT_KINDS),
    unit: unit
      .meta({ translate: 'text' })
      .optional()
      .describe('Unit of the values: "EUR per lorry". Not for a timeline.'),
    data: list(chartDatum).min(1).optional().describe('The values, written here.'),
    series: list(dataLabel).min(1).optional().describe('What the values of each datum are of.'),
    csv: chartTable.optional().describe('The values, from a CSV file.'),
    json: chartTable.optional().describe('The values, from a JSON file.'),
    config: chartJs.optional(),
    axis: z
      .enum(['linear', 'log'])
      .default('linear')
      .describe('log: a power of ten a step, for values of very different size. Never for bars.'),
    events: list(reference('event')).min(1).optional().describe('Timeline only: ids of the events to draw.'),
    beside: list(reference('claim', true))
      .min(1)
      .max(3)
      .optional()
      .describe(
        'Ids of one to three claims that stand beside it, where the deck has them. Not for a timeline.',
      ),
    status: status.default('confirmed'),
    ...hedge,
    ...common,
  })
  .refine((c) => [c.data, c.csv, c.json, c.events, c.config].filter((v) => v !== undefined).length === 1, {
    error: 'needs exactly one of data, csv, json, events and config',
  })
  .refine((c) => (sourceOf(c) === 'events') === (c.events !== undefined), {
    error: 'a timeline, and nothing but a timeline, is drawn from events',
  })
  .refine((c) => (sourceOf(c) === 'config') === (c.config !== undefined), {
    error: 'kind chartjs, and nothing but kind chartjs, is drawn from config',
  })
  .refine((c) => sourceOf(c) !== 'events' || c.beside === undefined, {
    error: 'is a timeline, which needs the whole width: nothing stands beside it',
  })
  .refine((c) => sourceOf(c) === 'events' || c.unit !== undefined, {
    error: 'has no unit: say what the values are in',
  })
  .refine((c) => (c.data ?? []).every(({ values }) => values?.length === c.series?.length), {
    error: 'has data whose values are not as many as its series',
  })
  .refine((c) => c.axis === 'linear' || isLogAllowed(c), {
    error: 'has a logarithmic axis, which is for lines and dots only',
  });

export type Chart = z.output<typeof chartSchema>;
export type ChartTable = z.output<typeof chartTable>;
