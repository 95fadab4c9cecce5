/** Why items are in a deck, and why others are not. */
import { kindOf } from '../items/items.js';
import type { Item } from '../kinds/kinds.js';
import { placeOf } from './order.js';
import type { LayoutContext } from './slide-plan.js';

/** Why an item is not in a deck. */
export type Reason =
  | 'over time'
  | 'over the number of slides'
  | 'would leave no room for what a longer deck must have'
  | 'dropped'
  | 'topic not wanted'
  | 'the bottom line says it'
  | 'no slide for it in this length'
  | 'not for this audience'
  | 'the claim it supports is not in the deck'
  | 'a claim it goes with is not in the deck'
  | 'no room under the bottom line'
  | 'shows a superseded number'
  | 'no claim it rests on is in the deck';

/** Why something is out, and what was missing. */
export interface Refusal {
  reason: Reason;
  /** Seconds that it would have taken with all that it needs, and that were left, where there was no time for it. */
  time?: { takes: number; left: number } | undefined;
}

/** An item that is not in a deck, and why. */
export interface LeftOut extends Refusal {
  item: Item;
}

/** Why an item is in a deck: pinned, under the bottom line, in the shorter deck, needed by another, or by its rank. */
export type InReason = 'pinned' | 'lead' | 'shorter' | 'needed' | 'rank';

/** Why items are not under the bottom line that might have been. */
export type Refused = ReadonlyMap<Item, Refusal>;

/** What keeps an item from having a slide, however much time there is. */
export function reasonAgainst(item: Item, { audience, allowed }: LayoutContext): Reason | undefined {
  const { slide, part } = kindOf(item);
  if (part === undefined) return undefined;
  const isTimeline = item.type === 'chart' && item.data.kind === 'timeline';
  if (placeOf(item, audience.order) === undefined) return 'not for this audience';
  if (item.type === 'image' && item.data.headline === undefined) return 'no slide for it in this length';
  if (!allowed.includes(slide) || (isTimeline && !allowed.includes('timeline')))
    return 'no slide for it in this length';
  return undefined;
}

/** What an item is short of that needs another one. */
export function shortOf({ type }: Item): Reason {
  if (type === 'judgment') return 'no claim it rests on is in the deck';
  if (type === 'question') return 'the claim it supports is not in the deck';
  return 'a claim it goes with is not in the deck';
}
