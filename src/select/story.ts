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

/** Claims, charts and quotes, topic by topic, in the order in which the story first names the topics. */
export function story(
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
    const others = ALONE.flatMap((kind) => only(items, kind.type)).filter(
      (item) => topicOf(item) === topic && !(item.type === 'chart' && item.data.kind === 'timeline'),
    );
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
    drafts.push(
      ...others.map((item) => ({
        kind: kindOf(item).slide,
        items: [item, ...(item.type === 'chart' ? (besides.get(item) ?? []) : [])],
        topic: topic || undefined,
      })),
    );
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
