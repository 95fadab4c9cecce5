/** Parts of a whole, as a share and a waffle draw them. */
import type { GridModel } from '../model.js';
import { type ChartStyle, seriesColour } from './style.js';

/** The parts of a chart with their shares of the whole; what is not given of a hundred per cent stays empty. */
export function partsOf({ places, series, sign }: GridModel, style: ChartStyle) {
  const cells = series[0]?.cells ?? [];
  const values = cells.map((cell) => Math.max(0, cell?.value ?? 0));
  const sum = values.reduce((all, value) => all + value, 0);
  const whole = sign === '%' ? Math.max(100, sum) : sum || 1;
  return places.map((place, i) => ({
    label: place.label,
    cell: cells[i] ?? null,
    share: (values[i] ?? 0) / whole,
    colour: place.isRest ? style.soft : seriesColour(style, i),
  }));
}
