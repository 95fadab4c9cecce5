/** Which item comes first when not all can be said. Ranks know the audience, never the length. */

import type { Item } from '../kinds/kinds.js';
import { ITEM_TYPES } from '../kinds/kinds.js';
import type { Audience } from '../load/profiles.js';

/** Importance of an item to an audience: the brief's 1–5, a step more for a wanted topic, and the kind's weight. */
export function scoreOf(item: Item, audience: Audience): number {
  const wanted = item.data.topics.some((topic) => audience.want.includes(topic)) ? 1 : 0;
  return item.data.importance + wanted + (audience.weights[item.type] ?? 0);
}

/** Items with the most important first; ties go by kind, then by the order of the story. */
export function rank<T extends Item>(items: readonly T[], audience: Audience): T[] {
  return [...items].sort(
    (a, b) =>
      scoreOf(b, audience) - scoreOf(a, audience) ||
      ITEM_TYPES.indexOf(a.type) - ITEM_TYPES.indexOf(b.type) ||
      a.order - b.order,
  );
}
