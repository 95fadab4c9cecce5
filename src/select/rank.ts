/** Which item comes first when not all can be said. Ranks know the audience, never the length. */

import type { Item } from '../kinds/kinds.js';
import { ITEM_TYPES } from '../kinds/kinds.js';
import type { Audience } from '../load/profiles.js';

/** Importance of an item to an audience: the brief's 1–5, a step more for a wanted topic, and the kind's weight. */
export function scoreOf(item: Item, audience: Audience): number {
  const wanted = item.data.topics.some((topic) => audience.want.includes(topic)) ? 1 : 0;
  return item.data.importance + wanted + (audience.weights[item.type] ?? 0);
}

/** What decides between two items, in this order; each is below zero where the first of them goes first. */
const DECIDED_BY = [
  ['importance', (a: Item, b: Item, audience: Audience) => scoreOf(b, audience) - scoreOf(a, audience)],
  ['kind', (a: Item, b: Item) => ITEM_TYPES.indexOf(a.type) - ITEM_TYPES.indexOf(b.type)],
  ['date', (a: Item, b: Item) => b.asOf - a.asOf],
  ['grade', (a: Item, b: Item) => Number(a.grade > b.grade) - Number(a.grade < b.grade)],
  ['order', (a: Item, b: Item) => a.order - b.order],
] as const;

export type DecidedBy = (typeof DECIDED_BY)[number][0];

/** What puts one item before another. */
export function decidedBy(a: Item, b: Item, audience: Audience): DecidedBy | undefined {
  return DECIDED_BY.find(([, compare]) => compare(a, b, audience) !== 0)?.[0];
}

/**
 * Items with the most important first. Ties go by kind, then to the newer, then to the better source, then by the order
 * of the file.
 */
export function rank<T extends Item>(items: readonly T[], audience: Audience): T[] {
  return [...items].sort((a, b) => {
    for (const [, compare] of DECIDED_BY) {
      const difference = compare(a, b, audience);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}
