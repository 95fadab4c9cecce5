/** Small multiples: a panel for each series, all on the same axes, so that they can be compared by eye. */
import type { ChartConfiguration } from 'chart.js';
import type { GridPicture, Series } from '../compose/picture.js';
import type { Size } from './canvas.js';
import {
  afterwards,
  extentOf,
  fillOf,
  formatter,
  NO_LEGEND,
  nameAxis,
  outlineOf,
  valueAxis,
  write,
} from './frame.js';
import { type ChartStyle, fontOf } from './style.js';
import { uncertain } from './svg.js';
import { cut, textWidth } from './text.js';

const GAP = { x: 36, y: 14 };
const TITLE = { size: 18, height: 36 };
const AXIS = 24;

export interface PanelPlan {
  x: number;
  y: number;
  size: Size;
  configuration: ChartConfiguration;
}

export function smallMultiples(picture: GridPicture, style: ChartStyle, size: Size): PanelPlan[] {
  const { series } = picture;
  const columns = series.length <= 3 ? series.length : series.length === 4 ? 2 : series.length <= 6 ? 3 : 4;
  const lines = Math.ceil(series.length / Math.max(1, columns));
  const width = Math.floor((size.width - GAP.x * (columns - 1)) / Math.max(1, columns));
  const height = Math.floor((size.height - GAP.y * (lines - 1)) / Math.max(1, lines));
  const bounds = extentOf(series.flatMap(({ cells }) => cells));
  return series.map((one, i) => ({
    x: (i % columns) * (width + GAP.x),
    y: Math.floor(i / columns) * (height + GAP.y),
    size: { width, height },
    configuration: panel(one, picture, bounds, style, { width, height }),
  }));
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

function panel(
  one: Series,
  picture: GridPicture,
  [lowest, highest]: readonly [number, number],
  style: ChartStyle,
  size: Size,
): ChartConfiguration {
  const { places, isTime, isLog } = picture;
  const { cells } = one;
  // The same axis in every panel; bars stand on zero, and lines where it is not far away.
  const low = !isTime || (lowest > 0 && lowest < highest * 0.5) ? Math.min(0, lowest) : lowest;
  const high = (isTime ? highest : Math.max(0, highest)) || 1;
  const format = formatter(picture);
  const axisFont = fontOf(style, 14);
  const ticks = Math.max(...[lowest, highest].map((value) => textWidth(format(value), axisFont))) + 20;
  const last = cells.findLastIndex((cell) => cell !== null);
  const first = cells.findIndex((cell) => cell !== null);
  const from = places[0]?.at ?? 0;
  const to = places.at(-1)?.at ?? from;
  const nameFont = fontOf(style, TITLE.size, 700);
  const lastText = cells[last]?.text ?? '';
  const value = valueAxis(picture, style, size.height < 130 ? 3 : 4);
  return {
    type: isTime ? 'line' : 'bar',
    data: {
      ...(isTime ? {} : { labels: places.map(({ label }) => label) }),
      datasets: [
        isTime
          ? {
              data: places.map(({ at }, n) => ({ x: at, y: cells[n]?.value ?? null })),
              borderColor: style.accent,
              borderWidth: 3,
              segment: {
                borderColor: ({ p0DataIndex, p1DataIndex }: { p0DataIndex: number; p1DataIndex: number }) =>
                  [p0DataIndex, p1DataIndex].some((n) => cells[n]?.certain === false)
                    ? uncertain(style.accent)
                    : style.accent,
              },
              pointRadius: cells.map((cell, n) =>
                cell && (n === last || (!cells[n - 1] && !cells[n + 1])) ? 4.5 : 0,
              ),
              pointBackgroundColor: cells.map((cell) =>
                cell?.certain === false ? style.paper : style.accent,
              ),
              pointBorderColor: style.accent,
              pointBorderWidth: 2,
              clip: false,
            }
          : {
              data: cells.map((cell) => cell?.value ?? null),
              backgroundColor: cells.map((cell) => fillOf(cell, style.accent)),
              borderColor: style.accent,
              borderWidth: cells.map(outlineOf),
              maxBarThickness: 40,
            },
      ],
    },
    options: {
      layout: { padding: { top: TITLE.height, bottom: isTime ? AXIS : 0, right: 8 } },
      scales: {
        x: isTime
          ? {
              type: 'linear',
              display: false,
              min: from === to ? from - 1 : from,
              max: from === to ? to + 1 : to,
            }
          : nameAxis(style, 14, {
              callback: (_: unknown, n: number) =>
                cut(places[n]?.label ?? '', axisFont, (size.width - ticks) / Math.max(1, places.length) - 6),
            }),
        y: {
          ...value,
          // The same axis in every panel; bars stand on zero.
          ...(isLog
            ? { min: lowest, max: highest }
            : {
                min: low,
                max: high,
                afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
                  axis.ticks = ticksIn(low, high, size.height < 130 ? 2 : 3).map((value) => ({ value }));
                },
              }),
          ticks: {
            ...value.ticks,
            font: { family: style.family, size: 14 },
            padding: 6,
          },
          afterFit: (axis: { width: number }) => {
            axis.width = ticks;
          },
        },
      },
      plugins: NO_LEGEND,
    },
    plugins: [
      afterwards((ctx, { chartArea, scales }) => {
        const room = size.width - textWidth(lastText, nameFont) - 18;
        write(ctx, cut(one.label, nameFont, room), { x: 0, y: 11 }, { font: nameFont, colour: style.ink });
        if (isTime)
          write(
            ctx,
            lastText,
            { x: size.width - 4, y: 11 },
            { font: nameFont, colour: style.accent, align: 'right' },
          );
        if (!isTime || first < 0) return;
        const look = { font: axisFont, colour: style.soft, baseline: 'top' as const };
        const at = (n: number) => scales.x?.getPixelForValue(places[n]?.at ?? 0) ?? 0;
        const end = places.length - 1;
        write(
          ctx,
          places[0]?.label ?? '',
          { x: at(0), y: chartArea.bottom + 6 },
          { ...look, align: end === 0 ? 'center' : 'left' },
        );
        if (end > 0)
          write(
            ctx,
            places[end]?.label ?? '',
            { x: at(end), y: chartArea.bottom + 6 },
            { ...look, align: 'right' },
          );
      }),
    ],
  } as ChartConfiguration;
}
