/** What is not in a deck: why, and what would let it in. */
import { kindOf } from '../items/items.js';
import { nameWish, type Wish } from '../load/steering.js';
import type { ExplainedPlan } from '../pipeline/jobs.js';
import { decidedBy, scoreOf } from '../select/rank.js';
import type { LeftOut, Reason } from '../select/reasons.js';
import { formatSeconds } from '../words/dates.js';

export interface Out {
  item: string;
  reason: string;
  /** What would let it in. */
  letIn: string;
  /** What was missing, and what is in instead of it. */
  why?: string;
}

/** What is not in a deck, and why: what is withheld, then the most important first. */
export function outOf(plan: ExplainedPlan): Out[] {
  return [
    ...plan.withheld.map(({ id, marking }) => ({
      item: id,
      reason: "above the audience's marking",
      letIn: `nothing: ${marking}, and ${plan.audience.id} sees ${plan.audience.highest} at most`,
    })),
    ...plan.out.map((left) => ({
      item: left.item.id,
      reason: left.reason,
      letIn: letIn(left, plan),
      ...whyOf(left, plan),
    })),
  ];
}

function letIn({ item, reason, time }: LeftOut, { audience, wishes, most }: ExplainedPlan): string {
  const { data } = item;
  switch (reason) {
    case 'over time':
      return time
        ? `${formatSeconds(time.takes - time.left)} more: takes ${formatSeconds(time.takes)}, ${formatSeconds(time.left)} left; or a pin`
        : 'a pin';
    case 'over the number of slides':
      return `more than ${most} slides (${named(wishes.filter(({ kind }) => kind === 'limit'))}); or a pin`;
    case 'would leave no room for what a longer deck must have':
      return `without a wish for a longer deck (${named(wishes.filter(({ kind }) => kind !== 'drop'))})`;
    case 'dropped':
      return `without ${named(wishes.filter((wish) => wish.kind === 'drop' && wish.item === item.id))}`;
    case 'topic not wanted':
      return `a pin, or no ${data.topics.filter((topic) => audience.unwanted.includes(topic)).join(', ')} in "unwanted"`;
    case 'the bottom line says it':
      return 'a pin, or other words';
    case 'not for this audience':
      return `${kindOf(item).part} in the order of the audience`;
    case 'no slide for it in this length':
      return `a length with ${kindOf(item).slide} slides`;
    case 'no room under the bottom line':
    case 'shows a superseded number':
      return `a pin, or a length with ${kindOf(item).slide} slides`;
    case 'the claim it supports is not in the deck':
      return item.type === 'question' ? `with "${item.data.supports}"` : '';
    case 'no claim it rests on is in the deck':
      return item.type === 'judgment' ? `with one of ${item.data.basis.join(', ')}` : '';
    case 'a claim it goes with is not in the deck':
      return 'with the claims that it answers or follows';
  }
}

const named = (wishes: readonly Wish[]) => wishes.map(nameWish).join(', ');

/** What decided between two items that are equally important. */
const DECIDED = { date: 'is newer', grade: 'has the better source' } as const;

/** Reasons for which something less important may be in. */
const REFUSALS: readonly Reason[] = [
  'over time',
  'over the number of slides',
  'no room under the bottom line',
  'shows a superseded number',
];

/**
 * `importance 5; takes 0:45, 0:20 were left; "denied", importance 3, is in`: for what is out though something less
 * important is in, or something as important that went first for its date or its source.
 */
function whyOf({ item, reason, time }: LeftOut, { items, audience }: ExplainedPlan): { why?: string } {
  if (!REFUSALS.includes(reason)) return {};
  const score = scoreOf(item, audience);
  const less = items.findLast((other) => scoreOf(other, audience) < score);
  const equal = items.findLast((other) => scoreOf(other, audience) === score && other.type === item.type);
  const decided = equal && decidedBy(equal, item, audience);
  const tie =
    decided === 'date' || decided === 'grade' ? `"${equal?.id}", as important, ${DECIDED[decided]}` : '';
  if (!less && !tie) return {};
  const parts = [
    `importance ${item.data.importance}`,
    time ? `takes ${formatSeconds(time.takes)}, ${formatSeconds(time.left)} were left` : reason,
    less ? `"${less.id}", importance ${less.data.importance}, is in` : '',
    tie,
  ];
  return { why: parts.filter((part) => part !== '').join('; ') };
}
