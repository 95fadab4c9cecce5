/** Where items stand in a deck: in the first place of its order that is for them. */
import { kindOf } from '../items/items.js';
import { type Item, PARTS, type Part } from '../kinds/kinds.js';
import type { Place, Sort } from '../load/arrangement.js';
import type { Audience } from '../load/profiles.js';

/** The part of a deck that an item belongs to; none for what is outside the time. */
export function partOf(item: Item): Part | undefined {
  const isTimeline = item.type === 'chart' && item.data.kind === 'timeline';
  return isTimeline ? 'timeline' : kindOf(item).part;
}

/** The place of an item: its type or its topic, where the order has one of them, else its part. */
export function placeOf(item: Item, order: readonly Place[]): Place | undefined {
  const part = partOf(item);
  if (part === undefined) return undefined;
  const topic = item.data.topics[0];
  const own: Place[] = [item.type];
  if (part === 'story' && topic !== undefined) own.push(`topic:${topic}`);
  return order.find((place) => own.includes(place)) ?? order.find((place) => place === part);
}

/** An audience with the order that a brief asks for: what it names comes first, and what an audience has not stays out. */
export function arrangedFor<A extends Pick<Audience, 'order' | 'sort'>>(
  audience: A,
  { order, sort }: { order: readonly Place[]; sort?: Sort | undefined },
): A {
  const isPart = (place: Place) => PARTS.some((part) => part === place);
  const own = order.filter((place) => !isPart(place) || audience.order.includes(place));
  return {
    ...audience,
    order: [...own, ...audience.order.filter((place) => !own.includes(place))],
    sort: sort ?? audience.sort,
  };
}
