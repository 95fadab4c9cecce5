/** How items are divided among slides before any browser has seen them. */
import type { BriefWords, ItemOf } from '../items/item.js';
import { CONTENT } from '../items/room.js';

/**
 * Whether some items are thought to fit on one slide that takes no more than `most`. `fixed` is the height that the
 * slide spends on a headline of its own; `headline` is the item that is its headline instead.
 */
export function seemsToFit(
  items: readonly ItemOf[],
  most: number,
  words: BriefWords,
  fixed: number,
  headline?: ItemOf,
): boolean {
  const heightOf = (item: ItemOf) => words.of(item)[item === headline ? 'headline' : 'row'];
  const height = items.reduce((sum, item) => sum + heightOf(item), fixed);
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
