/** All kinds of chart, in the order of the documentation. To add one, write its file and add it to the list. */
import type { ChartKind, GridKind } from '../kind.js';
import { area } from './area.js';
import { bar } from './bar.js';
import { chartjs } from './chartjs.js';
import { dot } from './dot.js';
import { grouped } from './grouped.js';
import { line } from './line.js';
import { range } from './range.js';
import { share } from './share.js';
import { slope } from './slope.js';
import { smallMultiples } from './small-multiples.js';
import { stacked } from './stacked.js';
import { timeline } from './timeline.js';
import { waffle } from './waffle.js';

const KINDS = [
  bar,
  stacked,
  grouped,
  line,
  area,
  range,
  share,
  dot,
  slope,
  smallMultiples,
  waffle,
  timeline,
  chartjs,
] as const satisfies readonly ChartKind[];

export type ChartKindId = (typeof KINDS)[number]['id'];

/** The names of the kinds, as a brief writes them. */
export const CHART_KINDS: readonly ChartKindId[] = KINDS.map(({ id }) => id);

/** What the kinds draw, for the schema: kinds that draw the same stand together. */
export const ABOUT_KINDS = [...new Set(KINDS.map(({ about }) => about))]
  .map((about) => {
    const ids = KINDS.filter((kind) => kind.about === about).map(({ id }) => id);
    return `${ids.join(', ')}: ${about}.`;
  })
  .join(' ');

/** The kind with a name. */
export function chartKind(id: string): ChartKind {
  const kind = KINDS.find((one) => one.id === id);
  if (!kind) throw new Error(`there is no kind of chart "${id}"`);
  return kind;
}

/** The kind with a name, where it draws values by category or date. */
export function gridKind(id: string): GridKind {
  const kind = chartKind(id);
  if (kind.source !== 'values') throw new Error(`a chart of kind "${id}" has no values of its own`);
  return kind;
}
