/** A chart of the brief as a model to draw, with its equivalent in words and in figures. */

import type { Chart } from '../../items/chart-fields.js';
import { fill, type Locale } from '../../load/locale.js';
import { numberFormat } from '../../words/intl.js';
import { inVocabulary, toWords } from '../../words/texts.js';
import type { Swatch } from '../key.js';
import type { GridKind } from '../kind.js';
import { chartKind, gridKind } from '../kinds/index.js';
import type { ChartModel, GridModel, Series } from '../model.js';
import { type ChartContext, symbolOf } from './context.js';
import { customGrid, customModel } from './custom.js';
import { describe, spokenOf, withStatus } from './describe.js';
import { gridOf } from './grid.js';
import { ranked, readable, restLabel } from './readable.js';
import { chartTables, fullGrid, type TableView } from './table.js';
import { ticksOf, timelineEvents } from './timeline-events.js';

/** One thing that has to be said of how a chart is drawn. */
export interface KeyEntry {
  text: string;
  /** What it looks like in the chart, for a small sample beside the text: hatched, dashed, hollow, band or empty. */
  swatch: Swatch | undefined;
}

/** A chart as a slide shows it. */
export interface ChartView {
  /** What is drawn, as data. */
  model: ChartModel;
  /** Finding and figures, for whoever cannot see the chart. */
  alt: string;
  /** Every value of it, for whoever opens them. */
  tables: readonly TableView[];
  /** What its hatching, dashes and scale mean, where it has any. */
  key: readonly KeyEntry[];
  unit: string | undefined;
  /** The address of its image; empty until it is drawn. */
  src: string;
}

export function chartView(chart: Chart, context: ChartContext): ChartView {
  const { wording } = context;
  const { words, charts } = wording.locale;
  const shown = (model: ChartModel, values: string, key: readonly KeyEntry[]): ChartView => ({
    model,
    alt: fill(patternOf(chart, wording.locale), {
      headline: toWords(chart.headline, wording),
      unit: inVocabulary(chart.unit ?? '', wording),
      values,
    }),
    tables: chartTables(chart, context),
    key,
    unit: chart.unit && inVocabulary(chart.unit, wording),
    src: '',
  });
  if (chart.events) {
    const events = timelineEvents(chart, context);
    const values = events.map((event) =>
      fill(charts.value, { label: event.when, value: withStatus(event, context) }),
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
    const model = customModel(chart.config, chart, context);
    return shown(model, describe(grid, context), [
      ...(model.certain ? [] : [{ text: words.chartEstimate, swatch: 'hatched' as const }]),
      ...(model.isLog ? [{ text: words.chartLog, swatch: undefined }] : []),
    ]);
  }
  const kind = gridKind(chart.kind);
  const full = gridOf(chart, context);
  const { left, decimals: _, ...grid } = readable(full, kind, chart, context);
  const model: GridModel = {
    kind: kind.id,
    ...grid,
    series: kind.parts === 'whole' ? withShares(grid.series, chart, context) : grid.series,
    isLog: chart.axis === 'log',
    sign: symbolOf(chart, wording.locale) === '%' ? '%' : '',
    language: wording.locale.language,
    others: grid.series.map((_, i) => restLabel(i + 1, context)),
  };
  const told = { ...full, series: ranked(full.series, kind) };
  return shown(model, describe(told, context), keyOf(model, kind, left, chart, context));
}

/** What a chart is called in words; without its unit, where every value bears it as a sign. */
function patternOf(chart: Chart, locale: Locale): string {
  const { [chart.kind]: pattern = locale.charts.chart } = locale.charts;
  return symbolOf(chart, locale) === (chart.unit ?? '')
    ? pattern.replace(/\{unit\}\s*[:：]\s*/u, '')
    : pattern;
}

/** The chart in a sentence, for the speaker; none where it draws events, which are said themselves. */
export function chartSentence(chart: Chart, context: ChartContext): string | undefined {
  if (chart.events) return undefined;
  const grid = fullGrid(chart, context);
  const kind = chartKind(chart.kind);
  return spokenOf(kind.source === 'values' ? { ...grid, series: ranked(grid.series, kind) } : grid, context);
}

/** The key of a chart in words. */
function keyOf(
  model: GridModel,
  kind: GridKind,
  left: number,
  chart: Chart,
  context: ChartContext,
): KeyEntry[] {
  const { words } = context.wording.locale;
  const cells = model.series.flatMap((one) => one.cells);
  const key = kind.key(model).map(({ word, swatch, isDoubt }): KeyEntry => {
    const text = words[word];
    return { text: isDoubt ? withStatuses(text, cells, chart, context) : text, swatch };
  });
  if (left > 0)
    key.push({ text: fill(words.chartRest, { rest: restLabel(left, context) }), swatch: undefined });
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
  const { language, charts } = wording.locale;
  if (symbolOf(chart, wording.locale) === '%') return all;
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
