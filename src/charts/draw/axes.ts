/** What the kinds of chart share: axes, labels of categories, texts at values. */
import type { BarElement, Chart as ChartJs, Plugin } from 'chart.js';
import { numberFormat } from '../../words/intl.js';
import type { Cell, GridModel, Place } from '../model.js';
import { type ChartStyle, fontOf, uncertain } from './style.js';
import { textWidth, wrap, wrapTo } from './text.js';

/** Names stand at what they name. A plug-in that is off altogether takes no time; Chart.js's types know only options. */
export const NO_LEGEND = Object.fromEntries(
  ['legend', 'tooltip', 'title', 'subtitle', 'colors', 'decimation'].map((name) => [name, false]),
) as object;

/** Chart.js types its plugins by kind; what they share is untyped. */
export type AnyPlugin = Plugin<'bar' | 'line' | 'scatter'>;

/** Widest that a label at the left may be before it is wrapped. */
const LABEL_WIDTH = 340;
/** Smallest type of a model: as on a slide. */
export const LEAST_TYPE = 14;
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

/** An axis of names or dates: no line, and as many labels as it is given. */
export function nameAxis<T extends object>(style: ChartStyle, size: number, ticks: T) {
  return {
    grid: { display: false },
    border: { display: false },
    ticks: {
      autoSkip: false,
      maxRotation: 0,
      color: style.soft,
      padding: 6,
      font: { family: style.family, size, lineHeight: 1.2 },
      ...ticks,
    },
  };
}

/** The axis of rows. */
export function rowAxis(style: ChartStyle, size: number) {
  return nameAxis(style, size, { color: style.ink, crossAlign: 'far' as const, padding: 14 });
}

/** Whether bars stand: over dates, and over categories with short names. */
export function isStanding({ places, isTime }: GridModel, style: ChartStyle): boolean {
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

/** The axis of values: few lines, zero the strongest. */
export function valueAxis(model: GridModel, style: ChartStyle, most = 6) {
  const format = formatter(model);
  return {
    ...(model.isLog ? { type: 'logarithmic' as const } : {}),
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
        if (model.isLog && !Number.isInteger(Math.log10(Math.abs(number)))) return '';
        return format(number);
      },
    },
  };
}

/** Writes a number of an axis: short, in the language's own figures. */
export function formatter({
  language,
  sign,
}: Pick<GridModel, 'language' | 'sign'>): (value: number) => string {
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
export function afterDatasets(draw: (ctx: CanvasRenderingContext2D, chart: ChartJs) => void): AnyPlugin {
  return { id: 'afterDatasets', afterDatasetsDraw: (chart) => draw(chart.ctx, chart as ChartJs) };
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
    backdrop?: string | undefined;
  },
): void {
  if (look.backdrop !== undefined) {
    ctx.strokeStyle = look.backdrop;
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
  return afterDatasets((ctx, { chartArea, scales }) => {
    const zero = scales[axis]?.getPixelForValue(0);
    if (zero === undefined) return;
    ctx.fillStyle = style.ink;
    if (axis === 'x') ctx.fillRect(zero - 1, chartArea.top, 2, chartArea.bottom - chartArea.top);
    else ctx.fillRect(chartArea.left, zero - 1, chartArea.right - chartArea.left, 2);
  });
}

/** Moves labels of one line or several apart until each has its own, `line` pixels high, inside top and bottom. */
export function spread<T extends { y: number; lines?: readonly string[] }>(
  labels: readonly T[],
  line: number,
  top: number,
  bottom: number,
): T[] {
  const half = ({ lines }: T) => ((lines?.length ?? 1) * line) / 2;
  const sorted = labels.map((label) => ({ ...label })).sort((a, b) => a.y - b.y);
  let floor = top - line / 2;
  for (const label of sorted) {
    label.y = Math.max(label.y, floor + half(label));
    floor = label.y + half(label);
  }
  let ceiling = bottom + line / 2;
  for (const label of sorted.reverse()) {
    label.y = Math.min(label.y, ceiling - half(label));
    ceiling = label.y - half(label);
  }
  return sorted.reverse();
}

/** Writes the lines of a label, their middle at a place. */
export function writeLines(
  ctx: CanvasRenderingContext2D,
  lines: readonly string[],
  at: { x: number; y: number },
  line: number,
  look: Parameters<typeof write>[3],
): void {
  lines.forEach((text, i) => {
    write(ctx, text, { x: at.x, y: at.y + (i - (lines.length - 1) / 2) * line }, look);
  });
}

/** A bar as it is drawn; `base` is where it begins, at zero. */
export interface Bar {
  x: number;
  y: number;
  base: number;
  width: number;
  height: number;
}

export function barOf(chart: ChartJs, dataset: number, index: number): Bar | undefined {
  const element = chart.getDatasetMeta(dataset).data[index] as BarElement | undefined;
  return element?.getProps(['x', 'y', 'base', 'width', 'height'], true) as Bar | undefined;
}

/** Writes a value at the end of its bar, standing or lying; of a bar below zero, at the other end. */
export function writeAtEnd(
  ctx: CanvasRenderingContext2D,
  cell: Cell | null,
  { x, y, base }: Bar,
  look: { font: string; colour: string; isUpright: boolean; gap: number },
): void {
  const { isUpright, gap, ...type } = look;
  const isNegative = cell?.range === undefined && (cell?.value ?? 0) < 0;
  const ends = cell ? [isUpright ? y : x, base] : [base];
  const isLow = isUpright !== isNegative;
  const end = isLow ? Math.min(...ends) - gap : Math.max(...ends) + gap;
  const text = cell?.text ?? '–';
  if (isUpright)
    write(ctx, text, { x, y: end }, { ...type, align: 'center', baseline: isLow ? 'bottom' : 'top' });
  else write(ctx, text, { x: end, y: y + 1 }, { ...type, align: isLow ? 'right' : 'left' });
}
