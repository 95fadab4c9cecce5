/** A kind of chart to add: a thin bar from zero with a dot at its end. */
import type { ChartConfiguration } from 'chart.js';
import { afterDatasets, barOf, NO_LEGEND, rowAxis, rowLabels, write } from '../../../src/charts/draw/axes.js';
import type { Size } from '../../../src/charts/draw/size.js';
import { type ChartStyle, fontOf } from '../../../src/charts/draw/style.js';
import { hatched } from '../../../src/charts/key.js';
import { type GridKind, onePanel } from '../../../src/charts/kind.js';
import type { GridModel } from '../../../src/charts/model.js';

export const lollipop = {
  id: 'lollipop',
  about: 'amounts by category',
  source: 'values',
  isSingle: true,
  places: { most: 12, others: 'grouped' },
  key: hatched,
  draw: (model, style, size) => onePanel(lollipops(model, style, size), size),
} as const satisfies GridKind;

function lollipops({ places, series }: GridModel, style: ChartStyle, size: Size): ChartConfiguration<'bar'> {
  const cells = series[0]?.cells ?? [];
  const labels = rowLabels(places, style, size.height / Math.max(1, places.length));
  return {
    type: 'bar',
    data: {
      labels: labels.lines,
      datasets: [
        { data: cells.map((cell) => cell?.value ?? null), barThickness: 4, backgroundColor: style.accent },
      ],
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { right: 160 } },
      scales: { x: { display: false, beginAtZero: true }, y: rowAxis(style, labels.size) },
      plugins: NO_LEGEND,
    },
    plugins: [
      afterDatasets((ctx, chart) => {
        cells.forEach((cell, i) => {
          const bar = barOf(chart, 0, i);
          if (!cell || !bar) return;
          ctx.beginPath();
          ctx.arc(bar.x, bar.y, 7, 0, 2 * Math.PI);
          ctx.fillStyle = style.accent;
          ctx.fill();
          write(
            ctx,
            cell.text,
            { x: bar.x + 16, y: bar.y },
            { font: fontOf(style, 20, 700), colour: style.ink },
          );
        });
      }),
    ],
  };
}
