/** Rows with a mark each: dots for many categories, and ranges with the best estimate where there is one. */
import type { ChartConfiguration } from 'chart.js';
import type { Cell, GridModel } from '../model.js';
import {
  afterDatasets,
  extentOf,
  fillOf,
  NO_LEGEND,
  rowAxis,
  rowLabels,
  typeSize,
  valueAxis,
  write,
} from './axes.js';
import type { Size } from './size.js';
import { type ChartStyle, fontOf } from './style.js';
import { readFont, textWidth } from './text.js';

const AXIS = 34;
/** The best estimate, over its range. */
const BEST = { size: 16, line: 20 };

/** Rows whose bars, where they have one, are at most so many pixels high. */
export function rowsConfiguration(
  model: GridModel,
  style: ChartStyle,
  size: Size,
  thickest: number,
): ChartConfiguration<'bar'> {
  const { places, series } = model;
  const cells = series[0]?.cells ?? [];
  const step = (size.height - AXIS) / Math.max(1, places.length);
  const labels = rowLabels(places, style, step);
  const font = fontOf(style, typeSize(step * 1.06, 22), 700);
  const thickness = Math.max(3, Math.min(thickest, step * 0.4));
  // Over the bar, and over the values beside it.
  const clear = Math.max(thickness, readFont(font).size);
  const above = (step - clear) / 2;
  const sides = cells.map((cell) => (cell ? textsOf(cell) : (['', '–'] as const)));
  const before = Math.max(0, ...sides.map(([text]) => textWidth(text, font)));
  const after = Math.max(0, ...sides.map(([, text]) => textWidth(text, font)));
  const [lowest, highest] = extentOf(cells);
  const wide = size.width * 0.62;
  const span = highest - lowest || Math.abs(highest) || 1;
  const power = (round: (value: number) => number, value: number) => 10 ** round(Math.log10(value || 1));
  // Zero is shown where it is not far away.
  const from = lowest > 0 && (lowest < highest * 0.5 || lowest === highest) ? 0 : lowest;
  const room = before > 0 ? (span * (before + 16)) / wide : from < 0 ? span * 0.03 : 0;
  const colour = (i: number) => (places[i]?.isRest ? style.soft : style.accent);
  return {
    type: 'bar',
    data: {
      labels: labels.lines,
      datasets: [
        {
          data: cells.map((cell): [number, number] | null =>
            cell?.range ? [cell.range[0], cell.range[1]] : null,
          ),
          barThickness: thickness,
          backgroundColor: cells.map((cell, i) => fillOf(cell, colour(i))),
          borderColor: cells.map((_, i) => colour(i)),
          borderWidth: 2,
          borderSkipped: false,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { right: after + 24, top: 2 } },
      scales: {
        x: {
          ...valueAxis(model, style, 7),
          position: 'bottom',
          ...(model.isLog
            ? { min: power(Math.floor, lowest), max: power(Math.ceil, highest) }
            : { min: from - room, suggestedMax: highest || 1 }),
          // Room for a label at the left is no part of the scale.
          afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
            const step = (axis.ticks[2]?.value ?? 0) - (axis.ticks[1]?.value ?? 0);
            if (model.isLog || step <= 0) return;
            const start = Math.ceil((from - 1e-9) / step) * step;
            const ticks = [];
            for (let value = start; value <= (axis.ticks.at(-1)?.value ?? start); value += step)
              ticks.push({ value: Number(value.toPrecision(12)) });
            axis.ticks = ticks;
          },
        },
        y: rowAxis(style, labels.size),
      },
      plugins: NO_LEGEND,
    },
    plugins: [
      afterDatasets((ctx, { scales }) => {
        cells.forEach((cell, i) => {
          const y = scales.y?.getPixelForValue(i) ?? 0;
          const at = (value: number) => scales.x?.getPixelForValue(value) ?? 0;
          if (!cell) return;
          if (cell.value !== undefined) mark(ctx, at(cell.value), y, cell, colour(i), style, step);
          if (cell.value !== undefined && cell.best !== undefined && above >= BEST.line)
            write(
              ctx,
              cell.best,
              { x: at(cell.value), y: y - clear / 2 - BEST.line / 2 },
              { font: fontOf(style, BEST.size, 700), colour: style.ink, align: 'center' },
            );
          const [low, high] = sides[i] ?? ['', ''];
          const ends = cell.range ?? [cell.value ?? 0, cell.value ?? 0];
          const look = { font, colour: style.ink };
          write(
            ctx,
            low,
            { x: at(ends[0]) - 12, y: y + 1 },
            { ...look, align: 'right', backdrop: style.paper },
          );
          write(ctx, high, { x: at(ends[1]) + (cell.range ? 12 : 16), y: y + 1 }, look);
        });
      }),
    ],
  } as ChartConfiguration<'bar'>;
}

/** What stands at the left and right of a mark. */
function textsOf(cell: Cell): readonly [before: string, after: string] {
  return cell.ends ?? ['', cell.text];
}

/** A dot; hollow for what is not certain; on a range, with paper around it. */
function mark(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  cell: Cell,
  colour: string,
  style: ChartStyle,
  step: number,
): void {
  const radius = Math.max(3.5, Math.min(8.5, step * 0.3));
  const circle = (size: number, fill: string) => {
    ctx.beginPath();
    ctx.arc(x, y, size, 0, 2 * Math.PI);
    ctx.fillStyle = fill;
    ctx.fill();
  };
  if (cell.range) circle(radius + 3, style.paper);
  circle(radius, cell.range ? style.ink : colour);
  if (!cell.certain) circle(radius - 2.5, style.paper);
}
