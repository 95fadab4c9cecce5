/** Bars of several series on each other, as parts of a sum. */
import { groupedConfiguration } from '../draw/grouped-bars.js';
import { hatched } from '../key.js';
import { type GridKind, onePanel } from '../kind.js';

export const stacked = {
  id: 'stacked',
  about: 'amounts by category',
  source: 'values',
  parts: 'sum',
  // The sum of the others would be a bar of another size than all the rest.
  places: { most: 10, others: 'left out' },
  series: { most: 6, others: 'grouped' },
  key: hatched,
  draw: (model, style, size) => onePanel(groupedConfiguration(model, style, size, true), size),
} as const satisfies GridKind;
