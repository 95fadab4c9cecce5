/** The story: claims, charts, comparisons, pictures and quotes, topic by topic. */

import type { ChartItem } from '../items/chart.js';
import type { ClaimItem } from '../items/claim.js';
import { KINDS, kindOf } from '../items/items.js';
import type { Item } from '../kinds/kinds.js';
import { measuresIn } from '../words/hedges.js';
import { assertions, isSuperseded, only } from './groups.js';
import { scoreOf } from './rank.js';
import { type Draft, type LayoutContext, slideKey } from './slide-plan.js';
import { threadsOf } from './threads.js';

/** The claims that stand beside each chart: those of the deck that it names, as many as fit. */
export function besideCharts(
  items: readonly Item[],
  { overflowing }: LayoutContext,
): Map<ChartItem, ClaimItem[]> {
  const claims = new Map(only(items, 'claim').map((claim) => [claim.id, claim]));
  const isOverflowing = (chart: ChartItem, beside: readonly ClaimItem[]) =>
    overflowing.has(slideKey({ kind: 'chart', items: [chart, ...beside], dense: false }));
  // Claims that need each other stand beside a chart together, or not at all.
  const threads = threadsOf([...claims.values()]);
  const whole = (beside: ClaimItem[]) =>
    beside.filter((claim) =>
      threads.some((thread) => thread.includes(claim) && thread.every((other) => beside.includes(other))),
    );
  return new Map(
    only(items, 'chart').map((chart) => {
      let beside = whole((chart.data.beside ?? []).flatMap((id) => claims.get(id) ?? []));
      while (beside.length > 0 && isOverflowing(chart, beside)) beside = whole(beside.slice(0, -1));
      return [chart, beside];
    }),
  );
}

/** The slides that tell a story: topic by topic, or as one sequence where the audience has it by time or by the file. */
export function story(
  items: readonly Item[],
  besides: ReadonlyMap<ChartItem, readonly ClaimItem[]>,
  context: LayoutContext,
): Draft[] {
  return context.audience.sort === 'topic'
    ? byTopic(items, besides, context)
    : inSequence(items, besides, context);
}

/** One sequence: claims that come one after the other share slides. */
function inSequence(
  items: readonly Item[],
  besides: ReadonlyMap<ChartItem, readonly ClaimItem[]>,
  context: LayoutContext,
): Draft[] {
  const shown = new Set([...besides.values()].flat());
  const isByTime = context.audience.sort === 'time';
  // What has no date comes last.
  const timeOf = ({ asOf }: Item) => (isByTime ? asOf || Number.POSITIVE_INFINITY : 0);
  const threads = threadsOf(only(items, 'claim').filter((claim) => !shown.has(claim)));
  const alone = items.filter(({ type }) => ALONE.some((kind) => kind.type === type));
  const entries = [
    ...threads.flatMap((thread) => thread.slice(0, 1).map((first) => ({ first, thread }))),
    ...alone.map((first) => ({ first, thread: undefined })),
  ].sort((a, b) => timeOf(a.first) - timeOf(b.first) || a.first.order - b.first.order);
  const drafts: Draft[] = [];
  let run: ClaimItem[][] = [];
  const flush = () => {
    const topics = new Set(run.flat().map((claim) => claim.data.topics[0]));
    const [topic] = topics.size === 1 ? topics : [];
    const [single, ...others] = run.flat();
    if (single && others.length === 0 && isBigNumber(single, context))
      drafts.push({ kind: 'big-number', items: [single], topic });
    else drafts.push(...assertions('claims', run, context, topic));
    run = [];
  };
  for (const { first, thread } of entries) {
    if (thread) run.push(thread);
    else {
      flush();
      drafts.push(aloneOn(first, besides));
    }
  }
  flush();
  return drafts;
}

/** An item that has a slide to itself, with the claims that stand beside it. */
function aloneOn(item: Item, besides: ReadonlyMap<ChartItem, readonly ClaimItem[]>): Draft {
  return {
    kind: kindOf(item).slide,
    items: [item, ...(item.type === 'chart' ? (besides.get(item) ?? []) : [])],
    topic: item.data.topics[0],
  };
}

/** Claims, charts and quotes, topic by topic, in the order in which the story first names the topics. */
function byTopic(
  items: readonly Item[],
  besides: ReadonlyMap<ChartItem, readonly ClaimItem[]>,
  context: LayoutContext,
): Draft[] {
  const shown = new Set([...besides.values()].flat());
  const topicOf = (item: Item) => item.data.topics[0] ?? '';
  const drafts: Draft[] = [];
  const threads = threadsOf(only(items, 'claim').filter((claim) => !shown.has(claim)));
  let singles: ClaimItem[] = [];
  const flush = () => {
    drafts.push(
      ...assertions(
        'claims',
        singles.map((claim) => [claim]),
        context,
        singles.length === 1 ? singles[0]?.data.topics[0] : undefined,
      ),
    );
    singles = [];
  };
  for (const topic of context.topics) {
    const ofTopic = threads.filter(([first]) => first && topicOf(first) === topic);
    const claims = ofTopic.flat();
    const others = ALONE.flatMap((kind) => only(items, kind.type)).filter((item) => topicOf(item) === topic);
    const [single] = claims;
    if (claims.length === 1 && single && !isBigNumber(single, context)) {
      // A claim alone on its topic shares a slide with its like rather than fill one with emptiness.
      singles.push(single);
      if (others.length > 0) flush();
    } else {
      if (claims.length > 0) flush();
      if (claims.length === 1) drafts.push({ kind: 'big-number', items: claims, topic: topic || undefined });
      else drafts.push(...assertions('claims', ofTopic, context, topic || undefined));
    }
    if (others.length > 0) flush();
    drafts.push(...others.map((item) => aloneOn(item, besides)));
  }
  flush();
  return drafts;
}

/** A claim that opens with its number, which holds, and matters enough to stand alone. */
function isBigNumber(claim: ClaimItem, context: LayoutContext): boolean {
  const { audience, allowed } = context;
  const [first] = measuresIn(claim.data.text);
  return (
    !isSuperseded(claim, context) &&
    allowed.includes('big-number') &&
    scoreOf(claim, audience) >= 4 &&
    first !== undefined &&
    claim.data.text.startsWith(`{${first}}`)
  );
}

/** Types of item that the story is told with. */
const STORY = KINDS.filter(({ part }) => part === 'story');
/** Those that have a slide to themselves. */
const ALONE = STORY.filter(({ arranged }) => arranged === 'alone');

/** Topics in the order of the story. What an audience may not see has no say in it. */
export function topicOrder(items: readonly Item[]): string[] {
  const ofStory = items
    .filter(({ type }) => STORY.some((kind) => kind.type === type))
    .sort((a, b) => a.order - b.order);
  return [...new Set([...ofStory.flatMap((item) => item.data.topics[0] ?? []), ''])];
}
