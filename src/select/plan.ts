/**
 * The second stage: what is in each deck, what is out, and why. Lengths nest because each starts from what the
 * next shorter one says; markings and time are computed, never declared.
 */

import { BriefError } from '../core/problem.js';
import { titleMarking } from '../items/items.js';
import type { WordedBrief } from '../items/worded.js';
import type { Item } from '../kinds/kinds.js';
import type { Audience, Length, Lengths } from '../load/profiles.js';
import { nameWish, type Wish } from '../load/steering.js';
import { highestMarking, type Marking } from '../load/vocabulary.js';
import type { VisibleBrief } from '../visible/visible.js';
import { formatSeconds } from '../words/dates.js';
import { type Chosen, choose } from './choose.js';
import { layOut } from './layout.js';
import { chooseLead } from './lead.js';
import { slideMarking } from './marking.js';
import type { InReason, LeftOut } from './reasons.js';
import type { SlidePlan } from './slide-plan.js';
import { extentOf, type SteeredLength } from './steer.js';
import { type Contradiction, steerBy } from './wishes.js';

export type { LeftOut, Reason } from './reasons.js';

/** What one deck holds. */
export interface Plan {
  brief: VisibleBrief;
  audience: Audience;
  length: Length;
  slides: readonly SlidePlan[];
  /** Items in the deck, most important first. */
  items: readonly Item[];
  /** Why each of them is in. */
  why: ReadonlyMap<Item, InReason>;
  /** Items left out, most important first. */
  out: readonly LeftOut[];
  /** Total, in seconds; never above `length.seconds`. */
  seconds: number;
  /** The most slides that it may have, without sources and backup; infinite where nobody set a limit. */
  most: number;
  /** What the briefer wants of the decks of this audience. */
  wishes: readonly Wish[];
  /** The highest marking of what is in the deck. */
  marking: Marking;
}

export interface PlanOptions {
  /** What the briefer wants of the decks. */
  wishes?: readonly Wish[];
  /** How many lengths are planned, from the shortest on; every one, where nothing is said. */
  count?: number;
  /** Keys of slides that were measured and found not to fit. */
  overflowing?: ReadonlySet<string>;
  isDraft?: boolean;
}

/**
 * Plans of one brief for one audience, one for each length, shortest first. Throws {@link BriefError} where the bottom
 * line alone takes longer than the shortest length, and where wishes cannot be met: a draft does without them.
 */
export function planDecks(
  words: WordedBrief,
  audience: Audience,
  lengths: Lengths,
  { wishes = [], count = lengths.lengths.length, overflowing = new Set(), isDraft = false }: PlanOptions = {},
): Plan[] {
  const { lengths: steered, first, contradiction } = steerBy(wishes, words, audience, lengths, overflowing);
  if (contradiction && !isDraft) throw cannotBeMet(contradiction, audience);
  const start = chooseLead(first, steered[0]?.eligible ?? [], steered);
  const plans: Plan[] = [];
  let inherited = start.lead;
  for (const [i, one] of steered.slice(0, count).entries()) {
    const chosen = choose([one, ...steered.slice(i + 1)], inherited, start);
    const plan = planOf(words.brief, one, chosen, start.lead, wishes);
    if (plan.seconds > one.length.seconds && !isDraft) throw tooLong(plan);
    plans.push(plan);
    inherited = chosen.items;
  }
  return plans;
}

function planOf(
  brief: VisibleBrief,
  { length, context, eligible, dropped, unwanted, repeated, most }: SteeredLength,
  { items, why, late }: Chosen,
  lead: readonly Item[],
  wishes: readonly Wish[],
): Plan {
  const { audience } = context;
  const slides = layOut(items, { ...context, lead });
  return {
    brief,
    audience,
    length,
    slides,
    items,
    why,
    out: [
      ...[...dropped].map((item) => ({ item, reason: 'dropped' as const })),
      ...unwanted.map((item) => ({ item, reason: 'topic not wanted' as const })),
      ...repeated.map((item) => ({ item, reason: 'the bottom line says it' as const })),
      ...eligible
        .filter((item) => !items.includes(item))
        .map((item) => ({ item, reason: 'over time' as const, ...late.get(item) })),
    ],
    seconds: extentOf(slides).seconds,
    most,
    wishes,
    marking: highestMarking([
      titleMarking(brief),
      ...slides.map((slide) => slideMarking(slide, brief, audience)),
    ]),
  };
}

function tooLong({ brief, length, seconds }: Plan): BriefError {
  return new BriefError([
    {
      code: 'over-time',
      message: `the bottom line of "${brief.id}" takes ${formatSeconds(seconds)}, and ${length.id} has ${formatSeconds(length.seconds)}`,
      hint: 'Shorten the bottom line or its notes.',
      path: 'bottomLine',
    },
  ]);
}

function cannotBeMet({ wishes, obstacle }: Contradiction, { id }: Audience): BriefError {
  const named = wishes.map(nameWish);
  const what = named.length === 1 ? `${named[0]} cannot be met` : `${named.join(', ')} contradict each other`;
  return new BriefError([
    {
      code: 'impossible-wish',
      message: `${what} for ${id}: ${obstacle}`,
      hint: 'Take one back, or name the audiences and lengths that it is meant for: { item: …, lengths: [full] }.',
      ...wishes[0]?.place,
    },
  ]);
}
