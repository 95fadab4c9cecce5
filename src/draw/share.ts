/** Parts of a whole: one bar divided, each part named under it; and a hundred squares, each for one in a hundred. */
import type { ChartConfiguration } from 'chart.js';
import type { GridPicture } from '../compose/picture.js';
import type { Size } from './canvas.js';
import { afterwards, fillOf, NO_LEGEND, write } from './frame.js';
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
        const slots = slotsOf(
          parts.map(({ share }) => share),
          width,
        );
        let from = 0;
        parts.forEach(({ label, cell, share, colour }, i) => {
          const slot = slots[i] ?? { x: 0, width };
          const x = chartArea.left + slot.x;
          const middle = chartArea.left + (from + share / 2) * width;
          from += share;
          const drop = bottom + 16;
          ctx.beginPath();
          ctx.moveTo(middle, bottom);
          ctx.lineTo(middle, drop);
          ctx.lineTo(x + 8, drop);
          ctx.lineTo(x + 8, drop + 10);
          ctx.strokeStyle = colour;
          ctx.lineWidth = 2;
          ctx.stroke();
          const valueSize = Math.min(
            30,
            Math.floor((slot.width / Math.max(1, textWidth(cell?.text ?? '', fontOf(style, 30, 700)))) * 30),
          );
          const y = drop + 12;
          write(
            ctx,
            cell?.text ?? '–',
            { x, y },
            {
              font: fontOf(style, Math.max(14, valueSize), 700),
              colour: style.ink,
              baseline: 'top',
            },
          );
          const type = size.height > 300 ? 20 : 18;
          const most = Math.floor((size.height - y - 38) / (type * 1.25));
          wrapTo(label, fontOf(style, type), slot.width, most).forEach((line, n) => {
            write(
              ctx,
              line,
              { x, y: y + 38 + n * type * 1.25 },
              {
                font: fontOf(style, type),
                colour: style.ink,
                baseline: 'top',
              },
            );
          });
        });
      }),
    ],
  };
}

/** Columns for the names: each as near to its part as the others allow, none narrower than it needs. */
function slotsOf(shares: readonly number[], width: number): { x: number; width: number }[] {
  const least = Math.min(240, (width - GAP * (shares.length - 1)) / Math.max(1, shares.length));
  const free = width - least * shares.length - GAP * (shares.length - 1);
  const extra = shares.map((share) => Math.max(0, share * width - least - GAP));
  const wanted = extra.reduce((all, one) => all + one, 0) || 1;
  let x = 0;
  return shares.map((_, i) => {
    const wide = least + ((extra[i] ?? 0) / wanted) * Math.min(free, wanted);
    const slot = { x, width: wide };
    x += wide + GAP;
    return slot;
  });
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
        let n = 0;
        const square = (fill: string | undefined, stroke: string) => {
          const x = 2 + (n % 10) * step + 2;
          const y = 2 + Math.floor(n / 10) * step + 2;
          n++;
          if (fill !== undefined) {
            ctx.fillStyle = fill;
            ctx.fillRect(x, y, step - 4, step - 4);
          }
          ctx.strokeStyle = stroke;
          ctx.lineWidth = 1.5;
          ctx.strokeRect(x, y, step - 4, step - 4);
        };
        parts.forEach(({ cell, colour }, i) => {
          for (let k = 0; k < (counts[i] ?? 0); k++) square(fillOf(cell, colour), colour);
        });
        while (n < 100) square(undefined, style.rule);
        parts.forEach(({ label, cell, colour }, i) => {
          const y = (size.height - row * parts.length) / 2 + row * (i + 0.5);
          const type =
            row > 70
              ? { value: 34, label: 22 }
              : { value: Math.round(row * 0.42), label: Math.round(Math.max(13, row * 0.32)) };
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
