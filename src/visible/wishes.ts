/** What a briefer wants of the decks of one audience, as far as it is about what that audience may see. */
import type { Problem } from '../core/problem.js';
import type { ItemList } from '../kinds/kinds.js';
import { pathOfItem } from '../load/item-id.js';
import type { Brief } from '../load/schema.js';
import type { Path } from '../load/schema-errors.js';
import { type Wish, wishesIn } from '../load/steering.js';
import type { Marking } from '../load/vocabulary.js';

/** The places of the items of each list that an audience may see. */
export type Kept = ReadonlyMap<ItemList, readonly number[]>;

/** The places of the wishes of a brief that an audience may know of. */
export type KeptWishes = Readonly<Record<'pins' | 'drops' | 'maxSlides', readonly number[]>>;

interface Viewer {
  id: string;
  highest: Marking;
  wishes?: readonly Wish[];
}

export function keptWishes(brief: Brief, { id }: Viewer, kept: Kept): KeptWishes {
  const placesOf = <W extends { audiences?: readonly string[] | undefined }>(
    wishes: readonly W[],
    isSeen: (wish: W) => boolean = () => true,
  ) =>
    [...wishes.entries()].flatMap(([i, wish]) =>
      (wish.audiences?.includes(id) ?? true) && isSeen(wish) ? [i] : [],
    );
  const isOfSeen = ({ item }: { item: string }) => isSeen(brief, item, kept);
  return {
    pins: placesOf(brief.pins, isOfSeen),
    drops: placesOf(brief.drops, isOfSeen),
    maxSlides: placesOf(brief.maxSlides),
  };
}

/** A pin shows nobody what is not for them: each that is meant for an audience which may not see its item. */
export function pinnedWithheld(
  brief: Brief,
  { id, highest, wishes = [] }: Viewer,
  kept: Kept,
  placeOf: (path: Path) => Wish['place'],
): Problem[] {
  return [...wishesIn(brief, id, placeOf), ...wishes].flatMap((wish) => {
    if (wish.kind !== 'pin' || !pathOfItem(brief, wish.item) || isSeen(brief, wish.item, kept)) return [];
    return {
      code: 'pin-withheld',
      message: `"${wish.item}" must be in the decks of ${id}, which may see no more than ${highest}: the item is marked higher`,
      hint: `Name the audiences that it is meant for: { item: ${wish.item}, audiences: […] }; or take the pin back.`,
      ...wish.place,
    };
  });
}

function isSeen(brief: Brief, id: string, kept: Kept): boolean {
  const [list, i] = pathOfItem(brief, id) ?? [];
  return kept.get(list as ItemList)?.includes(Number(i)) ?? false;
}
