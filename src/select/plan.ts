/**
 * The second stage: what is in each deck, what is out, and why. Lengths nest because each starts from what the
 * next shorter one says; markings and time are computed, never declared.
 */

import { BriefError } from '../core/problem.js';
import { itemsOf, kindOf, titleMarking } from '../items/items.js';
import { CONTENT, headlineRoom } from '../items/room.js';
import type { WordedBrief } from '../items/worded.js';
import type { Item } from '../kinds/kinds.js';
import type { Audience, Length, Lengths } from '../load/profiles.js';
import { highestMarking, type Marking } from '../load/vocabulary.js';
import type { VisibleBrief } from '../visible/visible.js';
import { formatSeconds } from '../words/dates.js';
import { isSuperseded, only } from './groups.js';
import { layOut } from './layout.js';
import { slideMarking } from './marking.js';
import { rank } from './rank.js';
import { type LayoutContext, type SlidePlan, slideKey } from './slide-plan.js';
import { topicOrder } from './story.js';
import { type FindNeeds, needsIn, threadsOf } from './threads.js';

/** Why an item is not in a deck. */
export type Reason =
  | 'over time'
  | 'topic not wanted'
  | 'the bottom line says it'
  | 'no slide for it in this length'
  | 'not for this audience'
  | 'the claim it supports is not in the deck'
  | 'a claim it goes with is not in the deck'
  | 'no room under the bottom line'
  | 'shows a superseded number'
  | 'no claim it rests on is in the deck';

/** An item that is not in a deck, and why. */
export interface LeftOut {
  item: Item;
  reason: Reason;
  /** Seconds that it would have taken with all that it needs, and that were left, where there was no time for it. */
  time?: { takes: number; left: number } | undefined;
}

/** What one deck holds. */
export interface Plan {
  brief: VisibleBrief;
  audience: Audience;
  length: Length;
  slides: readonly SlidePlan[];
  /** Items in the deck, most important first. */
  items: readonly Item[];
  /** Items left out, most important first. */
  out: readonly LeftOut[];
  /** Total, in seconds; never above `length.seconds`. */
  seconds: number;
  /** The highest marking of what is in the deck. */
  marking: Marking;
}

const MOST_LEADS = 3;

/** Why items are not under the bottom line that might have been. */
type Refused = ReadonlyMap<Item, Omit<LeftOut, 'item'>>;

/**
 * Plans of one brief for one audience, one for each length, shortest first. `overflowing` are the keys of slides that
 * were measured and found not to fit. Throws {@link BriefError} where the bottom line alone takes longer than the shortest
 * length, which a draft may.
 */
export function planDecks(
  words: WordedBrief,
  audience: Audience,
  { lengths, minimumSeconds }: Lengths,
  overflowing: ReadonlySet<string> = new Set(),
  isDraft = false,
): Plan[] {
  const { brief } = words;
  const all = itemsOf(brief);
  const unwanted = all.filter((item) => item.data.topics.some((t) => audience.unwanted.includes(t)));
  const eligible = rank(
    all.filter((item) => !unwanted.includes(item) && !repeatsBottomLine(item, brief)),
    audience,
  );

  const topics = topicOrder(eligible);
  const contextOf = (length: Length, lead: readonly Item[]): LayoutContext => ({
    words,
    audience,
    topics,
    allowed: length.slides,
    minimumSeconds,
    lead,
    overflowing,
  });
  const [shortest] = lengths;
  if (!shortest) return [];
  const needs = needsIn(all, eligible);
  const { lead, refused } = chooseLead(eligible, needs, contextOf(shortest, []), shortest);

  const plans: Plan[] = [];
  let inherited: readonly Item[] = lead;
  for (const length of lengths) {
    const context = contextOf(length, lead);
    const { items, late } = choose(eligible, inherited, needs, refused, context, length);
    const slides = layOut(items, context);
    const seconds = totalOf(slides);
    if (seconds > length.seconds && !isDraft) throw tooLong(brief, length, seconds);
    plans.push({
      brief,
      audience,
      length,
      slides,
      items,
      out: [
        ...rank(unwanted, audience).map((item) => ({ item, reason: 'topic not wanted' as const })),
        ...all
          .filter((item) => !unwanted.includes(item) && repeatsBottomLine(item, brief))
          .map((item) => ({ item, reason: 'the bottom line says it' as const })),
        ...eligible
          .filter((item) => !items.includes(item))
          .map((item) => ({ item, reason: 'over time' as const, ...late.get(item) })),
      ],
      seconds,
      marking: highestMarking([
        titleMarking(brief),
        ...slides.map((slide) => slideMarking(slide, brief, audience)),
      ]),
    });
    inherited = items;
  }
  return plans;
}

/**
 * The one to three items under the bottom line: the same in every length, chosen so that the shortest holds them. What
 * stands together is there together, and a number that another has replaced is not there.
 */
function chooseLead(
  eligible: readonly Item[],
  needs: FindNeeds,
  context: LayoutContext,
  shortest: Length,
): { lead: Item[]; refused: Refused } {
  const { audience, words } = context;
  const threads = threadsOf(only(eligible, 'claim'));
  const room = (items: readonly Item[]) =>
    items.reduce((sum, item) => sum + words.of(item).row, headlineRoom(words.brief.bottomLine.text));
  const refused = new Map<Item, Omit<LeftOut, 'item'>>();
  let lead: Item[] = [];
  let seconds = totalOf(layOut([], { ...context, allowed: ['bottom-line'] }));
  for (const item of eligible) {
    if (lead.length === MOST_LEADS) break;
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
    const time = totalOf(layOut(next, { ...context, allowed: ['bottom-line'], lead: next }));
    const isOverflowing = context.overflowing.has(
      slideKey({ kind: 'bottom-line', items: next, dense: false }),
    );
    if (time > shortest.seconds)
      refused.set(item, {
        reason: 'over time',
        time: { takes: time - seconds, left: shortest.seconds - seconds },
      });
    else if (room(next) > CONTENT || isOverflowing)
      refused.set(item, { reason: 'no room under the bottom line' });
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

/** Everything inherited, and in rank order each further item that has a slide and still fits the time. */
function choose(
  eligible: readonly Item[],
  inherited: readonly Item[],
  needs: FindNeeds,
  refused: Refused,
  context: LayoutContext,
  length: Length,
) {
  const late = new Map<Item, Omit<LeftOut, 'item'>>();
  let items = [...inherited];
  let seconds = totalOf(layOut(items, context));
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
    const total = totalOf(layOut(next, context));
    if (total <= length.seconds) {
      items = next;
      seconds = total;
    } else
      late.set(item, {
        reason: 'over time',
        time: { takes: total - seconds, left: length.seconds - seconds },
      });
  }
  for (const item of eligible) {
    if (item.type !== 'question' || items.includes(item)) continue;
    const { supports } = item.data;
    if (!length.slides.includes('question')) late.set(item, { reason: 'no slide for it in this length' });
    else if (supports === undefined || items.some((other) => other.id === supports)) items.push(item);
    else late.set(item, { reason: 'the claim it supports is not in the deck' });
  }
  return { items: eligible.filter((item) => items.includes(item)), late };
}

function shortOf({ type }: Item): Reason {
  return type === 'judgment'
    ? 'no claim it rests on is in the deck'
    : 'a claim it goes with is not in the deck';
}

function reasonAgainst(item: Item, { audience, allowed }: LayoutContext): Reason | undefined {
  const { slide, part } = kindOf(item);
  if (part === undefined) return undefined;
  const isTimeline = item.type === 'chart' && item.data.kind === 'timeline';
  if (!audience.order.includes(isTimeline ? 'timeline' : part)) return 'not for this audience';
  if (item.type === 'image' && item.data.headline === undefined) return 'no slide for it in this length';
  if (!allowed.includes(slide) || (isTimeline && !allowed.includes('timeline'))) {
    return 'no slide for it in this length';
  }
  return undefined;
}

/** Whether a claim says the bottom line word for word: no deck says it twice. */
function repeatsBottomLine(item: Item, { bottomLine }: VisibleBrief): boolean {
  return item.type === 'claim' && item.data.text === bottomLine.text;
}

/** Seconds of all slides together. */
function totalOf(slides: readonly SlidePlan[]): number {
  return slides.reduce((sum, slide) => sum + slide.seconds, 0);
}

function tooLong(brief: VisibleBrief, length: Length, seconds: number): BriefError {
  return new BriefError([
    {
      code: 'over-time',
      message: `the bottom line of "${brief.id}" takes ${formatSeconds(seconds)}, and ${length.id} has ${formatSeconds(length.seconds)}`,
      hint: 'Shorten the bottom line or its notes.',
      path: 'bottomLine',
    },
  ]);
}
