/** Bars: horizontal, from zero, each with its label at the left and its value at its end. */
import type { ChartConfiguration, Chart as ChartJs, Plugin } from 'chart.js';
import type { Bar } from '../compose/picture.js';
import { type Size, textWidth, wrap } from './canvas.js';
import { hatch } from './hatch.js';
import { type ChartStyle, fontOf } from './style.js';

/** Widest that a bar's label may be before it is wrapped. */
const LABEL_WIDTH = 340;

export function barConfiguration(
  bars: readonly Bar[],
  style: ChartStyle,
  size: Size,
): ChartConfiguration<'bar'> {
  const step = size.height / bars.length;
  const thickness = Math.max(4, Math.min(70, step * 0.62));
  const labelSize = typeSize(step, 23, 12);
  const valueSize = typeSize(step, 27, 13);
  const valueFont = fontOf(style, valueSize, 700);
  const values = Math.max(...bars.map((bar) => textWidth(bar.text, valueFont)));
  const ends = bars.flatMap((bar) => bar.range ?? [bar.value ?? 0]);
  const lowest = Math.min(0, ...ends);
  const highest = Math.max(0, ...ends);
  // A value left of its bar stands inside the plot: the axis begins so much lower.
  const room = lowest < 0 ? ((highest - lowest) * (values + 20)) / (size.width * 0.5) : 0;
  return {
    type: 'bar',
    data: {
      labels: bars.map((bar) => wrap(bar.label, fontOf(style, labelSize), LABEL_WIDTH)),
      datasets: [
        {
          data: bars.map((bar): number | [number, number] =>
            bar.range ? [bar.range[0], bar.range[1]] : (bar.value ?? 0),
          ),
          barThickness: thickness,
          backgroundColor: bars.map((bar) => (bar.certain ? style.accent : style.paper)),
          borderColor: style.accent,
          borderWidth: bars.map((bar) => (bar.certain ? 0 : 2)),
          borderSkipped: false,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { right: values + 20, top: 2, bottom: 2 } },
      scales: {
        x: { display: false, min: lowest - room, max: highest || (lowest < 0 ? 0 : 1) },
        y: {
          grid: { display: false },
          border: { display: false },
          ticks: {
            autoSkip: false,
            color: style.ink,
            crossAlign: 'far',
            padding: 14,
            font: { family: style.family, size: labelSize, lineHeight: 1.2 },
          },
        },
      },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    },
    plugins: [hatching(bars, style), valuesAtEnds(bars, style, valueFont), baseline(style)],
  };
}

/** Type as large as a row of `step` pixels allows. */
function typeSize(step: number, largest: number, smallest: number): number {
  return Math.round(Math.max(smallest, Math.min(largest, step * 0.62)));
}

interface BarShape {
  x: number;
  y: number;
  base: number;
  height: number;
}

function shapesOf(chart: ChartJs): BarShape[] {
  return chart
    .getDatasetMeta(0)
    .data.map((element) => element.getProps(['x', 'y', 'base', 'height'], true) as unknown as BarShape);
}

function hatching(bars: readonly Bar[], style: ChartStyle): Plugin<'bar'> {
  return {
    id: 'hatching',
    afterDatasetsDraw(chart) {
      shapesOf(chart).forEach(({ x, y, base, height }, i) => {
        if (bars[i]?.certain) return;
        const box = { x: Math.min(x, base), y: y - height / 2, width: Math.abs(x - base), height };
        hatch(chart.ctx, box, style.accent);
        chart.ctx.strokeStyle = style.accent;
        chart.ctx.lineWidth = 2;
        chart.ctx.strokeRect(box.x, box.y, box.width, box.height);
      });
    },
  };
}

function valuesAtEnds(bars: readonly Bar[], style: ChartStyle, font: string): Plugin<'bar'> {
  return {
    id: 'values',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.font = font;
      ctx.fillStyle = style.ink;
      ctx.textBaseline = 'middle';
      shapesOf(chart).forEach(({ x, y, base }, i) => {
        const isNegative = !bars[i]?.range && x < base;
        ctx.textAlign = isNegative ? 'right' : 'left';
        ctx.fillText(bars[i]?.text ?? '', isNegative ? x - 14 : Math.max(x, base) + 14, y + 1);
      });
    },
  };
}

function baseline(style: ChartStyle): Plugin<'bar'> {
  return {
    id: 'baseline',
    afterDatasetsDraw({ ctx, chartArea, scales }) {
      const zero = scales.x?.getPixelForValue(0) ?? chartArea.left;
      ctx.fillStyle = style.ink;
      ctx.fillRect(zero - 1, chartArea.top, 2, chartArea.bottom - chartArea.top);
    },
  };
}
