/** The draw stage: a picture to an SVG. The same picture, style and size give the same bytes. */
import type { ChartConfiguration } from 'chart.js';
import type { Picture } from '../compose/picture.js';
import { barConfiguration } from './bar.js';
import { drawSvg, type Size } from './canvas.js';
import { lineConfiguration } from './line.js';
import type { ChartStyle } from './style.js';
import { cleanSvg } from './svg.js';
import { timelineConfiguration } from './timeline.js';

/** Draws a picture as SVG with its text as text, in the style's font, which must be registered before. */
export function drawChart(picture: Picture, style: ChartStyle, size: Size): string {
  return cleanSvg(drawSvg(configurationOf(picture, style, size), size), style.family);
}

function configurationOf(picture: Picture, style: ChartStyle, size: Size): ChartConfiguration {
  // Chart.js types a configuration by its kind; the canvas takes any.
  switch (picture.kind) {
    case 'bar':
      return barConfiguration(picture.bars, style, size) as ChartConfiguration;
    case 'line': {
      const number = new Intl.NumberFormat(picture.language, {
        maximumFractionDigits: 6,
        signDisplay: 'auto',
      });
      const sign = picture.unit.startsWith('%') ? '%' : '';
      const formatTick = (value: number) => `${number.format(value)}${sign}`;
      return lineConfiguration({ ...picture, formatTick }, style, size) as ChartConfiguration;
    }
    case 'timeline':
      return timelineConfiguration(picture, style, size) as ChartConfiguration;
  }
}
