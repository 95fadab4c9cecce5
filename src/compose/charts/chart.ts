/** A chart of the brief as a picture to draw, with its equivalent in words and in figures. */
import { fill } from '../../load/locale.js';
import type { Chart } from '../../load/schema.js';
import { numberFormat } from '../../words/intl.js';
import { toWords } from '../../words/texts.js';
import type { GridPicture, Picture, Series } from '../picture.js';
import type { TableView } from '../slide.js';
import { type ChartContext, format, symbolOf } from './context.js';
import { customGrid, customPicture } from './custom.js';
import { describe, spokenOf } from './describe.js';
import { type Grid, gridOf, readable, restLabel } from './grid.js';
import { momentsOf, ticksOf } from './moments.js';

/** A chart as a slide shows it. */
export interface ChartPicture {
  picture: Picture;
  /** Finding and figures, for whoever cannot see the picture. */
  alt: string;
  /** What its hatching, dashes and scale mean, where it has any. */
  key: string | undefined;
  unit: string | undefined;
  /** The address of its image; empty until it is drawn. */
  src: string;
}

export function chartPicture(chart: Chart, context: ChartContext): ChartPicture {
  const { wording } = context;
  const { words, charts } = wording.locale;
  const shown = (picture: Picture, values: string, key: readonly string[]): ChartPicture => ({
    picture,
    alt: fill(charts[chart.kind], {
      headline: toWords(chart.headline, wording),
      unit: chart.unit ?? '',
      values,
    }),
    key: key.length > 0 ? key.join(' · ') : undefined,
    unit: chart.unit,
    src: '',
  });
  if (chart.kind === 'timeline') {
    const events = momentsOf(chart, context);
    const values = events.map((event) => fill(charts.value, { label: event.when, value: event.text }));
    const hasKey = events.some((event) => !event.certain || !event.exact);
    return shown(
      { kind: 'timeline', events, ticks: ticksOf(events, wording) },
      values.join(' '),
      hasKey ? [words.chartHollow] : [],
    );
  }
  if (chart.config) {
    const grid = customGrid(chart.config, chart, context);
    const picture = customPicture(chart.config, chart, context);
    return shown(picture, describe(grid, context), [
      ...(picture.certain ? [] : [words.chartEstimate]),
      ...(picture.isLog ? [words.chartLog] : []),
    ]);
  }
  const { kind } = chart;
  if (kind === 'chartjs') throw new Error(`the chart "${chart.id}" has no configuration`);
  const full = gridOf(chart, context);
  const { left, ...grid } = readable(full, kind, chart, context);
  const picture: GridPicture = {
    kind,
    ...(kind === 'share' || kind === 'waffle' ? withShares(grid, chart, context) : grid),
    isLog: chart.axis === 'log',
    sign: symbolOf(chart) === '%' ? '%' : '',
    language: wording.locale.language,
    others: grid.series.map((_, i) => restLabel(i + 1, context)),
  };
  return shown(picture, describe(full, context), keyOf(picture, left, context));
}

/** The picture in a sentence, for the speaker; none for a timeline, whose events are said. */
export function chartSentence(chart: Chart, context: ChartContext): string | undefined {
  return chart.kind === 'timeline' ? undefined : spokenOf(fullGrid(chart, context), context);
}

/** Every value of a chart that is no timeline. */
function fullGrid(chart: Chart, context: ChartContext): Grid {
  return chart.config ? customGrid(chart.config, chart, context) : gridOf(chart, context);
}

/** What has to be said of how a picture is drawn. */
function keyOf({ kind, series, isLog }: GridPicture, left: number, context: ChartContext): string[] {
  const { words } = context.wording.locale;
  const cells = series.flatMap((one) => one.cells);
  const isLine = kind === 'line' || kind === 'area' || kind === 'slope';
  const key: string[] = [];
  if (cells.some((cell) => cell?.certain === false))
    key.push(isLine ? words.chartDashed : kind === 'dot' ? words.chartHollowDot : words.chartEstimate);
  if (isLine && cells.some((cell) => cell?.range)) key.push(words.chartBand);
  if (isLog) key.push(words.chartLog);
  if (kind === 'small-multiples') key.push(words.chartPanels);
  if (left > 0) key.push(fill(words.chartRest, { rest: restLabel(left, context) }));
  return key;
}

/** Each part with its share of the whole beside it; a part given in per cent is its own share. */
function withShares(grid: Grid, chart: Chart, { wording }: ChartContext): Grid {
  if (symbolOf(chart) === '%') return grid;
  const { language, charts } = wording.locale;
  const sum = grid.series.flatMap((one) => one.cells).reduce((all, cell) => all + (cell?.value ?? 0), 0);
  const percent = numberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const shares = (one: Series): Series => ({
    ...one,
    cells: one.cells.map(
      (cell) =>
        cell && {
          ...cell,
          text: fill(charts.part, {
            value: cell.text,
            share: percent.format((cell.value ?? 0) / (sum || 1)),
          }),
        },
    ),
  });
  return { ...grid, series: grid.series.map(shares) };
}

/** Most columns of figures beside the names of their rows. */
const TABLE_COLUMNS = 6;

/** The figures of a chart, as rows under a header; of many series, in several tables. */
export function chartTables(chart: Chart, context: ChartContext): TableView[] {
  const { places, series } = fullGrid(chart, context);
  const isNamed = series.some(({ label }) => label !== '');
  const columns = series.map(({ label, cells }) => ({
    head: isNamed ? label : (chart.unit ?? ''),
    cells: columnOf(cells, chart, context),
  }));
  const parts = Math.max(1, Math.ceil(columns.length / TABLE_COLUMNS));
  return Array.from({ length: parts }, (_, n) => {
    const part = columns.slice(n * TABLE_COLUMNS, (n + 1) * TABLE_COLUMNS);
    return {
      head: ['', ...part.map(({ head }) => head)],
      rows: places.map(({ label }, i) => [label, ...part.map(({ cells }) => cells[i] ?? '–')]),
    };
  });
}

/** A column: a dash for a gap, and as many decimals as it has anywhere. */
function columnOf(cells: Series['cells'], chart: Chart, context: ChartContext): string[] {
  const decimals = Math.max(0, ...cells.map((cell) => String(cell?.value ?? '').split('.')[1]?.length ?? 0));
  return cells.map((cell) => {
    if (!cell) return '–';
    // A text that says more than the number (a sign, a range) stands as it is.
    const isBare = cell.value !== undefined && cell.text === format(cell.value, chart, context);
    return isBare ? format(cell.value ?? 0, chart, context, decimals) : cell.text;
  });
}
