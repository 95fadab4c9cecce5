/** Measures that answer one question differently: what is shown with each of them, so that none stands alone. */
import type { Measure } from '../load/head.js';
import type { Locale } from '../load/locale.js';
import { placeholdersOf } from '../load/placeholders.js';
import { formatCount, formatMeasure } from './numbers.js';

/** Measures that answer one question. */
export interface Rivals {
  question: string;
  measures: readonly string[];
}

/** All measures of a brief, and which of them are rivals. */
export interface Figures {
  measures: Readonly<Record<string, Measure>>;
  rivals?: readonly Rivals[];
}

/** The measure that holds in place of a superseded one; `undefined` where it is not superseded. */
export function latestOf(name: string, measures: Figures['measures']): string | undefined {
  let latest = measures[name]?.supersededBy;
  for (let next = latest; next !== undefined; next = measures[next]?.supersededBy) latest = next;
  return latest;
}

/** Those of some measures that are not superseded. */
export function currentOf(names: readonly string[], measures: Figures['measures']): string[] {
  return names.filter((name) => measures[name] && measures[name].supersededBy === undefined);
}

/**
 * From the lowest to the highest of some rivals that are not superseded: "between 3,958 and about 20,000, by 4
 * counts"; `undefined` where there is nothing between them.
 */
export function spreadOf(
  names: readonly string[],
  measures: Figures['measures'],
  locale: Locale,
): string | undefined {
  const current = currentOf(names, measures).flatMap((name) => measures[name] ?? []);
  const ends = (i: 0 | 1) =>
    current
      .map(({ range, value = Number.NaN, ...measure }) => ({
        ...measure,
        range: undefined,
        value: range?.[i] ?? value,
      }))
      .sort((a, b) => a.value - b.value);
  const [low, high] = [ends(0).at(0), ends(1).at(-1)];
  if (!low || !high || low.value === high.value) return undefined;
  const values = { low: formatMeasure(low, locale), high: formatMeasure(high, locale) };
  return formatCount('spread', current.length, locale, values);
}

/** The rivals that a statement names some of, without showing them all. */
export function rivalsBeside(
  named: readonly string[],
  { measures, rivals = [] }: Figures,
): readonly Rivals[] {
  return rivals.filter(
    (group) =>
      group.measures.some((name) => named.includes(name)) &&
      currentOf(group.measures, measures).some((name) => !named.includes(name)),
  );
}

/**
 * Names of the measures that stand beside some that a statement names: what they are computed from, what supersedes
 * them, and their rivals.
 */
export function shownBeside(named: readonly string[], figures: Figures): string[] {
  const { measures } = figures;
  const beside = rivalsBeside(named, figures).flatMap((group) => currentOf(group.measures, measures));
  const latest = named.flatMap((name) => latestOf(name, measures) ?? []);
  const inputs = named.flatMap((name) => placeholdersOf(measures[name]?.derived ?? ''));
  return [...new Set([...inputs, ...latest, ...beside])].filter((name) => !named.includes(name));
}
