/** A dot at each value: for many categories. It needs no zero, so the axis is there to read. */
import { rowsConfiguration } from '../draw/rows.js';
import { hollow, logScale, notes } from '../key.js';
import { type GridKind, onePanel } from '../kind.js';

export const dot = {
  id: 'dot',
  about: 'amounts by category',
  source: 'values',
  isSingle: true,
  isLogAllowed: true,
  places: { most: 13, others: 'grouped' },
  key: notes(hollow, logScale),
  draw: (model, style, size) => onePanel(rowsConfiguration(model, style, size, 6), size),
} as const satisfies GridKind;
