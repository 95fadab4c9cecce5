/** A chart of the brief as a picture to draw, with its equivalent in words and in figures. */
import { parseDate, spanOf } from '../load/dates.js';
import { fill } from '../load/locale.js';
import type { Brief, Chart, Measure } from '../load/schema.js';
import type { Table } from '../load/table.js';
import { CURRENCIES } from '../load/terms.js';
import { formatDate } from '../words/dates.js';
import { formatAmount, formatMeasure, formatSign } from '../words/numbers.js';
import { capitalise, toWords, type Wording } from '../words/texts.js';
import type { Bar, Moment, Picture } from './picture.js';
import type { TableView } from './slide.js';

/** A chart as a slide shows it. */
export interface ChartPicture {
  picture: Picture;
  /** Finding and figures, for whoever cannot see the picture. */
  alt: string;
  /** What its hatching or dashes mean, where it has any. */
  key: string | undefined;
  unit: string | undefined;
  /** The address of its image; empty until it is drawn. */
  src: string;
}

interface ChartContext {
  brief: Brief;
  wording: Wording;
  tables: ReadonlyMap<string, Table>;
}

export function chartPicture(chart: Chart, context: ChartContext): ChartPicture {
  const { words, charts } = context.wording.locale;
  const headline = toWords(chart.headline, context.wording);
  const unit = chart.unit;
  const shown = (picture: Picture, values: string, key: string | undefined): ChartPicture => ({
    picture,
    alt: fill(charts[chart.kind], { headline, unit: unit ?? '', values }),
    key,
    unit,
    src: '',
  });
  switch (chart.kind) {
    case 'bar': {
      const { bars, values } = barsOf(chart, context);
      return shown(
        { kind: 'bar', bars },
        values.join('; '),
        bars.some((bar) => !bar.certain) ? words.chartEstimate : undefined,
      );
    }
    case 'line': {
      const { x, series } = tableOf(chart, context);
      const certain = chart.status === 'confirmed';
      const drawn = series.map(({ label, values }) => {
        const last = values.findLast((value) => value !== null);
        return {
          label,
          values,
          certain,
          last: last === undefined || last === null ? '' : format(last, chart, context),
        };
      });
      const picture: Picture = {
        kind: 'line',
        x,
        series: drawn,
        unit: unit ?? '',
        language: context.wording.locale.language,
      };
      const values = series
        .map((one) => describeSeries(one, x, chart, context))
        .filter((text) => text !== '');
      return shown(picture, values.join('; '), certain ? undefined : words.chartDashed);
    }
    case 'timeline': {
      const events = momentsOf(chart, context);
      const values = events.map((event) => fill(charts.value, { label: event.when, value: event.text }));
      const key = events.some((event) => !event.certain || !event.exact) ? words.chartHollow : undefined;
      return shown(
        { kind: 'timeline', events, ticks: ticksOf(events, context.wording) },
        values.join(' '),
        key,
      );
    }
  }
}

/** The figures of a chart, as rows under a header. */
export function chartTable(chart: Chart, context: ChartContext): TableView {
  const { x, series } = tableOf(chart, context);
  if (chart.csv) {
    return {
      head: ['', ...series.map((one) => one.label)],
      rows: x.map((label, i) => [label, ...series.map(({ values }) => show(values, i, chart, context))]),
    };
  }
  const { bars } = barsOf(chart, context);
  return { head: ['', chart.unit ?? ''], rows: bars.map((bar) => [bar.label, bar.text]) };
}

/** Bars, and each in words for the text equivalent. */
function barsOf(chart: Chart, context: ChartContext): { bars: Bar[]; values: string[] } {
  const { wording, brief } = context;
  const { locale } = wording;
  const values: string[] = [];
  const say = (label: string, value: string) => values.push(fill(locale.charts.value, { label, value }));
  const amountOf = (measure: Pick<Measure, 'value' | 'range'>) =>
    measure.range ? { range: measure.range } : { value: measure.value ?? 0 };
  const bars = (chart.data ?? []).flatMap((datum): Bar[] => {
    const measure = datum.measure === undefined ? undefined : brief.measures[datum.measure];
    if (measure) {
      say(datum.label, formatMeasure(measure, locale));
      const text = formatSign(measure, measure.precision, locale);
      return [
        {
          label: datum.label,
          ...amountOf(measure),
          text,
          certain: measure.status === 'confirmed' && chart.status === 'confirmed',
        },
      ];
    }
    const text = formatSign({ ...datum, unit: symbolOf(chart) }, 'exact', locale);
    say(datum.label, text);
    return [
      {
        label: datum.label,
        ...amountOf(datum),
        text,
        certain: chart.status === 'confirmed' && datum.range === undefined,
      },
    ];
  });
  if (!chart.csv) return { bars, values };
  const { x, series } = tableOf(chart, context);
  const column = series[0]?.values ?? [];
  return {
    bars: x.flatMap((label, i): Bar[] => {
      const value = column[i];
      if (value === null || value === undefined) return [];
      const text = format(value, chart, context);
      say(label, text);
      return [{ label, value, text, certain: chart.status === 'confirmed' }];
    }),
    values,
  };
}

/** The table behind a chart: its CSV, or its inline data as one series. */
function tableOf(chart: Chart, { brief, tables }: ChartContext): Table {
  const table = tables.get(chart.id);
  if (table) return table;
  const data = chart.data ?? [];
  const amountAt = (datum: (typeof data)[number]) =>
    datum.value ?? brief.measures[datum.measure ?? '']?.value ?? null;
  return { x: data.map((datum) => datum.label), series: [{ label: '', values: data.map(amountAt) }] };
}

function momentsOf(chart: Chart, { brief, wording }: ChartContext): Moment[] {
  const asOf = parseDate(brief.asOf);
  return brief.events
    .filter((event) => chart.events?.includes(event.id))
    .flatMap((event): Moment[] => {
      const date = event.date === undefined ? undefined : parseDate(event.date);
      // An event without a date has no place on a scale of dates; the timeline slide lists it.
      if (!date || event.date === undefined) return [];
      const [start, end] = spanOf(date);
      const isToCome = asOf !== undefined && start >= spanOf(asOf)[1];
      return [
        {
          start,
          end,
          exact: date.precision === 'day' || date.precision === 'month',
          when: capitalise(formatDate(event.date, wording.locale), wording.locale.language),
          text: toWords(event.text, wording),
          certain: event.status === 'confirmed' && !isToCome,
        },
      ];
    })
    .sort((a, b) => a.start - b.start);
}

/** Years along a timeline; months where it is shorter than two years. */
function ticksOf(events: readonly Moment[], { locale }: Wording): { at: number; text: string }[] {
  const first = Math.min(...events.map((event) => event.start));
  const last = Math.max(...events.map((event) => event.end));
  const from = new Date(first).getUTCFullYear();
  const to = new Date(last).getUTCFullYear();
  const ticks: { at: number; text: string }[] = [];
  const step = Math.max(1, Math.ceil((to - from) / 10));
  for (let year = from; year <= to + 1; year += step) {
    const at = Date.UTC(year, 0);
    if (at >= first && at <= last) ticks.push({ at, text: formatDate(String(year), locale) });
  }
  return ticks;
}

function describeSeries(
  one: Table['series'][number],
  x: readonly string[],
  chart: Chart,
  context: ChartContext,
): string {
  const { charts } = context.wording.locale;
  const points = one.values.flatMap((value, i) => (value === null ? [] : [{ value, at: x[i] ?? '' }]));
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return '';
  const amount = (point: { value: number }) => format(point.value, chart, context);
  if (points.length === 1)
    return fill(charts.point, { label: one.label, first: amount(first), start: first.at });
  const lowest = points.reduce((a, b) => (b.value < a.value ? b : a));
  const highest = points.reduce((a, b) => (b.value > a.value ? b : a));
  return fill(charts.series, {
    label: one.label,
    first: amount(first),
    start: first.at,
    last: amount(last),
    end: last.at,
    lowest: amount(lowest),
    low: lowest.at,
    highest: amount(highest),
    high: highest.at,
  });
}

/** A cell of a column: a dash for a gap, and as many decimals as the column has anywhere. */
function show(column: readonly (number | null)[], i: number, chart: Chart, context: ChartContext): string {
  const decimals = Math.max(0, ...column.map((value) => String(value ?? '').split('.')[1]?.length ?? 0));
  const value = column[i] ?? null;
  return value === null ? '–' : format(value, chart, context, decimals);
}

function format(value: number, chart: Chart, { wording }: ChartContext, decimals = 0): string {
  return formatAmount(value, symbolOf(chart), wording.locale, decimals);
}

/** The unit as it stands at a number: a currency or a percent sign; a longer unit stands in the subtitle. */
function symbolOf(chart: Chart): string {
  const unit = chart.unit ?? '';
  const [first = ''] = unit.split(' ');
  return CURRENCIES.has(first) || first === '%' ? first : '';
}
