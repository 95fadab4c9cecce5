/**
 * Wishes as they hold for each length. Lengths nest, so a longer deck has what a shorter one must have, a shorter one
 * lacks what a longer one must lack, and a limit of slides holds for all shorter decks as well.
 */
import { itemsOf } from '../items/items.js';
import type { WordedBrief } from '../items/worded.js';
import { type Item, SLIDES } from '../kinds/kinds.js';
import type { Audience, Length, Lengths } from '../load/profiles.js';
import type { Wish } from '../load/steering.js';
import { layOut } from './layout.js';
import { rank } from './rank.js';
import { reasonAgainst } from './reasons.js';
import type { LayoutContext, SlidePlan } from './slide-plan.js';
import { topicOrder } from './story.js';
import { type FindNeeds, needsIn } from './threads.js';

/** A length, and what may, must and must not be in its deck. */
export interface SteeredLength {
  length: Length;
  context: LayoutContext;
  /** What may be in it, most important first. */
  eligible: readonly Item[];
  needs: FindNeeds;
  /** What must be in it, most important first. */
  pinned: readonly Item[];
  dropped: ReadonlySet<Item>;
  unwanted: readonly Item[];
  /** Claims that the bottom line says word for word: no deck says it twice. */
  repeated: readonly Item[];
  /** The most slides, without sources and backup. */
  most: number;
}

/** Every length as some wishes have it, shortest first. */
export function steer(
  wishes: readonly Wish[],
  words: WordedBrief,
  audience: Audience,
  { lengths, minimumSeconds }: Lengths,
  overflowing: ReadonlySet<string>,
): SteeredLength[] {
  const all = itemsOf(words.brief);
  const base = { words, audience, minimumSeconds, lead: [], overflowing };
  const contexts = lengths.map((length) => ({ ...base, topics: [], allowed: length.slides }));
  const pins = all.flatMap((item) => {
    const own = wishes.filter((wish) => wish.kind === 'pin' && wish.item === item.id);
    const from = Math.min(...own.map((wish) => pinnedFrom(wish, item, lengths, contexts)));
    return own.length > 0 && from < lengths.length ? [{ item, from }] : [];
  });
  const isUnwanted = (item: Item) => item.data.topics.some((topic) => audience.unwanted.includes(topic));
  const topics = topicOrder(
    rank(
      all.filter((item) => !isUnwanted(item) || pins.some((pin) => pin.item === item)),
      audience,
    ),
  );
  return lengths.map((length, i) => {
    const longer = lengths.slice(i);
    const holds = (wish: Wish) => longer.some(({ id }) => wish.lengths?.includes(id) ?? true);
    const pinned = pins.flatMap(({ item, from }) => (from <= i ? [item] : []));
    const dropped = new Set(
      all.filter((item) =>
        wishes.some((wish) => wish.kind === 'drop' && wish.item === item.id && holds(wish)),
      ),
    );
    const unwanted = all.filter((item) => isUnwanted(item) && !pinned.includes(item));
    const left = all.filter((item) => !unwanted.includes(item) && !dropped.has(item));
    const { text } = words.brief.bottomLine;
    const repeated = left.filter(
      (item) => item.type === 'claim' && item.data.text === text && !pinned.includes(item),
    );
    const eligible = rank(
      left.filter((item) => !repeated.includes(item)),
      audience,
    );
    return {
      length,
      context: { ...base, topics, allowed: length.slides },
      eligible,
      needs: needsIn(all, eligible),
      pinned: rank(pinned, audience),
      dropped,
      repeated,
      unwanted: rank(
        unwanted.filter((item) => !dropped.has(item)),
        audience,
      ),
      most: Math.min(...wishes.flatMap((wish) => (wish.kind === 'limit' && holds(wish) ? [wish.most] : []))),
    };
  });
}

/**
 * The place of the first length that a pin holds for: one that it names, or else the first that can show the item. An
 * item that no length can show is missed in the last.
 */
function pinnedFrom(
  { lengths: named }: Wish,
  item: Item,
  lengths: readonly Length[],
  contexts: readonly LayoutContext[],
): number {
  if (named) {
    const first = lengths.findIndex(({ id }) => named.includes(id));
    return first < 0 ? lengths.length : first;
  }
  const first = contexts.findIndex(
    (context) =>
      context.audience.lead.some((type) => type === item.type) || reasonAgainst(item, context) === undefined,
  );
  return first < 0 ? lengths.length - 1 : first;
}

/** What some slides come to: their seconds, and how many of them are in the time. */
export interface Extent {
  seconds: number;
  slides: number;
}

export function extentOf(slides: readonly SlidePlan[]): Extent {
  return {
    seconds: slides.reduce((sum, slide) => sum + slide.seconds, 0),
    slides: slides.filter(({ kind }) => SLIDES[kind].isTimed).length,
  };
}

/** What some items come to in a length. */
export function extentIn({ context }: SteeredLength, items: readonly Item[], lead: readonly Item[]): Extent {
  return extentOf(layOut(items, { ...context, lead }));
}

/** Some items, and all that must be in a length with what it needs. */
export function withPinned(items: readonly Item[], { pinned, needs }: SteeredLength): Item[] {
  const all = [...items];
  for (const pin of pinned) all.push(...needs(pin, all).items.filter((item) => !all.includes(item)));
  return all;
}

/** Whether some items leave room for what each of some lengths must have. */
export function leavesRoom(
  items: readonly Item[],
  lead: readonly Item[],
  lengths: readonly SteeredLength[],
): boolean {
  return lengths.every((one) => {
    if (one.pinned.length === 0 && one.most === Number.POSITIVE_INFINITY) return true;
    const { seconds, slides } = extentIn(one, withPinned(items, one), lead);
    return seconds <= one.length.seconds && slides <= one.most;
  });
}
