/** Lines over years or categories, each named at its own end; no legend. */
import type { ChartConfiguration, Chart as ChartJs, Plugin } from 'chart.js';
import type { Series } from '../compose/picture.js';
import { type Size, textWidth } from './canvas.js';
import { type ChartStyle, fontOf } from './style.js';

/** Shapes at the ends of the lines, so that they differ without their colours. */
const SHAPES = ['circle', 'rect', 'triangle', 'rectRot', 'star', 'crossRot'] as const;
const LABEL_SIZE = 21;

export interface LinePicture {
  x: readonly string[];
  series: readonly Series[];
  /** Writes a tick of the value axis. */
  formatTick: (value: number) => string;
}

export function lineConfiguration(
  { x, series, formatTick }: LinePicture,
  style: ChartStyle,
  size: Size,
): ChartConfiguration<'line'> {
  const font = fontOf(style, LABEL_SIZE, 600);
  const colours = series.map((_, i) => style.series[i % style.series.length] ?? style.accent);
  const names = Math.max(...series.map((one) => textWidth(nameOf(one), font)));
  const tickFont = { family: style.family, size: 18 };
  return {
    type: 'line',
    data: {
      labels: [...x],
      datasets: series.map((one, i) => {
        const end = lastIndex(one);
        const colour = colours[i] ?? style.accent;
        return {
          data: [...one.values],
          borderColor: colour,
          backgroundColor: colour,
          borderWidth: 3.5,
          borderDash: one.certain ? [] : [9, 6],
          borderJoinStyle: 'round' as const,
          pointStyle: SHAPES[i % SHAPES.length] ?? 'circle',
          pointRadius: one.values.map((value, n) => (n === end || isAlone(one, n, value) ? 6 : 0)),
          pointBorderWidth: 2,
          spanGaps: false,
        };
      }),
    },
    options: {
      layout: { padding: { right: names + 22, top: 12 } },
      scales: {
        x: {
          grid: { display: false },
          border: { display: false },
          ticks: {
            color: style.soft,
            font: tickFont,
            maxRotation: 0,
            autoSkipPadding: Math.round(size.width / 24),
            padding: 6,
          },
        },
        y: {
          grid: {
            color: ({ tick }) => (tick?.value === 0 ? style.ink : style.rule),
            lineWidth: ({ tick }) => (tick?.value === 0 ? 2 : 1),
            drawTicks: false,
          },
          border: { display: false },
          ticks: {
            color: style.soft,
            font: tickFont,
            maxTicksLimit: 6,
            padding: 12,
            callback: (value) => formatTick(Number(value)),
          },
        },
      },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    },
    plugins: [namesAtEnds(series, colours, font)],
  };
}

function nameOf(series: Series): string {
  return [series.label, series.last].filter((part) => part !== '').join(' ');
}

function lastIndex(series: Series): number {
  return series.values.findLastIndex((value) => value !== null);
}

/** A point between two gaps would be invisible as a line. */
function isAlone({ values }: Series, i: number, value: number | null): boolean {
  return value !== null && (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null;
}

function namesAtEnds(series: readonly Series[], colours: readonly string[], font: string): Plugin<'line'> {
  return {
    id: 'names',
    afterDatasetsDraw(chart: ChartJs) {
      const { ctx, chartArea } = chart;
      const ends = series.flatMap((one, i) => {
        const point = chart.getDatasetMeta(i).data[lastIndex(one)];
        return point ? [{ text: nameOf(one), colour: colours[i] ?? '', x: point.x + 14, y: point.y }] : [];
      });
      ctx.font = font;
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      for (const { text, colour, x, y } of spread(ends, LABEL_SIZE * 1.25, chartArea.top, chartArea.bottom)) {
        ctx.fillStyle = colour;
        ctx.fillText(text, x, y);
      }
    },
  };
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
