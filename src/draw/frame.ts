/** What the kinds of chart share: axes, labels of categories, texts at values. */
import type { Chart as ChartJs, Plugin } from 'chart.js';
import type { Cell, GridPicture, Place } from '../compose/picture.js';
import { numberFormat } from '../words/intl.js';
import { type ChartStyle, fontOf } from './style.js';
import { uncertain } from './svg.js';
import { textWidth, wrap, wrapTo } from './text.js';

/** Neither legend nor tooltip: names stand at what they name. */
export const NO_LEGEND = { legend: { display: false }, tooltip: { enabled: false } } as const;

/** Chart.js types its plugins by kind; what they share is untyped. */
export type AnyPlugin = Plugin<'bar' | 'line' | 'scatter'>;

/** Widest that a label at the left may be before it is wrapped. */
const LABEL_WIDTH = 340;
const LEAST_TYPE = 12;
/** Smallest type that a label is set in to stay whole. */
const LEAST_WHOLE = 16;

/** The fill of a cell: hatched where it is not certain. */
export function fillOf(cell: Cell | null | undefined, colour: string): string {
  return cell && !cell.certain ? uncertain(colour) : colour;
}

/** The outline of a cell: what is hatched has one. */
export function outlineOf(cell: Cell | null | undefined): number {
  return cell && !cell.certain ? 2 : 0;
}

/** Lowest and highest of what cells show; 0 to 0 for none. */
export function extentOf(cells: readonly (Cell | null)[]): [low: number, high: number] {
  const ends = cells.flatMap((cell) => [
    ...(cell?.range ?? []),
    ...(cell?.value === undefined ? [] : [cell.value]),
  ]);
  return ends.length === 0 ? [0, 0] : [Math.min(...ends), Math.max(...ends)];
}

/** Type as large as a row of `step` pixels allows. */
export function typeSize(step: number, largest: number): number {
  return Math.round(Math.max(LEAST_TYPE, Math.min(largest, step * 0.62)));
}

/** Labels at the left of rows: as many lines as a row has room for. */
export function rowLabels(
  places: readonly Place[],
  style: ChartStyle,
  step: number,
  width = LABEL_WIDTH,
): { lines: string[][]; size: number } {
  // Chart.js keeps half a label's height free above the first and below the last.
  const row = (step * places.length) / (places.length + 1);
  const linesIn = (size: number) => Math.max(1, Math.floor(row / (size * 1.2)));
  const largest = typeSize(step, 23);
  let size = largest;
  const isWhole = () =>
    places.every(({ label }) => wrap(label, fontOf(style, size), width).length <= linesIn(size));
  while (size > LEAST_WHOLE && !isWhole()) size--;
  // Where smaller type does not save the words either, it stays large.
  if (!isWhole() && size < largest) size = Math.max(size, Math.min(largest, LEAST_WHOLE + 2));
  const font = fontOf(style, size);
  return { lines: places.map(({ label }) => wrapTo(label, font, width, linesIn(size))), size };
}

/** The axis of rows: a label each, no line. */
export function rowAxis(style: ChartStyle, size: number) {
  return {
    grid: { display: false },
    border: { display: false },
    ticks: {
      autoSkip: false,
      color: style.ink,
      crossAlign: 'far' as const,
      padding: 14,
      font: { family: style.family, size, lineHeight: 1.2 },
    },
  };
}

/** Whether bars stand: over dates, and over categories with short names. */
export function isStanding({ places, isTime }: GridPicture, style: ChartStyle): boolean {
  if (isTime) return true;
  return places.length > 1 && places.every(({ label }) => textWidth(label, fontOf(style, 20)) <= 72);
}

/** Labels under columns: every one, or as many as stand apart. */
export function columnLabels(
  places: readonly Place[],
  style: ChartStyle,
  slot: number,
): { lines: (string | string[])[]; size: number } {
  const size = slot < 60 ? 17 : 20;
  const font = fontOf(style, size);
  const widest = Math.max(...places.map(({ label }) => textWidth(label, font)));
  const isAll = places.every(({ label }) =>
    label.split(' ').every((word) => textWidth(word, font) <= slot - 10),
  );
  if (isAll) return { lines: places.map(({ label }) => wrapTo(label, font, slot - 10, 2)), size };
  const every = Math.ceil((widest + 18) / slot);
  return { lines: places.map(({ label }, i) => (i % every === 0 ? label : '')), size };
}

/** The axis under columns or lines. */
export function columnAxis(style: ChartStyle, size: number) {
  return {
    grid: { display: false },
    border: { display: false },
    ticks: {
      autoSkip: false,
      maxRotation: 0,
      color: style.soft,
      padding: 6,
      font: { family: style.family, size, lineHeight: 1.2 },
    },
  };
}

/** The axis of values: few lines, zero the strongest. */
export function valueAxis(picture: GridPicture, style: ChartStyle, most = 6) {
  const format = formatter(picture);
  return {
    ...(picture.isLog ? { type: 'logarithmic' as const } : {}),
    grid: {
      color: ({ tick }: { tick?: { value: number } }) => (tick?.value === 0 ? style.ink : style.rule),
      lineWidth: ({ tick }: { tick?: { value: number } }) => (tick?.value === 0 ? 2 : 1),
      drawTicks: false,
    },
    border: { display: false },
    ticks: {
      color: style.soft,
      font: { family: style.family, size: 18 },
      maxTicksLimit: most,
      includeBounds: false,
      maxRotation: 0,
      padding: 12,
      callback: (value: string | number) => {
        const number = Number(value);
        // Between two powers of ten the lines of a log axis stand too close for their numbers.
        if (picture.isLog && !Number.isInteger(Math.log10(Math.abs(number)))) return '';
        return format(number);
      },
    },
  };
}

/** Writes a number of an axis: short, in the language's own figures. */
export function formatter({
  language,
  sign,
}: Pick<GridPicture, 'language' | 'sign'>): (value: number) => string {
  return (value) => {
    const isLarge = Math.abs(value) >= 1e6;
    const format = numberFormat(language, {
      maximumFractionDigits: isLarge ? 2 : 6,
      ...(isLarge ? { notation: 'compact', compactDisplay: 'short' } : {}),
    });
    return `${format.format(value).replace('-', '−')}${sign}`;
  };
}

/** Runs when the shapes are drawn, with the chart's own geometry. */
export function afterwards(draw: (ctx: CanvasRenderingContext2D, chart: ChartJs) => void): AnyPlugin {
  return { id: 'afterwards', afterDatasetsDraw: (chart) => draw(chart.ctx, chart as ChartJs) };
}

/** Writes a text; one that would cover another is left out by the canvas. */
export function write(
  ctx: CanvasRenderingContext2D,
  text: string,
  at: { x: number; y: number },
  look: {
    font: string;
    colour: string;
    align?: CanvasTextAlign;
    baseline?: CanvasTextBaseline;
    ground?: string | undefined;
  },
): void {
  if (look.ground !== undefined) {
    ctx.strokeStyle = look.ground;
    ctx.strokeText(text, at.x, at.y);
  }
  ctx.font = look.font;
  ctx.fillStyle = look.colour;
  ctx.textAlign = look.align ?? 'left';
  ctx.textBaseline = look.baseline ?? 'middle';
  ctx.fillText(text, at.x, at.y);
}

/** A line where the amounts begin. */
export function zeroLine(style: ChartStyle, axis: 'x' | 'y'): AnyPlugin {
  return afterwards((ctx, { chartArea, scales }) => {
    const zero = scales[axis]?.getPixelForValue(0);
    if (zero === undefined) return;
    ctx.fillStyle = style.ink;
    if (axis === 'x') ctx.fillRect(zero - 1, chartArea.top, 2, chartArea.bottom - chartArea.top);
    else ctx.fillRect(chartArea.left, zero - 1, chartArea.right - chartArea.left, 2);
  });
}

/** Moves labels apart until each has `gap` pixels to the next, inside top and bottom. */
export function spread<T extends { y: number }>(
  labels: readonly T[],
  gap: number,
  top: number,
  bottom: number,
): T[] {
  const sorted = labels.map((label) => ({ ...label })).sort((a, b) => a.y - b.y);
  let floor = Number.NEGATIVE_INFINITY;
  for (const label of sorted) {
    label.y = Math.max(label.y, floor, top);
    floor = label.y + gap;
  }
  let ceiling = bottom;
  for (const label of sorted.reverse()) {
    label.y = Math.min(label.y, ceiling);
    ceiling = label.y - gap;
  }
  return sorted.reverse();
}
