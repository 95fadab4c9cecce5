/** Two dates and the lines between them, each named at both ends. */
import type { ChartConfiguration } from 'chart.js';
import { afterDatasets, extentOf, NO_LEGEND, spread, write, writeLines } from '../draw/axes.js';
import type { Size } from '../draw/size.js';
import { type ChartStyle, fontOf, seriesColour, uncertain } from '../draw/style.js';
import { cut, textWidth, wrapTo } from '../draw/text.js';
import { band, dashed, logScale, notes } from '../key.js';
import { type GridKind, onePanel } from '../kind.js';
import type { GridModel } from '../model.js';

export const slope = {
  id: 'slope',
  about: 'amounts over time',
  source: 'values',
  isAlongTime: true,
  isLogAllowed: true,
  check: (places) =>
    places.length === 2
      ? []
      : [
          {
            message: `is of kind slope, which has two dates, and has ${places.length}`,
            hint: 'Choose two with "where", or take kind line.',
          },
        ],
  key: notes(dashed, band, logScale),
  draw: (model, style, size) => onePanel(slopeConfiguration(model, style, size), size),
} as const satisfies GridKind;

const TYPE = { size: 20, line: 25 };
const HEAD = 40;

export function slopeConfiguration(
  { places, series, isLog, others }: GridModel,
  style: ChartStyle,
  size: Size,
): ChartConfiguration<'line'> {
  const font = fontOf(style, TYPE.size, 700);
  const most = Math.min(style.series.length, Math.floor((size.height - HEAD - 16) / TYPE.line));
  const named = series.slice(0, most);
  const perName = Math.max(1, Math.floor((size.height - HEAD - 16) / TYPE.line / Math.max(1, series.length)));
  const values = (n: number) => named.map(({ cells }) => textWidth(cells[n]?.text ?? '', font));
  const left = Math.max(0, ...values(0)) + 30;
  const right = Math.min(
    size.width * 0.42,
    Math.max(0, ...named.map(({ label }) => textWidth(label, font))) + Math.max(0, ...values(1)) + 44,
  );
  const [lowest, highest] = extentOf(series.flatMap(({ cells }) => cells));
  const span = highest - lowest || Math.abs(highest) || 1;
  const start = Math.max(left, size.width * 0.16);
  return {
    type: 'line',
    data: {
      labels: places.map(({ label }) => label),
      datasets: series.map(({ cells }, i) => {
        const colour = i < most ? seriesColour(style, i) : style.soft;
        const isCertain = cells.every((cell) => cell?.certain !== false);
        return {
          data: cells.map((cell) => cell?.value ?? null),
          borderColor: isCertain ? colour : uncertain(colour),
          borderWidth: i < most ? 3.5 : 1.25,
          pointRadius: i < most ? 6 : 0,
          pointBackgroundColor: cells.map((cell) => (cell?.certain === false ? style.paper : colour)),
          pointBorderColor: colour,
          pointBorderWidth: 2.5,
          clip: false as const,
        };
      }),
    },
    options: {
      layout: { padding: { left: start, right: Math.max(right, size.width * 0.3), top: HEAD, bottom: 14 } },
      scales: {
        x: { display: false },
        y: {
          display: false,
          ...(isLog ? { type: 'logarithmic' } : { min: lowest - span * 0.04, max: highest + span * 0.04 }),
        },
      },
      plugins: NO_LEGEND,
    },
    plugins: [
      afterDatasets((ctx, chart) => {
        const { chartArea, scales } = chart;
        const ends = [chartArea.left, chartArea.right] as const;
        ctx.fillStyle = style.rule;
        ends.forEach((x, n) => {
          ctx.fillRect(x - 1, chartArea.top - 6, 2, chartArea.bottom - chartArea.top + 12);
          write(
            ctx,
            cut(places[n]?.label ?? '', font, Math.min(2 * x, 2 * (size.width - x), ends[1] - ends[0]) - 12),
            { x, y: 16 },
            { font, colour: style.soft, align: 'center' },
          );
          ctx.fillStyle = style.rule;
        });
        ends.forEach((x, n) => {
          const labels = named.flatMap(({ label, cells }, i) => {
            const cell = cells[n];
            if (!cell) return [];
            const colour = seriesColour(style, i);
            const lines = n === 0 ? [cell.text] : wrapTo(`${cell.text} ${label}`, font, right - 30, perName);
            return [{ lines, colour, y: scales.y?.getPixelForValue(cell.value ?? 0) ?? 0 }];
          });
          if (n === 1 && series.length > most) {
            labels.push({
              lines: [others[series.length - most - 1] ?? ''],
              colour: style.soft,
              y: scales.y?.getPixelForValue(series[most]?.cells[1]?.value ?? 0) ?? 0,
            });
          }
          for (const { lines, colour, y } of spread(labels, TYPE.line, chartArea.top, chartArea.bottom)) {
            const at = { x: n === 0 ? x - 16 : x + 16, y };
            writeLines(ctx, lines, at, TYPE.line, { font, colour, align: n === 0 ? 'right' : 'left' });
          }
        });
      }),
    ],
  } as ChartConfiguration<'line'>;
}
