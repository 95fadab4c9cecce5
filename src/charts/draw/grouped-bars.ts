/** Bars of several series: beside each other, or on each other as parts of a sum. Always from zero. */
import type { ChartConfiguration, Chart as ChartJs } from 'chart.js';
import type { GridModel } from '../model.js';
import {
  type AnyPlugin,
  afterDatasets,
  barOf,
  columnLabels,
  fillOf,
  isStanding,
  LEAST_TYPE,
  NO_LEGEND,
  nameAxis,
  outlineOf,
  rowAxis,
  rowLabels,
  spread,
  valueAxis,
  write,
  writeAtEnd,
  writeLines,
  zeroLine,
} from './axes.js';
import type { Size } from './size.js';
import { type ChartStyle, fontOf, seriesColour, textOn } from './style.js';
import { cut, textWidth, wrapTo } from './text.js';

const NAME = { size: 19, line: 30, width: 260 };
const NAME_LINE = 24;
/** Space between the parts of a bar, so that they are told apart in grey. */
const SEAM = 2;

export function groupedConfiguration(
  model: GridModel,
  style: ChartStyle,
  size: Size,
  isStacked: boolean,
): ChartConfiguration<'bar'> {
  const isUpright = isStanding(model, style);
  const { places, series } = model;
  const nameFont = fontOf(style, NAME.size, 700);
  const atEnd = isUpright && isStacked && series.every(({ cells }) => cells.at(-1));
  const key = atEnd ? undefined : keyOf(model, style, size.width);
  const top = key ? key.lines * NAME.line + 8 : 6;
  const slot = (isUpright ? size.width : size.height - top) / Math.max(1, places.length);
  const bar = isStacked ? slot * 0.66 : (slot * 0.8) / series.length;
  const labels = isUpright ? columnLabels(places, style, slot) : rowLabels(places, style, slot);
  const valueFont = fontOf(
    style,
    isStacked ? 17 : Math.max(LEAST_TYPE, Math.min(22, Math.floor(bar * 0.85))),
    700,
  );
  const widest = Math.max(
    0,
    ...series.flatMap(({ cells }) => cells.map((cell) => textWidth(cell?.text ?? '', valueFont))),
  );
  const nameLines = series.map(({ label }) =>
    wrapTo(
      label,
      nameFont,
      NAME.width,
      Math.max(1, Math.floor((size.height - 60) / NAME_LINE / series.length)),
    ),
  );
  const names = Math.max(0, ...nameLines.flat().map((line) => textWidth(line, nameFont)));
  const category = isUpright ? nameAxis(style, labels.size, {}) : rowAxis(style, labels.size);
  const hasValues = !isStacked && (isUpright ? widest <= bar : bar >= LEAST_TYPE);
  const value = {
    ...valueAxis(model, style),
    beginAtZero: true,
    stacked: isStacked,
    display: !hasValues,
    ...(hasValues && isUpright ? { grace: '8%' } : {}),
  };
  return {
    type: 'bar',
    data: {
      labels: labels.lines,
      datasets: series.map(({ cells, label, isRest }, i) => {
        const colour = isRest ? style.soft : seriesColour(style, i);
        return {
          label,
          data: cells.map((cell): number | [number, number] | null =>
            cell?.range && !isStacked ? [cell.range[0], cell.range[1]] : (cell?.value ?? null),
          ),
          backgroundColor: cells.map((cell) => fillOf(cell, colour)),
          borderColor: isStacked ? style.paper : colour,
          borderWidth: isStacked ? SEAM / 2 : cells.map(outlineOf),
          borderSkipped: false,
          categoryPercentage: isStacked ? 0.66 : 0.8,
          barPercentage: isStacked ? 1 : 0.94,
          maxBarThickness: isStacked ? 110 : 60,
        };
      }),
    },
    options: {
      indexAxis: isUpright ? 'x' : 'y',
      layout: {
        padding: {
          top,
          bottom: 2,
          left: 2,
          right: atEnd ? names + 22 : isUpright ? 6 : hasValues ? widest + 20 : 24,
        },
      },
      scales: isUpright
        ? { x: { ...category, stacked: isStacked }, y: value }
        : { x: value, y: { ...category, stacked: isStacked } },
      plugins: NO_LEGEND,
    },
    plugins: [
      zeroLine(style, isUpright ? 'y' : 'x'),
      afterDatasets((ctx, chart) => {
        if (key) drawKey(ctx, key, style);
        if (atEnd) namesBeside(ctx, chart, model, nameLines, style);
        if (hasValues) valuesAtEnds(ctx, chart, model, style, valueFont, isUpright);
        if (isStacked) valuesInside(ctx, chart, model, style, valueFont);
      }) as AnyPlugin,
    ],
  } as ChartConfiguration<'bar'>;
}

interface KeyEntry {
  text: string;
  colour: string;
  x: number;
  y: number;
}

interface Key {
  entries: readonly KeyEntry[];
  lines: number;
}

/** The names of the series in rows over the model, each with its colour; whole, where that does not take too many. */
function keyOf(model: GridModel, style: ChartStyle, width: number): Key {
  const whole = keyIn(model, style, width, width - 26);
  if (whole.lines <= KEY_LINES) return whole;
  return keyIn(model, style, width, Math.max(NAME.width, width / model.series.length - 60));
}

const KEY_LINES = 3;

function keyIn({ series }: GridModel, style: ChartStyle, width: number, most: number): Key {
  const font = fontOf(style, NAME.size, 700);
  let x = 0;
  let line = 0;
  const entries = series.map(({ label, isRest }, i): KeyEntry => {
    const text = cut(label, font, most);
    const wide = textWidth(text, font) + 26;
    if (x > 0 && x + wide > width) {
      x = 0;
      line++;
    }
    const entry = { text, colour: isRest ? style.soft : seriesColour(style, i), x, y: line * NAME.line + 12 };
    x += wide + 30;
    return entry;
  });
  return { entries, lines: line + 1 };
}

function drawKey(ctx: CanvasRenderingContext2D, key: Key, style: ChartStyle): void {
  for (const { text, colour, x, y } of key.entries) {
    ctx.fillStyle = colour;
    ctx.fillRect(x, y - 8, 16, 16);
    write(ctx, text, { x: x + 26, y: y + 1 }, { font: fontOf(style, NAME.size, 700), colour: style.ink });
  }
}

/** Names of the parts at the right of the last column. */
function namesBeside(
  ctx: CanvasRenderingContext2D,
  chart: ChartJs,
  { series, places }: GridModel,
  names: readonly (readonly string[])[],
  style: ChartStyle,
): void {
  const font = fontOf(style, NAME.size, 700);
  const ends = series.flatMap(({ isRest }, i) => {
    const shape = barOf(chart, i, places.length - 1);
    if (!shape) return [];
    const colour = isRest ? style.soft : seriesColour(style, i);
    return [
      {
        lines: names[i] ?? [],
        colour,
        x: shape.x + shape.width / 2 + 12,
        y: (shape.y + shape.base) / 2,
      },
    ];
  });
  const { top, bottom } = chart.chartArea;
  for (const { lines, colour, x, y } of spread(ends, NAME_LINE, top, bottom))
    writeLines(ctx, lines, { x, y }, NAME_LINE, { font, colour });
}

function valuesAtEnds(
  ctx: CanvasRenderingContext2D,
  chart: ChartJs,
  { series }: GridModel,
  style: ChartStyle,
  font: string,
  isUpright: boolean,
): void {
  series.forEach(({ cells }, i) => {
    cells.forEach((cell, n) => {
      const bar = barOf(chart, i, n);
      if (cell && bar)
        writeAtEnd(ctx, cell, bar, { font, colour: style.ink, isUpright, gap: isUpright ? 4 : 8 });
    });
  });
}

/** Values in the parts of a bar that have room for them. */
function valuesInside(
  ctx: CanvasRenderingContext2D,
  chart: ChartJs,
  { series }: GridModel,
  style: ChartStyle,
  font: string,
): void {
  const isLying = chart.options.indexAxis === 'y';
  series.forEach(({ cells, isRest }, i) => {
    const fill = isRest ? style.soft : seriesColour(style, i);
    cells.forEach((cell, n) => {
      const shape = barOf(chart, i, n);
      if (!cell || !shape) return;
      const along = Math.abs(shape.base - (isLying ? shape.x : shape.y));
      const [width, height] = isLying ? [along, shape.height] : [shape.width, along];
      if (textWidth(cell.text, font) > width - 10 || height < 22) return;
      const at = isLying
        ? { x: (shape.x + shape.base) / 2, y: shape.y + 1 }
        : { x: shape.x, y: (shape.y + shape.base) / 2 };
      write(ctx, cell.text, at, {
        font,
        colour: cell.certain ? textOn(fill, style) : style.ink,
        align: 'center',
        backdrop: cell.certain ? undefined : style.paper,
      });
    });
  });
}
