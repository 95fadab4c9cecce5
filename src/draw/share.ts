/** Parts of a whole: one bar divided, each part named under it; and a hundred squares, each for one in a hundred. */
import type { ChartConfiguration } from 'chart.js';
import type { Cell, GridPicture } from '../compose/picture.js';
import { afterwards, fillOf, NO_LEGEND, write } from './axes.js';
import type { Size } from './canvas.js';
import { type ChartStyle, fontOf, seriesColour } from './style.js';
import { uncertain } from './svg.js';
import { textWidth, wrapTo } from './text.js';

const GAP = 24;

/** The parts of a picture with their shares of the whole; what is not given of a hundred per cent stays empty. */
function partsOf({ places, series, sign }: GridPicture, style: ChartStyle) {
  const cells = series[0]?.cells ?? [];
  const values = cells.map((cell) => Math.max(0, cell?.value ?? 0));
  const sum = values.reduce((all, value) => all + value, 0);
  const whole = sign === '%' ? Math.max(100, sum) : sum || 1;
  return places.map((place, i) => ({
    label: place.label,
    cell: cells[i] ?? null,
    share: (values[i] ?? 0) / whole,
    colour: place.isRest ? style.soft : seriesColour(style, i),
  }));
}

export function shareConfiguration(
  picture: GridPicture,
  style: ChartStyle,
  size: Size,
): ChartConfiguration<'bar'> {
  const parts = partsOf(picture, style);
  const thickness = Math.min(110, size.height * 0.3);
  const top = Math.max(8, (size.height - thickness - 190) / 2);
  return {
    type: 'bar',
    data: {
      labels: [''],
      datasets: parts.map(({ cell, share, colour }) => ({
        data: [share],
        backgroundColor: fillOf(cell, colour),
        borderColor: style.paper,
        borderWidth: 1.5,
        borderSkipped: false as const,
        barThickness: thickness,
      })),
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { top, bottom: size.height - top - thickness, left: 2, right: 2 } },
      scales: {
        x: { display: false, stacked: true, min: 0, max: 1 },
        y: { display: false, stacked: true },
      },
      plugins: NO_LEGEND,
    },
    plugins: [
      afterwards((ctx, { chartArea }) => {
        const width = chartArea.right - chartArea.left;
        const bottom = top + thickness;
        ctx.strokeStyle = style.ink;
        ctx.lineWidth = 1.5;
        ctx.strokeRect(chartArea.left, top, width, thickness);
        const drop = bottom + 34;
        const slots = slotsOf(parts, style, width);
        let from = 0;
        parts.forEach(({ label, cell, share, colour }, i) => {
          const slot = slots[i] ?? { x: 0, width };
          const x = chartArea.left + slot.x;
          const middle = chartArea.left + (from + share / 2) * width;
          from += share;
          // A line to the name, and a bar of the part's colour over it.
          ctx.beginPath();
          ctx.moveTo(middle, bottom + 2);
          ctx.lineTo(x + slot.width / 2, drop);
          ctx.strokeStyle = colour;
          ctx.lineWidth = 1.5;
          ctx.stroke();
          ctx.fillStyle = colour;
          ctx.fillRect(x, drop, slot.width, 4);
          const valueSize = Math.floor(
            Math.min(30, (slot.width / textWidth(cell?.text ?? '–', fontOf(style, 30, 700))) * 30),
          );
          const y = drop + 14;
          const look = { colour: style.ink, baseline: 'top' as const };
          write(
            ctx,
            cell?.text ?? '–',
            { x, y },
            { ...look, font: fontOf(style, Math.max(14, valueSize), 700) },
          );
          const type = size.height > 300 ? 20 : 18;
          const font = fontOf(style, type);
          const most = Math.floor((size.height - y - 38) / (type * 1.25));
          wrapTo(label, font, slot.width, most).forEach((line, n) => {
            write(ctx, line, { x, y: y + 38 + n * type * 1.25 }, { ...look, font });
          });
        });
      }),
    ],
  };
}

/** Columns for the names: as wide as they need, each as near to the middle of its part as the others allow. */
function slotsOf(
  parts: readonly { label: string; share: number; cell: Cell | null }[],
  style: ChartStyle,
  width: number,
): { x: number; width: number }[] {
  const most = (width - GAP * (parts.length - 1)) / Math.max(1, parts.length);
  let from = 0;
  const slots = parts.map(({ label, share, cell }) => {
    const value = textWidth(cell?.text ?? '–', fontOf(style, 30, 700));
    const needed = Math.max(value, Math.min(280, textWidth(label, fontOf(style, 20)))) + 2;
    const middle = (from + share / 2) * width;
    from += share;
    return { middle, x: 0, width: needed };
  });
  const all = slots.reduce((sum, slot) => sum + slot.width, GAP * (slots.length - 1));
  for (const slot of slots) {
    if (all > width) slot.width = Math.min(slot.width, most);
    slot.x = slot.middle - slot.width / 2;
  }
  let left = 0;
  for (const slot of slots) {
    slot.x = Math.max(slot.x, left);
    left = slot.x + slot.width + GAP;
  }
  let right = width;
  for (const slot of [...slots].reverse()) {
    slot.x = Math.max(0, Math.min(slot.x, right - slot.width));
    right = slot.x - GAP;
  }
  return slots;
}

export function waffleConfiguration(
  picture: GridPicture,
  style: ChartStyle,
  size: Size,
): ChartConfiguration<'scatter'> {
  const parts = partsOf(picture, style);
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
      afterwards((ctx) => {
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
