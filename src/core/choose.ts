/** What a call may choose from, by name. */
import { show, suggest, UsageError } from './problem.js';

/** Names chosen from those there are. Throws {@link UsageError} for one that is not among them. */
export function choose<T extends string>(
  what: string,
  chosen: readonly string[] | undefined,
  known: readonly T[],
): T[] {
  if (chosen === undefined || chosen.length === 0) return [...known];
  for (const name of chosen) {
    if (name !== 'all' && !known.some((other) => other === name))
      throw new UsageError(`There is no ${what} ${show(name)}.`, suggest(name, known));
  }
  if (chosen.includes('all')) return [...known];
  return known.filter((name) => chosen.includes(name));
}
