/** A line with the area under it filled, from zero. */
import { lineConfiguration } from '../draw/lines.js';
import { band, dashed, notes } from '../key.js';
import { type GridKind, onePanel } from '../kind.js';

export const area = {
  id: 'area',
  about: 'amounts over time',
  source: 'values',
  isAlongTime: true,
  key: notes(dashed, band),
  draw: (model, style, size) => onePanel(lineConfiguration(model, style, size, true), size),
} as const satisfies GridKind;
