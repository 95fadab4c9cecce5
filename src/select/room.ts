/** How items are divided among slides before any browser has seen them. */

import { CONTENT } from '../items/room.js';
import type { Item } from '../kinds/kinds.js';

/**
 * Whether some items are thought to fit on one slide that takes no more than `most`. `fixed` is the height that the slide spends on a headline of
 * its own; `headline` is the item that is its headline instead.
 */
export function seemsToFit<T extends Item>(
  items: readonly T[],
  most: number,
  roomOf: (item: Item, asHeadline: boolean) => number,
  fixed: number,
  headline?: T,
): boolean {
  const height = items.reduce((sum, item) => sum + roomOf(item, item === headline), fixed);
  return items.length === 1 || (items.length <= most && height <= CONTENT);
}

/** Divides a list among as few slides as it needs, evenly, in its order; one each where nothing else fits. */
export function divide<T>(list: readonly T[], fits: (group: readonly T[]) => boolean): T[][] {
  if (list.length === 0) return [];
  for (let slides = 1; slides < list.length; slides++) {
    const groups = evenly(list, slides);
    if (groups.every(fits)) return groups;
  }
  return list.map((item) => [item]);
}

/** Cuts a list into `count` runs whose sizes differ by one at most. */
function evenly<T>(items: readonly T[], count: number): T[][] {
  const groups: T[][] = [];
  for (let i = 0; i < count; i++) {
    groups.push(
      items.slice(Math.ceil((i * items.length) / count), Math.ceil(((i + 1) * items.length) / count)),
    );
  }
  return groups;
}
