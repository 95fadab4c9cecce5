/** The draw stage: a picture to an SVG. The same picture, style and size give the same bytes. */
import type { ChartConfiguration } from 'chart.js';
import type { GridPicture, Picture } from '../compose/picture.js';
import type { GridKind } from '../load/vocabulary.js';
import { barConfiguration } from './bar.js';
import { draw, type Size } from './canvas.js';
import { chartJsConfiguration } from './chartjs.js';
import { dotConfiguration, rangeConfiguration } from './dot.js';
import { groupedConfiguration } from './grouped.js';
import { lineConfiguration } from './line.js';
import { type PanelPlan, smallMultiples } from './panels.js';
import { shareConfiguration, waffleConfiguration } from './share.js';
import { slopeConfiguration } from './slope.js';
import type { ChartStyle } from './style.js';
import { toSvg } from './svg.js';
import { timelineConfiguration } from './timeline.js';

/**
 * Draws a picture as SVG with its text as text, in the style's font, which must be registered before. From right to
 * left it is drawn mirrored: labels at the right, bars growing to the left.
 */
export function drawChart(
  picture: Picture,
  style: ChartStyle,
  size: Size,
  direction: 'ltr' | 'rtl' = 'ltr',
): string {
  const panels = panelsOf(picture, style, size).map(({ configuration, ...place }) => ({
    ...place,
    ...draw(configuration, place.size, style.family),
  }));
  return toSvg(panels, size, style.family, direction);
}

function panelsOf(picture: Picture, style: ChartStyle, size: Size): PanelPlan[] {
  if (picture.kind === 'small-multiples') return smallMultiples(picture, style, size);
  const configuration =
    picture.kind === 'timeline'
      ? timelineConfiguration(picture, style, size)
      : picture.kind === 'chartjs'
        ? chartJsConfiguration(picture, style, size)
        : KINDS[picture.kind as keyof typeof KINDS](picture, style, size);
  // Chart.js types a configuration by its kind; the canvas takes any.
  return [{ x: 0, y: 0, size, configuration: configuration as ChartConfiguration }];
}

const KINDS = {
  bar: barConfiguration,
  stacked: groupedConfiguration,
  grouped: groupedConfiguration,
  line: lineConfiguration,
  area: lineConfiguration,
  range: rangeConfiguration,
  share: shareConfiguration,
  dot: dotConfiguration,
  slope: slopeConfiguration,
  waffle: waffleConfiguration,
} satisfies Record<
  Exclude<GridKind, 'small-multiples'>,
  (picture: GridPicture, style: ChartStyle, size: Size) => unknown
>;
