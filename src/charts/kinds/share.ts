/** Parts of a whole: one bar divided, each part named under it. */
import type { ChartConfiguration } from 'chart.js';
import { afterDatasets, fillOf, NO_LEGEND, write } from '../draw/axes.js';
import { partsOf } from '../draw/parts.js';
import type { Size } from '../draw/size.js';
import { type ChartStyle, fontOf } from '../draw/style.js';
import { textWidth, wrapTo } from '../draw/text.js';
import { empty, hatched, notes } from '../key.js';
import { type GridKind, onePanel } from '../kind.js';
import type { Cell, GridModel } from '../model.js';

export const share = {
  id: 'share',
  about: 'parts of a whole',
  source: 'values',
  isSingle: true,
  parts: 'whole',
  places: { most: 6, others: 'grouped' },
  key: notes(hatched, empty),
  draw: (model, style, size) => onePanel(shareConfiguration(model, style, size), size),
} as const satisfies GridKind;

const GAP = 24;

export function shareConfiguration(
  model: GridModel,
  style: ChartStyle,
  size: Size,
): ChartConfiguration<'bar'> {
  const parts = partsOf(model, style);
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
      afterDatasets((ctx, { chartArea }) => {
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
