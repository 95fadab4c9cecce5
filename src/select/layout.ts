/** Chosen items to slides: which kind shows them, in which order, and what each slide takes. */

import type { ChartItem } from '../items/chart.js';
import type { ClaimItem } from '../items/claim.js';
import { KINDS } from '../items/items.js';
import type { Item } from '../kinds/kinds.js';
import { PARTS, type Part, SLIDES, type SlideKind } from '../kinds/kinds.js';
import type { Place } from '../load/arrangement.js';
import { arranged, only } from './groups.js';
import { partOf, placeOf } from './order.js';
import { type Draft, type LayoutContext, type SetDraft, type SlidePlan, slideKey } from './slide-plan.js';
import { besideCharts, story } from './story.js';
import { threadsOf } from './threads.js';

/** So many slides on one thing are opened by a slide of their own. */
const OPENED = 3;

/** Slides of a part, with an opener before each run of many on one topic, where the length has openers. */
function withOpeners(drafts: readonly Draft[], part: Part, allowed: readonly SlideKind[]): Draft[] {
  if (!allowed.includes('section')) return [...drafts];
  const runs: Draft[][] = [];
  for (const draft of drafts) {
    const last = runs.at(-1);
    if (last && last[0]?.topic === draft.topic) last.push(draft);
    else runs.push([draft]);
  }
  return runs.flatMap((run) => {
    const topic = run[0]?.topic;
    const isNamed = part !== 'story' || topic !== undefined;
    return run.length >= OPENED && isNamed
      ? [{ kind: 'section' as const, items: [], topic, opens: part }, ...run]
      : run;
  });
}

/** The slides that show these items. Sources are added later: they follow from what is on the slides. */
export function layOut(chosen: readonly Item[], context: LayoutContext): SlidePlan[] {
  const { allowed, audience, lead } = context;
  const rest = chosen.filter((item) => !lead.includes(item));
  const besides = besideCharts(rest, context);
  const drafts: Draft[] = [
    ...(allowed.includes('title') ? [{ kind: 'title' as const, items: [] }] : []),
    { kind: 'bottom-line' as const, items: lead },
    ...placed(rest, audience.order).flatMap(([place, items]) =>
      withOpeners(slidesOf(items, besides, context), openedAs(place), allowed),
    ),
    ...only(rest, 'question').map((item) => ({ kind: 'question' as const, items: [item] })),
    ...dataSlides(rest, context),
  ];
  return drafts
    .flatMap((draft) => placeSlides(draft, context))
    .map((draft) => ({ ...draft, seconds: secondsOf(draft, context) }));
}

/** The places of a deck with what stands in each. Claims that stand together are where the first of them is. */
function placed(items: readonly Item[], order: readonly Place[]): [Place, Item[]][] {
  const threads = threadsOf(only(items, 'claim'));
  const firstOf = (item: Item) => threads.find((thread) => thread.some((one) => one === item))?.[0] ?? item;
  return order.map((place) => [place, items.filter((item) => placeOf(firstOf(item), order) === place)]);
}

/** What a slide that opens a place is called by. */
function openedAs(place: Place): Part {
  const part = PARTS.find((one) => one === place);
  return part ?? KINDS.find(({ type }) => type === place)?.part ?? 'story';
}

/** The slides of one place: the story that its items tell, then those of each type that is no part of a story. */
function slidesOf(
  items: readonly Item[],
  besides: ReadonlyMap<ChartItem, readonly ClaimItem[]>,
  context: LayoutContext,
): Draft[] {
  const others = KINDS.filter(({ part }) => part !== undefined && part !== 'story');
  return [
    ...story(
      items.filter((item) => partOf(item) === 'story'),
      besides,
      context,
    ),
    ...timelineCharts(items),
    ...others.flatMap((kind) => arranged(kind, only(items, kind.type), context)),
  ];
}

/**
 * A slide as it fits: as it is; else set closer; else its one item's text over several slides, cut between sentences.
 * What fits in no way stays as it is closest, for the measuring to name.
 */
function placeSlides(draft: Draft, { overflowing, words }: LayoutContext): SetDraft[] {
  const fits = (slide: SetDraft) => !overflowing.has(slideKey(slide));
  const plain = { ...draft, dense: false };
  if (fits(plain)) return [plain];
  const dense = { ...draft, dense: true };
  const [item] = draft.items;
  if (fits(dense) || !item || draft.items.length > 1) return [dense];
  for (let of = 2; of <= words.of(item).cuts; of++) {
    const pieces = Array.from({ length: of }, (_, i): SetDraft => {
      return { ...dense, part: draft.part ?? { n: i + 1, of }, piece: { n: i + 1, of } };
    });
    if (pieces.every(fits)) return pieces;
  }
  return [dense];
}

/** Seconds of a slide: its spoken words at the language's pace, and no less than its kind's minimum. */
function secondsOf(draft: SetDraft, context: LayoutContext): number {
  if (!SLIDES[draft.kind].isTimed) return 0;
  const { words } = context;
  let seconds = draft.items.reduce((sum, item) => sum + words.of(item).seconds, 0) / (draft.piece?.of ?? 1);
  if (draft.kind === 'title') seconds += words.title.seconds;
  if (draft.kind === 'bottom-line') seconds += words.bottomLine.seconds;
  return Math.ceil(Math.max(context.minimumSeconds[draft.kind], seconds));
}

function timelineCharts(items: readonly Item[]): Draft[] {
  const charts = only(items, 'chart').filter((chart) => chart.data.kind === 'timeline');
  return charts.map((chart) => ({ kind: 'chart' as const, items: [chart] }));
}

/** The data behind each chart, for an audience that sees full sourcing. A timeline's data are its events. */
function dataSlides(items: readonly Item[], { allowed, audience }: LayoutContext): Draft[] {
  if (audience.sourcing !== 'full' || !allowed.includes('data')) return [];
  return only(items, 'chart')
    .filter((chart) => chart.data.kind !== 'timeline')
    .map((chart) => ({ kind: 'data' as const, items: [chart] }));
}
