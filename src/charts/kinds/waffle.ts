/** A hundred squares: each stands for one in a hundred. */
import type { ChartConfiguration } from 'chart.js';
import { afterDatasets, fillOf, NO_LEGEND, write } from '../draw/axes.js';
import { partsOf } from '../draw/parts.js';
import type { Size } from '../draw/size.js';
import { type ChartStyle, fontOf, uncertain } from '../draw/style.js';
import { textWidth, wrapTo } from '../draw/text.js';
import { empty, hatched, notes } from '../key.js';
import { type GridKind, onePanel } from '../kind.js';
import type { GridModel } from '../model.js';

export const waffle = {
  id: 'waffle',
  about: 'parts of a whole',
  source: 'values',
  isSingle: true,
  parts: 'whole',
  places: { most: 6, others: 'grouped' },
  key: notes(hatched, empty),
  draw: (model, style, size) => onePanel(waffleConfiguration(model, style, size), size),
} as const satisfies GridKind;

export function waffleConfiguration(
  model: GridModel,
  style: ChartStyle,
  size: Size,
): ChartConfiguration<'scatter'> {
  const parts = partsOf(model, style);
  const counts = inHundred(parts.map(({ share }) => share));
  const side = size.height - 4;
  const step = side / 10;
  const left = side + 56;
  const row = Math.min(96, size.height / Math.max(1, parts.length));
  return {
    type: 'scatter',
    data: { datasets: [] },
    options: { scales: { x: { display: false }, y: { display: false } }, plugins: NO_LEGEND },
    plugins: [
      afterDatasets((ctx) => {
        // The squares of a part are one shape.
        const squares = (from: number, count: number) => {
          ctx.beginPath();
          for (let n = from; n < from + count; n++)
            ctx.rect(4 + (n % 10) * step, 4 + Math.floor(n / 10) * step, step - 4, step - 4);
        };
        let n = 0;
        parts.forEach(({ cell, colour }, i) => {
          const count = counts[i] ?? 0;
          squares(n, count);
          n += count;
          ctx.fillStyle = fillOf(cell, colour);
          ctx.fill();
          if (cell?.certain !== false) return;
          ctx.strokeStyle = colour;
          ctx.lineWidth = 1.5;
          ctx.stroke();
        });
        squares(n, 100 - n);
        ctx.strokeStyle = style.soft;
        ctx.lineWidth = 1;
        ctx.stroke();
        parts.forEach(({ label, cell, colour }, i) => {
          const y = (size.height - row * parts.length) / 2 + row * (i + 0.5);
          const type =
            row > 70
              ? { value: 34, label: 22 }
              : { value: Math.round(row * 0.42), label: Math.round(Math.max(14, row * 0.32)) };
          ctx.fillStyle = cell?.certain === false ? uncertain(colour) : colour;
          ctx.fillRect(left, y - 13, 26, 26);
          ctx.strokeStyle = colour;
          ctx.lineWidth = 1.5;
          ctx.strokeRect(left, y - 13, 26, 26);
          const valueFont = fontOf(style, type.value, 700);
          const text = cell?.text ?? '–';
          write(ctx, text, { x: left + 42, y: y + 1 }, { font: valueFont, colour: style.ink });
          const x =
            left + 42 + Math.max(...parts.map((part) => textWidth(part.cell?.text ?? '–', valueFont))) + 22;
          const font = fontOf(style, type.label);
          const lines = wrapTo(
            label,
            font,
            size.width - x - 4,
            Math.max(1, Math.floor((row - 4) / (type.label * 1.2))),
          );
          lines.forEach((line, k) => {
            write(
              ctx,
              line,
              { x, y: y + 1 + (k - (lines.length - 1) / 2) * type.label * 1.2 },
              { font, colour: style.ink },
            );
          });
        });
      }),
    ],
  };
}

/** Shares as whole numbers out of a hundred, by largest remainder: their sum is that of the shares. */
export function inHundred(shares: readonly number[]): number[] {
  const exact = shares.map((share) => share * 100);
  const counts = exact.map((value) => Math.floor(value + 1e-9));
  const sum = Math.round(exact.reduce((all, value) => all + value, 0));
  const byRest = exact
    .map((value, i) => ({ i, rest: value - (counts[i] ?? 0) }))
    .sort((a, b) => b.rest - a.rest);
  let missing = sum - counts.reduce((all, count) => all + count, 0);
  for (const { i } of byRest) {
    if (missing <= 0) break;
    counts[i] = (counts[i] ?? 0) + 1;
    missing--;
  }
  return counts;
}
