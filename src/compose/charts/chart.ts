/** A chart of the brief as a picture to draw, with its equivalent in words and in figures. */
import { fill } from '../../load/locale.js';
import type { Chart } from '../../load/schema.js';
import { numberFormat } from '../../words/intl.js';
import { inVocabulary, toWords } from '../../words/texts.js';
import type { GridPicture, Picture, Series } from '../picture.js';
import type { TableView } from '../slide.js';
import { type ChartContext, symbolOf } from './context.js';
import { customGrid, customPicture } from './custom.js';
import { describe, saying, spokenOf } from './describe.js';
import { type Grid, gridOf, ranked, readable, restLabel } from './grid.js';
import { momentsOf, ticksOf } from './moments.js';

/** One thing that has to be said of how a picture is drawn. */
export interface KeyEntry {
  text: string;
  /** What it looks like in the picture, for a small sample beside the text. */
  swatch: 'hatched' | 'dashed' | 'hollow' | 'band' | 'empty' | undefined;
}

/** A chart as a slide shows it. */
export interface ChartPicture {
  picture: Picture;
  /** Finding and figures, for whoever cannot see the picture. */
  alt: string;
  /** Every value of it, for whoever opens them. */
  tables: readonly TableView[];
  /** What its hatching, dashes and scale mean, where it has any. */
  key: readonly KeyEntry[];
  unit: string | undefined;
  /** The address of its image; empty until it is drawn. */
  src: string;
}

export function chartPicture(chart: Chart, context: ChartContext): ChartPicture {
  const { wording } = context;
  const { words, charts } = wording.locale;
  const shown = (picture: Picture, values: string, key: readonly KeyEntry[]): ChartPicture => ({
    picture,
    alt: fill(patternOf(chart, charts[chart.kind]), {
      headline: toWords(chart.headline, wording),
      unit: inVocabulary(chart.unit ?? '', wording),
      values,
    }),
    tables: chartTables(chart, context),
    key,
    unit: chart.unit && inVocabulary(chart.unit, wording),
    src: '',
  });
  if (chart.kind === 'timeline') {
    const events = momentsOf(chart, context);
    const values = events.map((event) =>
      fill(charts.value, { label: event.when, value: saying(event, context) }),
    );
    const key: KeyEntry[] = [];
    if (events.some((event) => !event.certain)) key.push({ text: words.chartHollow, swatch: 'hollow' });
    if (events.some((event) => event.certain && !event.exact))
      key.push({ text: words.chartSpan, swatch: 'hatched' });
    return shown(
      { kind: 'timeline', events, ticks: ticksOf(events, wording), named: words.chartNamed },
      values.join(' '),
      key,
    );
  }
  if (chart.config) {
    const grid = customGrid(chart.config, chart, context);
    const picture = customPicture(chart.config, chart, context);
    return shown(picture, describe(grid, context), [
      ...(picture.certain ? [] : [{ text: words.chartEstimate, swatch: 'hatched' as const }]),
      ...(picture.isLog ? [{ text: words.chartLog, swatch: undefined }] : []),
    ]);
  }
  const { kind } = chart;
  if (kind === 'chartjs') throw new Error(`the chart "${chart.id}" has no configuration`);
  const full = gridOf(chart, context);
  const { left, decimals: _, ...grid } = readable(full, kind, chart, context);
  const picture: GridPicture = {
    kind,
    ...grid,
    series: kind === 'share' || kind === 'waffle' ? withShares(grid.series, chart, context) : grid.series,
    isLog: chart.axis === 'log',
    sign: symbolOf(chart) === '%' ? '%' : '',
    language: wording.locale.language,
    others: grid.series.map((_, i) => restLabel(i + 1, context)),
  };
  const told = { ...full, series: ranked(full.series, kind) };
  return shown(picture, describe(told, context), keyOf(picture, left, chart, context));
}

/** What a chart is called in words; without its unit, where every value bears it as a sign. */
function patternOf(chart: Chart, pattern: string): string {
  return symbolOf(chart) === chart.unit ? pattern.replace(/\{unit\}\s*[:：]\s*/u, '') : pattern;
}

/** The picture in a sentence, for the speaker; none for a timeline, whose events are said. */
export function chartSentence(chart: Chart, context: ChartContext): string | undefined {
  if (chart.kind === 'timeline') return undefined;
  const grid = fullGrid(chart, context);
  return spokenOf(
    chart.kind === 'chartjs' ? grid : { ...grid, series: ranked(grid.series, chart.kind) },
    context,
  );
}

/** Every value of a chart that is no timeline. */
function fullGrid(chart: Chart, context: ChartContext): Grid {
  return chart.config ? customGrid(chart.config, chart, context) : gridOf(chart, context);
}

/** What has to be said of how a picture is drawn. */
function keyOf(
  { kind, series, isLog, isTime, sign }: GridPicture,
  left: number,
  chart: Chart,
  context: ChartContext,
) {
  const { words } = context.wording.locale;
  const cells = series.flatMap((one) => one.cells);
  const isLine = kind === 'line' || kind === 'area' || kind === 'slope';
  const key: KeyEntry[] = [];
  const add = (text: string, swatch: KeyEntry['swatch'] = undefined) => key.push({ text, swatch });
  if (cells.some((cell) => cell?.certain === false)) {
    const [text, swatch] =
      isLine || (kind === 'small-multiples' && isTime)
        ? ([words.chartDashed, 'dashed'] as const)
        : kind === 'dot'
          ? ([words.chartHollow, 'hollow'] as const)
          : ([words.chartEstimate, 'hatched'] as const);
    add(withStatuses(text, cells, chart, context), swatch);
  }
  if (isLine && cells.some((cell) => cell?.range)) add(words.chartBand, 'band');
  if ((kind === 'share' || kind === 'waffle') && sign === '%') {
    const sum = cells.reduce((all, cell) => all + (cell?.value ?? 0), 0);
    if (sum < 99.5) add(words.chartEmpty, 'empty');
  }
  if (isLog) add(words.chartLog);
  if (kind === 'small-multiples') add(words.chartPanels);
  if (left > 0) add(fill(words.chartRest, { rest: restLabel(left, context) }));
  return key;
}

/** The key with the statuses that a table gives its values; those of values in the brief stand beside it, with who says so. */
function withStatuses(text: string, cells: Series['cells'], chart: Chart, { wording }: ChartContext): string {
  if ((chart.csv ?? chart.json)?.status === undefined) return text;
  const { charts, language } = wording.locale;
  const statuses = [...new Set(cells.flatMap((cell) => cell?.status ?? []))];
  if (statuses.length === 0) return text;
  return fill(charts.doubt, { value: text, status: new Intl.ListFormat(language).format(statuses) });
}

/** Each part with its share of the whole beside it; a part given in per cent is its own share. */
function withShares(all: readonly Series[], chart: Chart, { wording }: ChartContext): readonly Series[] {
  if (symbolOf(chart) === '%') return all;
  const { language, charts } = wording.locale;
  const sum = all.flatMap((one) => one.cells).reduce((total, cell) => total + (cell?.value ?? 0), 0);
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
  return all.map(shares);
}

/** Most columns of figures beside the names of their rows. */
const TABLE_COLUMNS = 6;

/** The figures of a chart, as rows under a header; of many series, in several tables. */
export function chartTables(chart: Chart, context: ChartContext): TableView[] {
  if (chart.kind === 'timeline')
    return [
      {
        head: ['', ''],
        rows: momentsOf(chart, context).map((event) => [event.when, saying(event, context)]),
      },
    ];
  const { places, series } = fullGrid(chart, context);
  // A single series is named by the unit; its own name is that of a column.
  const isNamed = series.length > 1;
  const columns = series.map(({ label, cells }) => ({
    head: isNamed ? label : inVocabulary(chart.unit ?? '', context.wording),
    cells: cells.map((cell) => (cell ? saying(cell, context) : '–')),
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
