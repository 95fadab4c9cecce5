/** The one to three items under the bottom line: the same in every length, chosen so that the shortest holds them. */
import { CONTENT, headlineRoom } from '../items/room.js';
import type { Item } from '../kinds/kinds.js';
import { isSuperseded, only } from './groups.js';
import { layOut } from './layout.js';
import type { Refusal, Refused } from './reasons.js';
import { slideKey } from './slide-plan.js';
import { extentOf, leavesRoom, type SteeredLength } from './steer.js';
import { threadsOf } from './threads.js';

const MOST_LEADS = 3;

/**
 * What stands together is there together, and a number that another has replaced is not there. What is `first`
 * goes before others, which are taken only where they leave room for what a deck must have.
 */
export function chooseLead(
  first: readonly Item[],
  others: readonly Item[],
  lengths: readonly SteeredLength[],
): { lead: readonly Item[]; refused: Refused } {
  const refused = new Map<Item, Refusal>();
  let lead: readonly Item[] = [];
  const [shortest] = lengths;
  if (!shortest) return { lead, refused };
  const { context, eligible, needs, length } = shortest;
  const { audience, words } = context;
  const threads = threadsOf(only(eligible, 'claim'));
  const room = (items: readonly Item[]) =>
    items.reduce((sum, item) => sum + words.of(item).row, headlineRoom(words.brief.bottomLine.text));
  const secondsWith = (items: readonly Item[]) =>
    extentOf(layOut(items, { ...context, allowed: ['bottom-line'], lead: items })).seconds;
  let seconds = secondsWith([]);
  for (const item of [...first, ...others]) {
    if (lead.length === MOST_LEADS) break;
    if (lead.includes(item) || !eligible.includes(item)) continue;
    if (!audience.lead.some((type) => type === item.type)) continue;
    const { items, isShort } = needs(item, lead);
    const whole = items.flatMap((one) => threads.find((thread) => thread.some((t) => t === one)) ?? [one]);
    const next = inStory([...new Set([...lead, ...whole])]);
    const judgments = next.filter(({ type }) => type === 'judgment').length;
    if (isShort) continue;
    const isWhole = next.every((one) => needs(one, next).items.length === 1);
    if (next.length > MOST_LEADS || judgments > 1 || !isWhole) {
      refused.set(item, { reason: 'no room under the bottom line' });
      continue;
    }
    if (next.some((one) => isSuperseded(one, context))) {
      refused.set(item, { reason: 'shows a superseded number' });
      continue;
    }
    const time = secondsWith(next);
    const isOverflowing = context.overflowing.has(
      slideKey({ kind: 'bottom-line', items: next, dense: false }),
    );
    if (time > length.seconds)
      refused.set(item, {
        reason: 'over time',
        time: { takes: time - seconds, left: length.seconds - seconds },
      });
    else if (room(next) > CONTENT || isOverflowing)
      refused.set(item, { reason: 'no room under the bottom line' });
    else if (!first.includes(item) && !leavesRoom(next, next, lengths))
      refused.set(item, { reason: 'would leave no room for what a longer deck must have' });
    else {
      lead = next;
      seconds = time;
    }
  }
  return { lead, refused };
}

/** Facts in the order of the story, what they mean after them. */
function inStory(lead: readonly Item[]): Item[] {
  return [...threadsOf(only(lead, 'claim')).flat(), ...only(lead, 'judgment')];
}
