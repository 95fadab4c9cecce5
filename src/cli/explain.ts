/** A plan as people read it: each slide with its seconds and items, and each item left out with its reason. */
import type { Plan, Reason } from '../select/plan.js';
import { formatSeconds } from '../words/dates.js';
import { count } from './table.js';

export function explainPlan(plan: Plan): string {
  const { brief, audience, length, slides, seconds, marking, out } = plan;
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
  const reasons = new Map<Reason, string[]>();
  for (const { item, reason } of out) reasons.set(reason, [...(reasons.get(reason) ?? []), item.id]);
  if (out.length > 0) lines.push('', '      out');
  for (const [reason, ids] of reasons) lines.push(`      ${reason}: ${ids.join(', ')}`);
  return `${lines.join('\n')}\n`;
}

/** A plan as data, for `--json`. */
export function planData({ brief, audience, length, slides, seconds, marking, out }: Plan): object {
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
    out: out.map(({ item, reason }) => ({ item: item.id, reason })),
  };
}
