/** From low to high, both ends named, with a mark at the best estimate. */
import { rowsConfiguration } from '../draw/rows.js';
import { hatched } from '../key.js';
import { type GridKind, onePanel } from '../kind.js';

export const range = {
  id: 'range',
  about: 'amounts by category',
  source: 'values',
  isSingle: true,
  places: { most: 10, others: 'grouped' },
  key: hatched,
  draw: (model, style, size) => onePanel(rowsConfiguration(model, style, size, 34), size),
} as const satisfies GridKind;
