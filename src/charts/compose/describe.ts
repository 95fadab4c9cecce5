/** A chart in words, for whoever cannot see it and for whoever speaks to it. */
import { fill } from '../../load/locale.js';
import { formatCount } from '../../words/numbers.js';
import type { Cell, Series } from '../model.js';
import type { ChartContext } from './context.js';
import type { Grid } from './grid.js';
import { restLabel } from './readable.js';

/** Beyond it values are told by their extremes. */
const MOST_VALUES = 8;
const MOST_SERIES = 6;
const MOST_SPOKEN = 3;

/** A value or an event in words, with how sure it is where that is its own: `≈ 600 (Estimate)`. */
export function withStatus(
  { text, status }: { text: string; status?: string },
  { wording }: ChartContext,
): string {
  if (status === undefined) return text;
  // A full stop ends the whole.
  const [, value = text, stop = ''] = /^(.*?)([.。]?)$/su.exec(text) ?? [];
  return fill(wording.locale.charts.doubt, { value, status }) + stop;
}

/** What a grid shows: every value of a few, the extremes and the ends of many. */
export function describe(grid: Grid, context: ChartContext, most = MOST_VALUES): string {
  const { series, places } = grid;
  const [only] = series;
  if (only && series.length === 1 && !(grid.isTime && places.length > most))
    return listed(only, grid, context, most);
  const shown = series.slice(0, Math.min(most, MOST_SERIES));
  const rest = series.length - shown.length;
  const texts = shown.map((one) =>
    grid.isTime
      ? courseOf(one, grid, context)
      : partOf(one.label, listed(one, grid, context, 4, context.wording.locale.words.comma)),
  );
  return [...texts, ...(rest > 0 ? [restLabel(rest, context)] : [])].filter((text) => text !== '').join('; ');
}

/** What a speaker says of the chart: one sentence. */
export function spokenOf(grid: Grid, context: ChartContext): string {
  return fill(context.wording.locale.charts.spoken, { values: describe(grid, context, MOST_SPOKEN) });
}

function listed(
  { cells }: Series,
  { places }: Grid,
  context: ChartContext,
  most: number,
  between = '; ',
): string {
  const { charts } = context.wording.locale;
  if (cells.length <= most)
    return cells
      .map((cell, i) => named(places[i]?.label ?? '', cell ? withStatus(cell, context) : charts.gap, context))
      .join(between);
  const known = knownOf(cells, places);
  const [lowest, highest] = extremes(known);
  if (!lowest || !highest) return '';
  return formatCount('extremes', known.length, context.wording.locale, {
    highest: withStatus(highest.cell, context),
    high: highest.at,
    lowest: withStatus(lowest.cell, context),
    low: lowest.at,
  });
}

/** A series and its values, which have colons of their own. */
function partOf(label: string, values: string): string {
  return label === '' || values === '' ? values : `${label} – ${values}`;
}

function named(label: string, value: string, { wording }: ChartContext): string {
  return label === '' ? value : fill(wording.locale.charts.value, { label, value });
}

interface Known {
  cell: Cell;
  at: string;
}

function knownOf(cells: Series['cells'], places: Grid['places']): Known[] {
  return cells.flatMap((cell, i) => (cell ? [{ cell, at: places[i]?.label ?? '' }] : []));
}

function extremes(known: readonly Known[]): [lowest: Known | undefined, highest: Known | undefined] {
  const least = ({ cell }: Known) => cell.range?.[0] ?? cell.value ?? 0;
  const most = ({ cell }: Known) => cell.range?.[1] ?? cell.value ?? 0;
  const [first] = known;
  if (!first) return [undefined, undefined];
  return [
    known.reduce((a, b) => (least(b) < least(a) ? b : a), first),
    known.reduce((a, b) => (most(b) > most(a) ? b : a), first),
  ];
}

/** How a series goes: from where to where, and its extremes where they lie between. */
function courseOf(one: Series, { places }: Grid, context: ChartContext): string {
  const { charts } = context.wording.locale;
  const known = knownOf(one.cells, places);
  const [first] = known;
  const last = known.at(-1);
  const [lowest, highest] = extremes(known);
  if (!first || !last || !lowest || !highest) return '';
  const ends = {
    label: one.label,
    first: withStatus(first.cell, context),
    start: first.at,
    last: withStatus(last.cell, context),
    end: last.at,
  };
  if (known.length === 1) return fill(charts.point, ends).replace(/^: /, '');
  const isPlain = [lowest, highest].every((extreme) => extreme === first || extreme === last);
  return fill(isPlain ? charts.change : charts.series, {
    ...ends,
    lowest: withStatus(lowest.cell, context),
    low: lowest.at,
    highest: withStatus(highest.cell, context),
    high: highest.at,
  }).trim();
}
