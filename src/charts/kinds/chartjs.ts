/** A Chart.js chart as its configuration has it, in the theme's font and colours and under the rules of every chart. */
import type { ChartConfiguration } from 'chart.js';
import { afterDatasets, valueAxis, write } from '../draw/axes.js';
import { SHAPES } from '../draw/lines.js';
import type { Size } from '../draw/size.js';
import { type ChartStyle, fontOf, seriesColour, uncertain } from '../draw/style.js';
import { textWidth, wrapTo } from '../draw/text.js';
import { type ConfigKind, onePanel } from '../kind.js';
import type { ChartJsModel } from '../model.js';

export const chartjs = {
  id: 'chartjs',
  about: 'a configuration of Chart.js',
  source: 'config',
  draw: (model, style, size) => onePanel(chartJsConfiguration(model, style, size), size),
} as const satisfies ConfigKind;

const LABEL = { size: 18, width: 260 };

export function chartJsConfiguration(model: ChartJsModel, style: ChartStyle, size: Size): ChartConfiguration {
  const { type, labels, datasets, isHorizontal, isStacked, isLog, certain, axes } = model;
  const isRound = type === 'pie' || type === 'doughnut' || type === 'polarArea';
  const isFilled = isRound || type === 'bar';
  const font = { family: style.family, size: LABEL.size };
  const labelFont = fontOf(style, LABEL.size);
  const inLines = (text: string, width = LABEL.width) => {
    const lines = wrapTo(text, labelFont, width, 3);
    return lines.length > 1 ? lines : text;
  };
  const { every, width } = labelRoom(model, labelFont, size);
  const written = Math.ceil(labels.length / every);
  const paint = (colour: string, isShape: boolean) => (certain || !isShape ? colour : uncertain(colour));
  const value = {
    ...valueAxis(
      { ...model, kind: 'bar', places: [], isTime: false, series: [], sign: '', others: [] },
      style,
    ),
    ...(type === 'bar' && !isLog ? { beginAtZero: true } : {}),
    stacked: isStacked,
  };
  const category = {
    stacked: isStacked,
    grid: { display: false },
    border: { color: style.ink },
    ticks: { color: style.ink, font, maxRotation: 0, autoSkip: false },
  };
  // The name of the upright axis stands over it, to be read without turning the head.
  const top = axes.y === undefined ? 6 : 34;
  const notes = afterDatasets((ctx) => {
    const look = { font: labelFont, colour: style.soft };
    write(ctx, axes.y ?? '', { x: 4, y: 12 }, look);
    if (every === 1) return;
    const named = model.named.replace('{n}', String(written)).replace('{all}', String(labels.length));
    write(ctx, named, { x: 4, y: size.height - 12 }, look);
  });
  const named = (scale: object, text: string | undefined) =>
    text === undefined ? scale : { ...scale, title: { display: true, text, color: style.soft, font } };
  const hasPoints = type === 'scatter' || type === 'bubble';
  const along = hasPoints ? { ...value, type: 'linear' } : category;
  return {
    type,
    data: {
      labels: labels.map((label, i) => (i % every === 0 ? inLines(label, width) : '')),
      datasets: datasets.map(({ label, data }, i) => {
        const colour = seriesColour(style, i);
        const colours = isRound ? data.map((_, n) => seriesColour(style, n)) : [colour];
        return {
          label: inLines(label),
          data: [...data],
          backgroundColor: isFilled
            ? colours.map((one) => paint(one, true))
            : certain
              ? `${colour}${hasPoints ? '' : '30'}`
              : style.paper,
          borderColor: isRound ? style.paper : isFilled ? colour : paint(colour, !hasPoints),
          borderWidth: isRound ? 2 : type === 'bar' ? (certain ? 0 : 2) : 3,
          borderSkipped: false,
          pointStyle: SHAPES[i % SHAPES.length],
          pointRadius: type === 'bubble' ? undefined : data.length > 40 ? 3 : 5,
          pointBorderColor: colour,
          spanGaps: false,
        };
      }),
    },
    options: {
      indexAxis: isHorizontal ? 'y' : 'x',
      layout: { padding: { top, bottom: every === 1 ? 4 : 30, left: 4, right: 24 } },
      scales:
        type === 'pie' || type === 'doughnut'
          ? {}
          : type === 'radar' || type === 'polarArea'
            ? {
                r: {
                  beginAtZero: true,
                  grid: { color: style.rule },
                  angleLines: { color: style.rule },
                  pointLabels: { color: style.ink, font },
                  ticks: {
                    color: style.soft,
                    font: { ...font, size: 15 },
                    backdropColor: style.paper,
                    maxTicksLimit: 4,
                  },
                },
              }
            : isHorizontal
              ? { x: named(value, axes.x), y: category }
              : { x: named(along, axes.x), y: value },
      plugins: {
        tooltip: { enabled: false },
        legend: {
          display: isRound || datasets.length > 1,
          position: 'right',
          maxWidth: size.width * 0.4,
          labels: {
            color: style.ink,
            font,
            boxWidth: 18,
            boxHeight: isFilled ? 14 : 9,
            padding: 14,
            usePointStyle: !isFilled,
          },
        },
      },
    },
    plugins: [notes],
  } as ChartConfiguration;
}

/** Every how many labels one is written, and how wide it may be, so that none covers another. */
function labelRoom({ type, labels, isHorizontal }: ChartJsModel, font: string, size: Size) {
  const { width } = LABEL;
  // All names of a pie are in its legend.
  if (type === 'pie' || type === 'doughnut' || type === 'scatter' || type === 'bubble')
    return { every: 1, width };
  const count = Math.max(1, labels.length);
  if (type === 'radar' || type === 'polarArea')
    return { every: Math.ceil(count / (size.height > 300 ? 20 : 14)), width };
  if (isHorizontal) return { every: Math.ceil((LABEL.size * 1.25) / ((size.height - 80) / count)), width };
  const slot = (size.width * 0.85) / count;
  const isWrapped = labels.every((label) =>
    label.split(' ').every((word) => textWidth(word, font) <= slot - 10),
  );
  if (isWrapped) return { every: 1, width: slot - 10 };
  const widest = Math.max(0, ...labels.map((label) => Math.min(width, textWidth(label, font))));
  const every = Math.ceil((widest + 18) / slot);
  return { every, width: Math.min(width, slot * every - 10) };
}
