/** What is in the deck of a length: all of the next shorter one, what is pinned, and by rank what there is room for. */
import type { Item } from '../kinds/kinds.js';
import { type InReason, type Refusal, type Refused, reasonAgainst, shortOf } from './reasons.js';
import { extentIn, leavesRoom, type SteeredLength, withPinned } from './steer.js';

/** What was chosen for a length, and why. */
export interface Chosen {
  /** Most important first. */
  items: readonly Item[];
  why: ReadonlyMap<Item, InReason>;
  late: ReadonlyMap<Item, Refusal>;
}

/** What every length starts from. */
export interface Start {
  lead: readonly Item[];
  /** Why others are not under the bottom line. */
  refused: Refused;
}

/** Chooses for the first of some lengths. `inherited` is what the next shorter deck has. */
export function choose(
  lengths: readonly [SteeredLength, ...SteeredLength[]],
  inherited: readonly Item[],
  { lead, refused }: Start,
): Chosen {
  const [steered, ...longer] = lengths;
  const { eligible, needs, pinned, context, length, most } = steered;
  const late = new Map<Item, Refusal>();
  const why = new Map<Item, InReason>(
    inherited.map((item) => [item, lead.includes(item) ? 'lead' : 'shorter']),
  );
  let items = withPinned(inherited, steered);
  for (const item of items) if (!why.has(item)) why.set(item, 'needed');
  for (const item of pinned) why.set(item, 'pinned');
  let extent = extentIn(steered, items, lead);
  for (const item of eligible) {
    if (items.includes(item) || item.type === 'question') continue;
    const { items: added, isShort } = needs(item, items);
    const reason = reasonAgainst(item, context) ?? (isShort ? shortOf(item) : undefined);
    const isWithout = added.some((one) => one !== item && reasonAgainst(one, context));
    if (reason || isWithout) {
      const isLeadOnly = reason === 'no slide for it in this length';
      late.set(item, (isLeadOnly && refused.get(item)) || { reason: reason ?? shortOf(item) });
      continue;
    }
    const next = [...items, ...added];
    const wider = extentIn(steered, next, lead);
    if (wider.seconds > length.seconds)
      late.set(item, {
        reason: 'over time',
        time: { takes: wider.seconds - extent.seconds, left: length.seconds - extent.seconds },
      });
    else if (wider.slides > most) late.set(item, { reason: 'over the number of slides' });
    else if (!leavesRoom(next, lead, longer))
      late.set(item, { reason: 'would leave no room for what a longer deck must have' });
    else {
      for (const one of added) why.set(one, one === item ? 'rank' : 'needed');
      items = next;
      extent = wider;
    }
  }
  for (const item of eligible) {
    if (item.type !== 'question' || items.includes(item)) continue;
    const { supports } = item.data;
    if (!length.slides.includes('question')) late.set(item, { reason: 'no slide for it in this length' });
    else if (supports === undefined || items.some((other) => other.id === supports)) {
      items.push(item);
      why.set(item, 'rank');
    } else late.set(item, { reason: shortOf(item) });
  }
  return { items: eligible.filter((item) => items.includes(item)), why, late };
}
