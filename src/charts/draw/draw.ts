/** The draw stage: a chart as data to an SVG. The same model, style and size give the same bytes. */
import type { PanelPlan } from '../kind.js';
import { chartjs } from '../kinds/chartjs.js';
import { gridKind } from '../kinds/index.js';
import { timeline } from '../kinds/timeline.js';
import type { ChartModel } from '../model.js';
import { draw } from './canvas.js';
import type { Size } from './size.js';
import type { ChartStyle } from './style.js';
import { toSvg } from './svg.js';

/**
 * Draws a chart as SVG with its text as text, in the style's font, which must be registered before. From right to
 * left it is drawn mirrored: labels at the right, bars growing to the left.
 */
export function drawChart(
  model: ChartModel,
  style: ChartStyle,
  size: Size,
  direction: 'ltr' | 'rtl' = 'ltr',
): string {
  const panels = panelsOf(model, style, size).map(({ configuration, ...place }) => ({
    ...place,
    ...draw(configuration, place.size, style.family),
  }));
  return toSvg(panels, size, style.family, direction);
}

function panelsOf(model: ChartModel, style: ChartStyle, size: Size): readonly PanelPlan[] {
  if ('events' in model) return timeline.draw(model, style, size);
  if ('datasets' in model) return chartjs.draw(model, style, size);
  return gridKind(model.kind).draw(model, style, size);
}
