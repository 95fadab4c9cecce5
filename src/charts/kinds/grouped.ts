/** Bars of several series beside each other. */
import { groupedConfiguration } from '../draw/grouped-bars.js';
import { hatched } from '../key.js';
import { type GridKind, onePanel } from '../kind.js';

export const grouped = {
  id: 'grouped',
  about: 'amounts by category',
  source: 'values',
  places: { most: 6, others: 'grouped' },
  series: { most: 4, others: 'grouped' },
  key: hatched,
  draw: (model, style, size) => onePanel(groupedConfiguration(model, style, size, false), size),
} as const satisfies GridKind;
