/** A plan as people read it: each slide with its seconds and items, and each item left out with its reason. */
import type { ExplainedPlan } from '../pipeline/jobs.js';
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
  if (brief.accept.length > 0) lines.push('', '      accepted');
  for (const { rule, item, why, by } of brief.accept) lines.push(`      ${rule}, ${item}: ${why} (${by})`);
  return `${lines.join('\n')}\n`;
}

/** What is not in a deck, and why. */
function outOf({ withheld, out }: ExplainedPlan): { item: string; reason: string }[] {
  return [
    ...withheld.map(({ id }) => ({ item: id, reason: "above the audience's marking" })),
    ...out.map(({ item, reason }) => ({ item: item.id, reason })),
  ];
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
