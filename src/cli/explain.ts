/** A plan as people read it: each slide with its seconds and items, and each item left out with its reason. */
import type { ExplainedPlan } from '../pipeline/jobs.js';
import type { LeftOut } from '../select/plan.js';
import { type DecidedBy, decidedBy, scoreOf } from '../select/rank.js';
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
  for (const { item, reason, why } of out) {
    const told = why === undefined ? item : `${item} (${why})`;
    reasons.set(reason, [...(reasons.get(reason) ?? []), told]);
  }
  if (out.length > 0) lines.push('', '      out');
  for (const [reason, ids] of reasons) lines.push(`      ${reason}: ${ids.join(', ')}`);
  if (brief.accept.length > 0) lines.push('', '      accepted');
  for (const { rule, item, why, by } of brief.accept) lines.push(`      ${rule}, ${item}: ${why} (${by})`);
  return `${lines.join('\n')}\n`;
}

interface Out {
  item: string;
  reason: string;
  /** The seconds that were missing, and what was taken instead of it. */
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
const DECIDED: Readonly<Record<DecidedBy, string>> = {
  importance: 'is more important',
  kind: 'is of a kind that goes first',
  date: 'is newer',
  grade: 'has the better source',
  order: 'stands before it in the file',
};

/** `importance 5: takes 0:45, 0:20 were left`; and what decided, where something as important is in. */
function whyOf({ item, time }: LeftOut, { items, audience }: ExplainedPlan): { why?: string } {
  if (!time) return {};
  const takes = formatSeconds(time.takes);
  const left = formatSeconds(time.left);
  const equal = items.findLast(
    (other) => scoreOf(other, audience) === scoreOf(item, audience) && other.type === item.type,
  );
  const decided = equal && decidedBy(equal, item, audience);
  const tie = decided ? `; "${equal.id}", as important, ${DECIDED[decided]}` : '';
  return { why: `importance ${item.data.importance}: takes ${takes}, ${left} were left${tie}` };
}

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
