/** A plan as people read it: a table of its slides with why they are in, and one of what is out with what would let it in. */
import type { ExplainedPlan, ShownSlide } from '../pipeline/jobs.js';
import type { InReason } from '../select/reasons.js';
import { formatSeconds } from '../words/dates.js';
import { type Out, outOf } from './explain-out.js';
import { count, table } from './table.js';

export function explainPlan(plan: ExplainedPlan): string {
  const { brief, audience, length, slides, seconds, marking, most } = plan;
  const time = `${formatSeconds(seconds)} of ${formatSeconds(length.seconds)}`;
  const timed = slides.filter((slide) => slide.seconds > 0).length;
  const limit = Number.isFinite(most) ? ` (${timed} of ${most} without sources and backup)` : '';
  const parts = [
    `${brief.id}, ${audience.id}, ${length.id}: ${count(plan.shown.length, 'slide')}${limit}, ${time}, ${marking}\n`,
    table(['slide', 'time', 'headline', 'why in'], plan.shown.map(rowOf(plan))),
    ...outTable(outOf(plan)),
    ...listed(
      'out though less, or as much, is in',
      outOf(plan).flatMap(({ item, why }) => (why === undefined ? [] : [`${item}: ${why}`])),
    ),
    ...listed(
      'accepted',
      brief.accept.map(({ rule, item, why, by }) => `${rule}, ${item}: ${why} (${by})`),
    ),
  ];
  return parts.join('\n');
}

/** Letters of a headline that are shown: enough to know the slide by. */
const MOST_SHOWN = 60;

function rowOf(plan: ExplainedPlan): (slide: ShownSlide) => string[] {
  return (slide) => {
    const { number, seconds, headline } = slide;
    const shown = [...headline];
    const cut = shown.length > MOST_SHOWN ? `${shown.slice(0, MOST_SHOWN - 1).join('')}…` : headline;
    return [String(number), seconds === 0 ? '' : formatSeconds(seconds), cut, whyIn(slide, plan)];
  };
}

const IN: Readonly<Record<InReason, string>> = {
  pinned: 'pinned',
  lead: 'under the bottom line',
  shorter: 'in the shorter deck',
  needed: 'goes with another',
  rank: 'by rank',
};

/** Slides that are not there for an item. */
const OWN: Readonly<Partial<Record<ShownSlide['kind'], string>>> = {
  title: 'opens the deck',
  section: 'opens a part',
  sources: 'what the slides cite',
  data: 'figures of a chart',
};

/** `pinned: cost (2); by rank: closed (5), volume (4)`: the items of a slide by why they are in, with their importance. */
function whyIn({ items, kind }: ShownSlide, plan: ExplainedPlan): string {
  const own = OWN[kind];
  if (own !== undefined) return own;
  const reasons = new Map<string, string[]>();
  for (const id of items) {
    const item = plan.items.find((one) => one.id === id);
    const reason = item && plan.why.get(item);
    if (item && reason)
      reasons.set(IN[reason], [...(reasons.get(IN[reason]) ?? []), `${id} (${item.data.importance})`]);
  }
  const why = [...reasons].map(([reason, ids]) => `${reason}: ${ids.join(', ')}`);
  if (kind === 'bottom-line') return ['in every deck', ...why].join('; ');
  return why.join('; ');
}

/** What is out, those together that are out for the same reason and would come in by the same. */
function outTable(out: readonly Out[]): string[] {
  if (out.length === 0) return [];
  const groups = new Map<string, { reason: string; letIn: string; ids: string[] }>();
  for (const { item, reason, letIn } of out) {
    const key = `${reason}\n${letIn}`;
    const group = groups.get(key) ?? { reason, letIn, ids: [] };
    group.ids.push(item);
    groups.set(key, group);
  }
  const rows = [...groups.values()].map(({ reason, letIn, ids }) => [reason, letIn, ids.join(', ')]);
  return [table(['why out', 'what would let it in', 'items'], rows)];
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}\n${lines.map((line) => `  ${line}\n`).join('')}`];
}

/** A plan as data, for `--json`. */
export function planData(plan: ExplainedPlan): object {
  const { brief, audience, length, shown, seconds, marking, most } = plan;
  return {
    brief: brief.id,
    audience: audience.id,
    length: length.id,
    seconds,
    limit: length.seconds,
    ...(Number.isFinite(most) && { maxSlides: most }),
    marking,
    slides: shown.map(({ kind, headline, seconds, items, number }) => ({
      number,
      kind,
      headline,
      seconds,
      items,
      why: whyIn({ kind, headline, seconds, items, number }, plan),
    })),
    out: outOf(plan),
    accepted: brief.accept.map(({ rule, item, why, by }) => ({ rule, item, why, by })),
  };
}
