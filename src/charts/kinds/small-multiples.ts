/** Small multiples: a panel for each series, all on one scale, so that they can be compared by eye; a row is one chart. */
import type { ChartConfiguration, Chart as ChartJs } from 'chart.js';
import {
  afterDatasets,
  extentOf,
  fillOf,
  formatter,
  NO_LEGEND,
  outlineOf,
  valueAxis,
  write,
} from '../draw/axes.js';
import type { Size } from '../draw/size.js';
import { type ChartStyle, fontOf, uncertain } from '../draw/style.js';
import { cut, textWidth, wrapTo } from '../draw/text.js';
import { dashed, hatched, logScale, notes } from '../key.js';
import type { GridKind, PanelPlan } from '../kind.js';
import type { GridModel, Series } from '../model.js';

export const smallMultiples = {
  id: 'small-multiples',
  about: 'a panel for each series',
  source: 'values',
  isAlongTime: true,
  isLogAllowed: true,
  series: { most: 12, others: 'left out' },
  key: notes(
    (model) => (model.isTime ? dashed : hatched)(model),
    logScale,
    () => [{ word: 'chartPanels' }],
  ),
  draw: (model, style, size) => panelsOf(model, style, size),
} as const satisfies GridKind;

const GAP = { x: 40, y: 14 };
const TITLE = { size: 18, line: 24, below: 12 };
/** The dates or names under a panel. */
const AXIS = { size: 14, height: 24 };
/** Room for the mark at the end of a line. */
const END = 8;

/** Where the panels of a row stand: pixels from the axis of values on. */
interface Row {
  panels: readonly { one: Series; left: number; title: readonly string[] }[];
  width: number;
  size: Size;
  /** Of the axis of values. */
  ticks: number;
  titleLines: number;
}

export function panelsOf(model: GridModel, style: ChartStyle, size: Size): PanelPlan[] {
  const { series } = model;
  const columns = Math.max(
    1,
    series.length <= 3 ? series.length : series.length === 4 ? 2 : series.length <= 6 ? 3 : 4,
  );
  const rows = Math.max(1, Math.ceil(series.length / columns));
  const height = Math.floor((size.height - GAP.y * (rows - 1)) / rows);
  const bounds = extentOf(series.flatMap(({ cells }) => cells));
  const format = formatter(model);
  const tickFont = fontOf(style, AXIS.size);
  const ticks = Math.max(...bounds.map((value) => textWidth(format(value), tickFont))) + 24;
  const width = (size.width - ticks - END - GAP.x * (columns - 1)) / columns;
  const titleFont = fontOf(style, TITLE.size, 700);
  // A long name has two lines where there are few panels.
  const titles = series.map((one) =>
    wrapTo(one.label, titleFont, width - textWidth(lastText(one), titleFont) - 16, rows < 3 ? 3 : 1),
  );
  const titleLines = Math.max(1, ...titles.map((lines) => lines.length));
  return Array.from({ length: rows }, (_, n) => {
    const panels = series.slice(n * columns, (n + 1) * columns).map((one, i) => ({
      one,
      left: i * (width + GAP.x),
      title: titles[n * columns + i] ?? [],
    }));
    const row: Row = { panels, width, ticks, titleLines, size: { width: size.width, height } };
    return {
      x: 0,
      y: n * (height + GAP.y),
      size: row.size,
      configuration: rowConfiguration(row, model, bounds, style),
    };
  });
}

function lastText({ cells }: Series): string {
  return cells.findLast((cell) => cell !== null)?.text ?? '';
}

function rowConfiguration(
  row: Row,
  model: GridModel,
  [lowest, highest]: readonly [number, number],
  style: ChartStyle,
): ChartConfiguration {
  const { size, panels, width, ticks } = row;
  const { places, isTime, isLog } = model;
  // The same axis in every panel; bars stand on zero, and lines where it is not far away.
  const low = !isTime || (lowest > 0 && lowest < highest * 0.5) ? Math.min(0, lowest) : lowest;
  const high = (isTime ? highest : Math.max(0, highest)) || 1;
  const value = valueAxis(model, style, 4);
  const from = places[0]?.at ?? 0;
  const span = (places.at(-1)?.at ?? from) - from;
  const slot = width / Math.max(1, places.length);
  /** Where a place is in its panel. */
  const along = (n: number) =>
    !isTime ? (n + 0.5) * slot : span === 0 ? width / 2 : (((places[n]?.at ?? from) - from) / span) * width;
  return {
    type: isTime ? 'line' : 'bar',
    data: {
      datasets: panels.map(({ one: { cells }, left }) => ({
        data: cells.map((cell, n) => ({ x: left + along(n), y: cell?.value ?? null })),
        ...(isTime
          ? lineLook(cells, style)
          : {
              backgroundColor: cells.map((cell) => fillOf(cell, style.accent)),
              borderColor: style.accent,
              borderWidth: cells.map(outlineOf),
              barThickness: Math.min(40, slot * 0.72),
              grouped: false,
            }),
      })),
    },
    options: {
      parsing: false,
      normalized: true,
      layout: {
        autoPadding: false,
        padding: {
          top: TITLE.line * row.titleLines + TITLE.below,
          bottom: AXIS.height,
          right: END,
        },
      },
      scales: {
        x: { type: 'linear', display: false, min: 0, max: size.width - ticks - END },
        y: {
          ...value,
          grid: { display: false },
          ...(isLog
            ? { min: lowest, max: highest }
            : {
                min: low,
                max: high,
                afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
                  axis.ticks = ticksIn(low, high, size.height < 130 ? 2 : 3).map((value) => ({ value }));
                },
              }),
          ticks: { ...value.ticks, autoSkip: false, font: { family: style.family, size: AXIS.size } },
          afterFit: (axis: { width: number }) => {
            axis.width = ticks;
          },
        },
      },
      plugins: NO_LEGEND,
    },
    plugins: [
      { id: 'grid', beforeDatasetsDraw: (chart: ChartJs) => drawGrid(chart, row, style) },
      afterDatasets((ctx, chart) => {
        panels.forEach((panel) => {
          drawPanel(ctx, chart, panel, row, model, along, style);
        });
      }),
    ],
  } as ChartConfiguration;
}

/** A line; dashed where it leads to or from what is not certain. One rule for all of it is much faster than one a part. */
function lineLook(cells: Series['cells'], style: ChartStyle) {
  const look = { borderColor: style.accent, borderWidth: 3, pointRadius: 0, clip: false };
  if (cells.every((cell) => cell?.certain !== false)) return look;
  const borderColor = ({ p0DataIndex, p1DataIndex }: { p0DataIndex: number; p1DataIndex: number }) =>
    [p0DataIndex, p1DataIndex].some((n) => cells[n]?.certain === false)
      ? uncertain(style.accent)
      : style.accent;
  return { ...look, segment: { borderColor } };
}

/** Lines at the values of the axis, in each panel; zero the strongest. */
function drawGrid({ ctx, scales, chartArea }: ChartJs, { panels, width }: Row, style: ChartStyle): void {
  for (const { value } of scales.y?.ticks ?? []) {
    const y = scales.y?.getPixelForValue(value) ?? 0;
    const weight = value === 0 ? 2 : 1;
    ctx.fillStyle = value === 0 ? style.ink : style.rule;
    for (const { left } of panels) ctx.fillRect(chartArea.left + left, y - weight / 2, width, weight);
  }
}

function drawPanel(
  ctx: CanvasRenderingContext2D,
  { chartArea, scales }: ChartJs,
  { one, left, title }: Row['panels'][number],
  { width, titleLines }: Row,
  { places, isTime }: GridModel,
  along: (n: number) => number,
  style: ChartStyle,
): void {
  const x = chartArea.left + left;
  const font = fontOf(style, TITLE.size, 700);
  title.forEach((line, i) => {
    const y = TITLE.line * (titleLines - title.length + i) + 11;
    write(ctx, line, { x, y }, { font, colour: style.ink });
  });
  const axisFont = fontOf(style, AXIS.size);
  const look = { font: axisFont, colour: style.soft, baseline: 'top' as const };
  const y = chartArea.bottom + 6;
  if (!isTime) {
    const slot = width / Math.max(1, places.length);
    places.forEach(({ label }, n) => {
      write(ctx, cut(label, axisFont, slot - 6), { x: x + along(n), y }, { ...look, align: 'center' });
    });
    return;
  }
  const last = one.cells.findLastIndex((cell) => cell !== null);
  const right = { x: x + width, y: TITLE.line * (titleLines - 1) + 11 };
  write(ctx, lastText(one), right, { font, colour: style.accent, align: 'right' });
  one.cells.forEach((cell, n) => {
    if (!cell || (n < last && (one.cells[n - 1] || one.cells[n + 1]))) return;
    drawPoint(ctx, x + along(n), scales.y?.getPixelForValue(cell.value ?? 0) ?? 0, cell.certain, style);
  });
  if (last < 0) return;
  const end = places.length - 1;
  const at = (n: number) => ({ x: x + along(n), y });
  const short = (n: number) => cut(places[n]?.label ?? '', axisFont, width / 2 - 6);
  write(ctx, short(0), at(0), { ...look, align: end === 0 ? 'center' : 'left' });
  if (end > 0) write(ctx, short(end), at(end), { ...look, align: 'right' });
}

/** The end of a line, or a value that stands alone; hollow where it is not certain. */
function drawPoint(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  certain: boolean,
  style: ChartStyle,
): void {
  const dot = (radius: number, colour: string) => {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fillStyle = colour;
    ctx.fill();
  };
  dot(5.5, style.accent);
  if (!certain) dot(3, style.paper);
}

/** Round numbers from low to high: as few as there are, and `least` at least. */
export function ticksIn(low: number, high: number, least: number): number[] {
  const span = high - low || 1;
  const power = 10 ** Math.ceil(Math.log10(span));
  for (const step of [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01].map((part) => part * power)) {
    const first = Math.ceil(low / step - 1e-9);
    const last = Math.floor(high / step + 1e-9);
    if (last - first + 1 >= least)
      return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  }
  return [low, high];
}
