/** A line for each series, over dates or categories. */
import { lineConfiguration } from '../draw/lines.js';
import { band, dashed, logScale, notes } from '../key.js';
import { type GridKind, onePanel } from '../kind.js';

export const line = {
  id: 'line',
  about: 'amounts over time',
  source: 'values',
  isAlongTime: true,
  isLogAllowed: true,
  key: notes(dashed, band, logScale),
  draw: (model, style, size) => onePanel(lineConfiguration(model, style, size, false), size),
} as const satisfies GridKind;
