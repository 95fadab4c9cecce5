/** Whether wishes can be met together; where they cannot, which of them contradict each other. */
import type { WordedBrief } from '../items/worded.js';
import type { Item } from '../kinds/kinds.js';
import type { Audience, Lengths } from '../load/profiles.js';
import type { Wish } from '../load/steering.js';
import { formatSeconds } from '../words/dates.js';
import { chooseLead } from './lead.js';
import { type Reason, reasonAgainst, shortOf } from './reasons.js';
import { extentIn, type SteeredLength, steer } from './steer.js';

/** Lengths as wishes have them that can be met together, and what cannot. */
export interface Steering {
  lengths: readonly SteeredLength[];
  /** What goes under the bottom line before anything else. */
  first: readonly Item[];
  contradiction: Contradiction | undefined;
}

/** Wishes that cannot all be met, none of which could be spared, and what is in the way. */
export interface Contradiction {
  wishes: readonly Wish[];
  obstacle: string;
}

/** Holds lengths to wishes; those that cannot be met together are named, and the rest of them still hold. */
export function steerBy(
  wishes: readonly Wish[],
  words: WordedBrief,
  audience: Audience,
  lengths: Lengths,
  overflowing: ReadonlySet<string>,
): Steering {
  const attempt = (some: readonly Wish[]) => firstIn(steer(some, words, audience, lengths, overflowing));
  const met = attempt(wishes);
  if (met.obstacle === undefined) return { ...met, contradiction: undefined };
  let set = [...wishes];
  for (const wish of wishes) {
    const fewer = set.filter((other) => other !== wish);
    if (attempt(fewer).obstacle !== undefined) set = fewer;
  }
  const rest = wishes.filter((wish) => !set.includes(wish));
  return {
    ...steerBy(rest, words, audience, lengths, overflowing),
    contradiction: { wishes: set, obstacle: attempt(set).obstacle ?? '' },
  };
}

/**
 * What goes first under the bottom line: what must be in the shortest deck; where longer ones have no room otherwise, what
 * must be in those as well. Where neither does, what is in the way.
 */
function firstIn(lengths: readonly SteeredLength[]): Omit<Steering, 'contradiction'> & { obstacle?: string } {
  const first = lengths[0]?.pinned ?? [];
  const obstacle = obstacleIn(lengths, first);
  if (obstacle === undefined) return { lengths, first };
  const all = lengths.at(-1)?.pinned ?? [];
  const more = [...first, ...all.filter((item) => !first.includes(item))];
  return obstacleIn(lengths, more) === undefined ? { lengths, first: more } : { lengths, first, obstacle };
}

/** The first thing that keeps the wishes of some lengths from being met. */
function obstacleIn(lengths: readonly SteeredLength[], first: readonly Item[]): string | undefined {
  const { lead, refused } = chooseLead(first, [], lengths);
  for (const steered of lengths) {
    const { length, context, pinned, dropped, needs, most } = steered;
    let items = lead;
    let extent = extentIn(steered, items, lead);
    if (extent.slides > most)
      return `${length.id} has ${extent.slides} slides before anything is chosen: title and bottom line`;
    for (const pin of pinned) {
      const is = (reason: Reason) => `"${pin.id}" cannot be in ${length.id}: ${reason}`;
      if (dropped.has(pin)) return is('dropped');
      if (items.includes(pin)) continue;
      const { items: added, isShort } = needs(pin, items);
      const against = reasonAgainst(pin, context);
      const mightLead = context.audience.lead.some((type) => type === pin.type);
      if (against && mightLead) return is(refused.get(pin)?.reason ?? 'no room under the bottom line');
      if (against) return is(against);
      if (isShort || added.some((one) => reasonAgainst(one, context))) return is(shortOf(pin));
      const next = [...items, ...added];
      const wider = extentIn(steered, next, lead);
      if (wider.seconds > length.seconds) {
        const takes = formatSeconds(wider.seconds - extent.seconds);
        const left = formatSeconds(Math.max(0, length.seconds - extent.seconds));
        return `"${pin.id}" cannot be in ${length.id}: it takes ${takes} with all that it needs, and ${left} of ${formatSeconds(length.seconds)} are left`;
      }
      if (wider.slides > most)
        return `"${pin.id}" cannot be in ${length.id}: with all that must be in it there are ${wider.slides} slides, and ${most} at most`;
      items = next;
      extent = wider;
    }
  }
  return undefined;
}
