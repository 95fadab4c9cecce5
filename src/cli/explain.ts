/** A plan as people read it: each slide with its seconds and items, and each item left out with its reason. */
import type { ExplainedPlan } from '../pipeline/jobs.js';
import type { LeftOut, Reason } from '../select/plan.js';
import { decidedBy, scoreOf } from '../select/rank.js';
import { formatSeconds } from '../words/dates.js';
import { count } from './table.js';

export function explainPlan(plan: ExplainedPlan): string {
  const { brief, audience, length, slides, seconds, marking } = plan;
  const total = `${formatSeconds(seconds)} of ${formatSeconds(length.seconds)}`;
  const lines = [
    `${brief.id}, ${audience.id}, ${length.id}: ${count(slides.length, 'slide')}, ${total}, ${marking}`,
    '',
  ];
  slides.forEach((slide, i) => {
    const time = slide.seconds === 0 ? '   –' : formatSeconds(slide.seconds);
    lines.push(
      `${String(i + 1).padStart(4)}  ${time.padStart(5)}  ${slide.kind.padEnd(12)}${slide.items.map((item) => item.id).join(', ')}`.trimEnd(),
    );
  });
  const out = outOf(plan);
  const reasons = new Map<string, string[]>();
  for (const { item, reason } of out) reasons.set(reason, [...(reasons.get(reason) ?? []), item]);
  if (out.length > 0) lines.push('', '      out');
  for (const [reason, ids] of reasons) lines.push(`      ${reason}: ${ids.join(', ')}`);
  const told = out.flatMap(({ item, why }) => (why === undefined ? [] : [`      ${item}: ${why}`]));
  if (told.length > 0) lines.push('', '      out though less, or as much, is in', ...told);
  if (brief.accept.length > 0) lines.push('', '      accepted');
  for (const { rule, item, why, by } of brief.accept) lines.push(`      ${rule}, ${item}: ${why} (${by})`);
  return `${lines.join('\n')}\n`;
}

interface Out {
  item: string;
  reason: string;
  /** What was missing, and what is in instead of it. */
  why?: string;
}

/** What is not in a deck, and why. */
function outOf(plan: ExplainedPlan): Out[] {
  return [
    ...plan.withheld.map(({ id }) => ({ item: id, reason: "above the audience's marking" })),
    ...plan.out.map((left) => ({ item: left.item.id, reason: left.reason, ...whyOf(left, plan) })),
  ];
}

/** What decided between two items that are equally important. */
const DECIDED = { date: 'is newer', grade: 'has the better source' } as const;

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

/** Reasons for which something less important may be in. */
const REFUSALS: readonly Reason[] = [
  'over time',
  'no room under the bottom line',
  'shows a superseded number',
];

/** A plan as data, for `--json`. */
export function planData(plan: ExplainedPlan): object {
  const { brief, audience, length, slides, seconds, marking } = plan;
  return {
    brief: brief.id,
    audience: audience.id,
    length: length.id,
    seconds,
    limit: length.seconds,
    marking,
    slides: slides.map((slide) => ({
      kind: slide.kind,
      seconds: slide.seconds,
      items: slide.items.map((item) => item.id),
    })),
    out: outOf(plan),
    accepted: brief.accept.map(({ rule, item, why, by }) => ({ rule, item, why, by })),
  };
}
