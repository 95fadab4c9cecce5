/** Lines and areas over dates or categories, each named at its own end; no legend. */
import type { ChartConfiguration, ChartDataset, Chart as ChartJs } from 'chart.js';
import type { GridModel, Series } from '../model.js';
import { afterDatasets, extentOf, NO_LEGEND, nameAxis, spread, valueAxis, writeLines } from './axes.js';
import type { Size } from './size.js';
import { type ChartStyle, fontOf, seriesColour, uncertain } from './style.js';
import { cut, textWidth, wrap, wrapTo } from './text.js';

/** Shapes at the ends of the lines, so that they differ without their colours. */
export const SHAPES = ['circle', 'rect', 'triangle', 'rectRot', 'star', 'crossRot'] as const;
const LABEL_SIZE = 21;
const LABEL_LINE = 26;
/** Widths that the names at the ends may have: the first in which all are whole. */
const NAME_WIDTHS = [320, 400, 480];
/** From the end of a line to its name. */
const REACH = 16;

export function lineConfiguration(
  model: GridModel,
  style: ChartStyle,
  size: Size,
  isArea: boolean,
): ChartConfiguration<'line'> {
  const { series, places } = model;
  const font = fontOf(style, LABEL_SIZE, 700);
  const named = namedSeries(model, style, size);
  const names = Math.max(0, ...named.flatMap(({ lines }) => lines.map((line) => textWidth(line, font))));
  const first = places[0]?.at ?? 0;
  const last = places.at(-1)?.at ?? first;
  const [lowest, highest] = extentOf(series.flatMap((one) => one.cells));
  return {
    type: 'line',
    data: {
      datasets: series.flatMap((one, i) => lineOf(one, i, model, style, isArea)),
    },
    options: {
      layout: { padding: { right: names + REACH + 8, top: 12, left: 2 } },
      scales: {
        x: {
          type: 'linear',
          min: first === last ? first - 1 : first,
          max: first === last ? first + 1 : last,
          ...nameAxis(style, 18, {
            callback: (_: unknown, i: number, ticks: readonly { label?: unknown }[]) =>
              (ticks[i]?.label as string | undefined) ?? '',
          }),
          afterBuildTicks: (axis) => {
            const room = size.width - names - 120;
            const chosen = thinned(model, style, room);
            const widest = room / Math.max(1, chosen.length - 1) - 14;
            axis.ticks = chosen.map((i) => ({
              value: places[i]?.at ?? 0,
              label: cut(places[i]?.label ?? '', fontOf(style, 18), widest),
            }));
          },
        },
        y: {
          ...valueAxis(model, style),
          // An area is read by its height: it stands on zero.
          ...(isArea || lowest === highest ? { beginAtZero: !model.isLog } : {}),
        },
      },
      plugins: NO_LEGEND,
    },
    plugins: [namesAtEnds(named, places, style, font)],
  } as ChartConfiguration<'line'>;
}

/** The line of a series; of ranges, the band between them as well. */
function lineOf(
  one: Series,
  i: number,
  { places, series }: GridModel,
  style: ChartStyle,
  isArea: boolean,
): ChartDataset<'line'>[] {
  const colour = one.isRest ? style.soft : seriesColour(style, i);
  const end = lastIndex(one);
  const isFaint = i >= style.series.length || one.isRest;
  const at = (value: (i: number) => number | null) =>
    places.map((place, n) => ({ x: place.at, y: value(n) }));
  const cells = one.cells;
  const radius = isFaint ? 2.5 : 6;
  const line: ChartDataset<'line'> = {
    data: at((n) => middleOf(cells[n])) as never,
    borderColor: colour,
    segment: {
      // What leads to or from a value that is not certain is dashed.
      borderColor: ({ p0DataIndex, p1DataIndex }) =>
        [p0DataIndex, p1DataIndex].some((n) => cells[n]?.certain === false) ? uncertain(colour) : colour,
    },
    borderWidth: isFaint ? 1.25 : 3.5,
    borderJoinStyle: 'round',
    pointStyle: SHAPES[i % SHAPES.length] ?? 'circle',
    pointRadius: cells.map((cell, n) => (cell && (n === end || isAlone(one, n)) ? radius : 0)),
    pointBackgroundColor: cells.map((cell) => (cell?.certain === false ? style.paper : colour)),
    pointBorderColor: colour,
    pointBorderWidth: 2.5,
    spanGaps: false,
    // One area is filled; several would hide each other.
    fill: isArea && series.length === 1 ? 'origin' : false,
    backgroundColor: cells.some((cell) => cell?.certain === false) ? uncertain(colour) : `${colour}40`,
    clip: false,
  };
  if (!cells.some((cell) => cell?.range)) return [line];
  const edge: ChartDataset<'line'> = { data: [], borderWidth: 0, pointRadius: 0, spanGaps: false };
  return [
    line,
    { ...edge, data: at((n) => cells[n]?.range?.[0] ?? cells[n]?.value ?? null) as never },
    {
      ...edge,
      data: at((n) => cells[n]?.range?.[1] ?? cells[n]?.value ?? null) as never,
      fill: '-1',
      backgroundColor: `${colour}33`,
    },
  ];
}

function middleOf(cell: Series['cells'][number] | undefined): number | null {
  return cell?.value ?? (cell?.range ? (cell.range[0] + cell.range[1]) / 2 : null);
}

/** A point between two gaps would be invisible as a line. */
function isAlone({ cells }: Series, i: number): boolean {
  return !cells[i - 1] && !cells[i + 1];
}

function lastIndex({ cells }: Series): number {
  return cells.findLastIndex((cell) => cell !== null);
}

/** Places whose labels stand apart: the first, every so many, and the last. */
function thinned({ places }: GridModel, style: ChartStyle, width: number, size = 18): number[] {
  if (places.length <= 1) return places.map((_, i) => i);
  const widest = Math.max(...places.map(({ label }) => textWidth(label, fontOf(style, size)))) + 26;
  const first = places[0]?.at ?? 0;
  const span = (places.at(-1)?.at ?? 1) - first || 1;
  const left = (i: number) => (((places[i]?.at ?? 0) - first) / span) * width;
  const end = places.length - 1;
  const least = Math.max(1, Math.ceil((widest * end) / Math.max(1, width)));
  // Steps that end at the last place, where there are some: even ones.
  const even = Array.from({ length: least }, (_, i) => least + i).find((step) => end % step === 0);
  const every = even ?? least;
  const chosen: number[] = [];
  for (let i = 0; i < end; i += 1) {
    const before = chosen.at(-1);
    if (i % every !== 0 && chosen.length > 0) continue;
    if (before !== undefined && left(i) - left(before) < widest) continue;
    if (i === 0 || left(end) - left(i) >= widest) chosen.push(i);
  }
  return [...chosen, end];
}

interface Name {
  lines: readonly string[];
  colour: string;
  dataset: number;
  index: number;
}

/** Names for the ends of the lines: as many as stand under each other; the others are counted. */
function namedSeries({ series, others }: GridModel, style: ChartStyle, size: Size): Name[] {
  const font = fontOf(style, LABEL_SIZE, 700);
  const room = Math.floor((size.height - 60) / LABEL_LINE);
  const most = Math.min(style.series.length, room);
  // What is not needed for one line each is there for names of several.
  const lines = Math.max(1, Math.floor(room / Math.min(most + 1, series.length)));
  const isWhole = (width: number) =>
    series.slice(0, most).every((one) => wrap(nameOf(one), font, width).length <= lines);
  const width = NAME_WIDTHS.find(isWhole) ?? NAME_WIDTHS[0] ?? 0;
  let dataset = 0;
  const all = series.map((one, i) => {
    const index = lastIndex(one);
    const name: Name = {
      lines: nameLines(one, font, width, lines),
      colour: seriesColour(style, i),
      dataset,
      index,
    };
    dataset += one.cells.some((cell) => cell?.range) ? 3 : 1;
    return name;
  });
  const drawn = all.filter(({ index }) => index >= 0);
  if (drawn.length <= most) return drawn;
  const rest = drawn.length - most;
  return [
    ...drawn.slice(0, most),
    ...drawn.slice(most, most + 1).map((name) => ({
      ...name,
      lines: [others[rest - 1] ?? ''],
      colour: style.soft,
    })),
  ];
}

/** A series by its name and its last value. */
function nameOf(one: Series): string {
  const value = one.cells[lastIndex(one)]?.text ?? '';
  return [one.label, value].filter((part) => part !== '').join(' ');
}

/** Its name in at most so many lines; the value is never cut off. */
function nameLines(one: Series, font: string, width: number, most: number): string[] {
  const whole = wrap(nameOf(one), font, width);
  if (whole.length <= most) return whole;
  const value = one.cells[lastIndex(one)]?.text ?? '';
  const short = wrapTo(one.label, font, width - textWidth(` ${value}`, font), most);
  return short.map((line, i) => (i === short.length - 1 ? `${line} ${value}` : line));
}

function namesAtEnds(named: readonly Name[], places: GridModel['places'], style: ChartStyle, font: string) {
  return afterDatasets((ctx, chart: ChartJs) => {
    const { chartArea } = chart;
    const ends = named.flatMap((name) => {
      const point = chart.getDatasetMeta(name.dataset).data[name.index];
      return point ? [{ ...name, x: chartArea.right, end: point.x, y: point.y }] : [];
    });
    for (const { lines, colour, x, end, y, dataset } of spread(
      ends,
      LABEL_LINE,
      chartArea.top,
      chartArea.bottom,
    )) {
      const point = ends.find((other) => other.dataset === dataset);
      if (places.length === 1) {
        writeLines(ctx, lines, { x: end + REACH, y }, LABEL_LINE, { font, colour });
        continue;
      }
      if (point && end < x - 24) drawLeader(ctx, point, { x: x + REACH - 4, y }, style);
      writeLines(ctx, lines, { x: x + REACH, y }, LABEL_LINE, { font, colour });
    }
  });
}

/** From a line that ends early to its name. */
function drawLeader(
  ctx: CanvasRenderingContext2D,
  from: { end: number; y: number },
  to: { x: number; y: number },
  style: ChartStyle,
): void {
  ctx.beginPath();
  ctx.moveTo(from.end + 9, from.y);
  ctx.lineTo(to.x, to.y);
  ctx.strokeStyle = style.soft;
  ctx.lineWidth = 1;
  ctx.stroke();
}
