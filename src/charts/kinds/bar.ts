/** Bars from zero: lying, with their names at the left, or standing where the names are short. */
import type { ChartConfiguration } from 'chart.js';
import {
  afterDatasets,
  barOf,
  columnLabels,
  extentOf,
  fillOf,
  isStanding,
  NO_LEGEND,
  nameAxis,
  outlineOf,
  rowAxis,
  rowLabels,
  typeSize,
  valueAxis,
  writeAtEnd,
  zeroLine,
} from '../draw/axes.js';
import type { Size } from '../draw/size.js';
import { type ChartStyle, fontOf } from '../draw/style.js';
import { textWidth } from '../draw/text.js';
import { hatched } from '../key.js';
import { type GridKind, onePanel } from '../kind.js';
import type { Cell, GridModel } from '../model.js';

export const bar = {
  id: 'bar',
  about: 'amounts by category',
  source: 'values',
  isSingle: true,
  places: { most: 12, others: 'grouped' },
  key: hatched,
  draw: (model, style, size) => onePanel(barConfiguration(model, style, size), size),
} as const satisfies GridKind;

export function barConfiguration(model: GridModel, style: ChartStyle, size: Size): ChartConfiguration<'bar'> {
  return isStanding(model, style) ? standing(model, style, size) : lying(model, style, size);
}

/** The data of bars: an amount is a bar from zero, a range floats from low to high. */
function barsOf({ series, places }: GridModel, style: ChartStyle) {
  const cells = series[0]?.cells ?? [];
  const colours = places.map((place) => (place.isRest ? style.soft : style.accent));
  return {
    cells,
    dataset: {
      data: cells.map((cell): number | [number, number] | null =>
        cell?.range ? [cell.range[0], cell.range[1]] : (cell?.value ?? null),
      ),
      backgroundColor: cells.map((cell, i) => fillOf(cell, colours[i] ?? style.accent)),
      borderColor: colours,
      borderWidth: cells.map(outlineOf),
      borderSkipped: false as const,
    },
  };
}

function lying(model: GridModel, style: ChartStyle, size: Size): ChartConfiguration<'bar'> {
  const { cells, dataset } = barsOf(model, style);
  const step = size.height / Math.max(1, cells.length);
  const labels = rowLabels(model.places, style, step);
  const font = fontOf(style, typeSize(step, 27), 700);
  const widest = Math.max(0, ...cells.map((cell) => textWidth(cell?.text ?? '', font)));
  const [lowest, highest] = extentOf([...cells, zeroCell]);
  // A value left of its bar stands inside the plot: the axis begins so much lower.
  const room = lowest < 0 ? ((highest - lowest) * (widest + 20)) / (size.width * 0.5) : 0;
  return {
    type: 'bar',
    data: {
      labels: labels.lines,
      datasets: [{ ...dataset, barThickness: Math.max(3, Math.min(70, step * 0.62)) }],
    },
    options: {
      indexAxis: 'y',
      layout: {
        padding: {
          right: highest > 0 || lowest === 0 ? widest + 20 : cells.includes(null) ? 34 : 4,
          top: 2,
          bottom: 2,
        },
      },
      scales: {
        x: { display: false, min: lowest - room, max: highest || (lowest < 0 ? 0 : 1) },
        y: rowAxis(style, labels.size),
      },
      plugins: NO_LEGEND,
    },
    plugins: [
      zeroLine(style, 'x'),
      afterDatasets((ctx, chart) => {
        cells.forEach((cell, i) => {
          const bar = barOf(chart, 0, i);
          if (bar) writeAtEnd(ctx, cell, bar, { font, colour: style.ink, isUpright: false, gap: 14 });
        });
      }),
    ],
  };
}

/** Height of a text over a column. */
const OVER = 40;

function standing(model: GridModel, style: ChartStyle, size: Size): ChartConfiguration<'bar'> {
  const { cells, dataset } = barsOf(model, style);
  const slot = size.width / Math.max(1, cells.length);
  const labels = columnLabels(model.places, style, slot);
  const type = slot > 110 ? 25 : slot > 70 ? 21 : 18;
  const font = fontOf(style, type, 700);
  const isEach = cells.every((cell) => textWidth(cell?.text ?? '', font) <= slot - 6);
  const [lowest, highest] = extentOf([...cells, zeroCell]);
  const room = ((highest - lowest) * OVER) / (size.height - 60);
  return {
    type: 'bar',
    data: {
      labels: labels.lines,
      datasets: [
        { ...dataset, maxBarThickness: 110, categoryPercentage: slot < 14 ? 0.9 : 0.72, barPercentage: 1 },
      ],
    },
    options: {
      layout: { padding: { top: OVER, right: 8 } },
      scales: {
        x: nameAxis(style, labels.size, {}),
        y: {
          ...valueAxis(model, style),
          display: !isEach,
          min: lowest < 0 ? lowest - room : 0,
          max: highest || (lowest < 0 ? 0 : 1),
        },
      },
      plugins: NO_LEGEND,
    },
    plugins: [
      zeroLine(style, 'y'),
      afterDatasets((ctx, chart) => {
        for (const i of worthNaming(cells, isEach)) {
          const bar = barOf(chart, 0, i);
          if (bar)
            writeAtEnd(ctx, cells[i] ?? null, bar, { font, colour: style.ink, isUpright: true, gap: 6 });
        }
      }),
    ],
  };
}

const zeroCell: Cell = { value: 0, text: '', certain: true };

/** Which columns have their values written: all, or the highest, the lowest, the last and the first. */
function worthNaming(cells: readonly (Cell | null)[], isEach: boolean): number[] {
  const all = cells.map((_, i) => i);
  if (isEach) return all;
  const known = all.filter((i) => cells[i]);
  const amount = (i: number) => cells[i]?.value ?? cells[i]?.range?.[1] ?? 0;
  const byAmount = [...known].sort((a, b) => amount(b) - amount(a));
  const chosen = [byAmount[0], byAmount.at(-1), known.at(-1), known[0]].filter((i) => i !== undefined);
  return [...new Set(chosen)];
}
