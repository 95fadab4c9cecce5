/** Chosen items to slides: which kind shows them, in which order, and what each slide takes. */

import type {
  ChartItem,
  ClaimItem,
  EventItem,
  IndicatorItem,
  Item,
  JudgmentItem,
  PersonItem,
  QuestionItem,
} from '../items/item.js';
import { kindOf, spokenFor } from '../items/items.js';
import { CONTENT, headlineRoom } from '../items/room.js';
import type { Audience } from '../load/profiles.js';
import { type Part, SLIDES, type SlideKind } from '../load/vocabulary.js';
import type { VisibleBrief } from '../visible/visible.js';
import { measuresIn } from '../words/hedges.js';
import { type Piece, sentencesOf, type Wording } from '../words/texts.js';
import { rank, scoreOf } from './rank.js';
import { divide, seemsToFit } from './room.js';
import { secondsFor, spokenForBottomLine, spokenForTitle } from './time.js';

/** One slide of a plan. */
export interface SlidePlan {
  kind: SlideKind;
  /** What it shows, in order; the first is the headline where the kind has one of its items as headline. */
  items: readonly Item[];
  /** The topic that its items share, where they share one. */
  topic?: string | undefined;
  /** The part of the deck that a section slide opens. */
  opens?: Part | undefined;
  /** Which of how many slides that say one thing: `2` of `3`. */
  part?: Piece | undefined;
  /** Set closer, since it does not fit otherwise. */
  dense: boolean;
  /** Which part of its one item's text it shows, where the text does not fit on one slide even so. */
  piece?: Piece | undefined;
  /** What it takes, in whole seconds; 0 for what is outside the time. */
  seconds: number;
}

/** What a slide is known by when it has been measured: what is on it, and how it is set. */
export function slideKey(slide: Pick<SlidePlan, 'kind' | 'items' | 'dense' | 'piece'>): string {
  const { kind, items, dense, piece } = slide;
  return [
    kind,
    dense ? 'dense' : '',
    piece ? `${piece.n}/${piece.of}` : '',
    ...items.map((item) => item.id),
  ].join(' ');
}

/** All that laying out needs beside the items. */
export interface LayoutContext {
  brief: VisibleBrief;
  audience: Audience;
  wording: Wording;
  /** The topics of what may be in the decks, in the order of the story. */
  topics: readonly string[];
  /** Kinds of slide that the length allows. */
  allowed: readonly SlideKind[];
  minimumSeconds: Readonly<Record<SlideKind, number>>;
  /** What stands under the bottom line, in every length. */
  lead: readonly Item[];
  reckon: Reckoning;
  /** Keys of slides that were measured and do not fit: they are set in another way. */
  overflowing: ReadonlySet<string>;
}

/** What items take, each reckoned once for all lengths. */
export interface Reckoning {
  /** Seconds to say an item. */
  seconds(item: Item): number;
  /** Height of an item as a row, or as the headline of its slide. */
  room(item: Item, asHeadline: boolean): number;
}

export function reckoning(wording: Wording): Reckoning {
  const seconds = new Map<Item, number>();
  const rooms = [new Map<Item, number>(), new Map<Item, number>()] as const;
  const once = (known: Map<Item, number>, item: Item, reckon: () => number) => {
    const value = known.get(item) ?? reckon();
    known.set(item, value);
    return value;
  };
  return {
    seconds: (item) => once(seconds, item, () => secondsFor(spokenFor(item, wording), wording)),
    room: (item, asHeadline) =>
      once(rooms[asHeadline ? 1 : 0], item, () => kindOf(item).room?.(item, wording, asHeadline) ?? CONTENT),
  };
}

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

type Draft = Omit<SlidePlan, 'seconds' | 'dense'>;
type SetDraft = Omit<SlidePlan, 'seconds'>;

/** The slides that show these items. Sources are added later: they follow from what is on the slides. */
export function layOut(chosen: readonly Item[], context: LayoutContext): SlidePlan[] {
  const { allowed, audience, lead } = context;
  const rest = chosen.filter((item) => !lead.includes(item));
  const besides = besideCharts(rest, context);
  const parts: Readonly<Record<Part, () => Draft[]>> = {
    story: () => story(rest, besides, context),
    timeline: () => timeline(rest, context),
    judgments: () => assertions('judgments', only(rest, 'judgment'), context),
    outlook: () => listed('outlook', only(rest, 'indicator'), context),
    people: () => listed('people', only(rest, 'person'), context),
  };
  const drafts: Draft[] = [
    ...(allowed.includes('title') ? [{ kind: 'title' as const, items: [] }] : []),
    { kind: 'bottom-line' as const, items: lead },
    ...audience.order.flatMap((part) => withOpeners(parts[part](), part, allowed)),
    ...only(rest, 'question').map((item: QuestionItem) => ({ kind: 'question' as const, items: [item] })),
    ...dataSlides(rest, context),
  ];
  return drafts
    .flatMap((draft) => settle(draft, context))
    .map((draft) => ({ ...draft, seconds: secondsOf(draft, context) }));
}

/**
 * A slide as it fits: as it is; else set closer; else its one item's text over several slides, cut between sentences.
 * What fits in no way stays as it is closest, for the measuring to name.
 */
function settle(draft: Draft, { overflowing, wording }: LayoutContext): SetDraft[] {
  const fits = (slide: SetDraft) => !overflowing.has(slideKey(slide));
  const plain = { ...draft, dense: false };
  if (fits(plain)) return [plain];
  const dense = { ...draft, dense: true };
  const [item] = draft.items;
  if (fits(dense) || !item || draft.items.length > 1) return [dense];
  for (let of = 2; of <= cutsOf(item, wording); of++) {
    const pieces = Array.from({ length: of }, (_, i): SetDraft => {
      return { ...dense, part: draft.part ?? { n: i + 1, of }, piece: { n: i + 1, of } };
    });
    if (pieces.every(fits)) return pieces;
  }
  return [dense];
}

/** Into how many parts an item can be cut at most: sentences of a text, rows of a comparison. */
function cutsOf(item: Item, wording: Wording): number {
  const { longRows, longText } = kindOf(item);
  const text = longText?.(item, wording) ?? '';
  return longRows?.(item.data) ?? sentencesOf(text, wording.locale.language).length;
}

/** Seconds of a slide: its spoken words at the language's pace, and no less than its kind's minimum. */
function secondsOf(draft: SetDraft, context: LayoutContext): number {
  if (!SLIDES[draft.kind].isTimed) return 0;
  const { brief, wording, reckon } = context;
  let seconds = draft.items.reduce((sum, item) => sum + reckon.seconds(item), 0) / (draft.piece?.of ?? 1);
  if (draft.kind === 'title') seconds += secondsFor(spokenForTitle(brief, wording), wording);
  if (draft.kind === 'bottom-line') seconds += secondsFor(spokenForBottomLine(brief, wording), wording);
  return Math.ceil(Math.max(context.minimumSeconds[draft.kind], seconds));
}

function only<T extends Item['type']>(items: readonly Item[], type: T): Extract<Item, { type: T }>[] {
  return items
    .filter((item): item is Extract<Item, { type: T }> => item.type === type)
    .sort((a, b) => a.order - b.order);
}

/** The claims that stand beside each chart: those of the deck that it names, as many as fit. */
function besideCharts(items: readonly Item[], { overflowing }: LayoutContext): Map<ChartItem, ClaimItem[]> {
  const claims = new Map(only(items, 'claim').map((claim) => [claim.id, claim]));
  const isOverflowing = (chart: ChartItem, beside: readonly ClaimItem[]) =>
    overflowing.has(slideKey({ kind: 'chart', items: [chart, ...beside], dense: false }));
  return new Map(
    only(items, 'chart').map((chart) => {
      const beside = (chart.data.beside ?? []).flatMap((id) => claims.get(id) ?? []);
      while (beside.length > 0 && isOverflowing(chart, beside)) beside.pop();
      return [chart, beside];
    }),
  );
}

/** Claims, charts and quotes, topic by topic, in the order in which the story first names the topics. */
function story(
  items: readonly Item[],
  besides: ReadonlyMap<ChartItem, readonly ClaimItem[]>,
  context: LayoutContext,
): Draft[] {
  const shown = new Set([...besides.values()].flat());
  const topicOf = (item: Item) => item.data.topics[0] ?? '';
  const drafts: Draft[] = [];
  let singles: ClaimItem[] = [];
  const flush = () => {
    drafts.push(
      ...assertions(
        'claims',
        singles,
        context,
        singles.length === 1 ? singles[0]?.data.topics[0] : undefined,
      ),
    );
    singles = [];
  };
  for (const topic of context.topics) {
    const claims = only(items, 'claim').filter((claim) => topicOf(claim) === topic && !shown.has(claim));
    const others = [
      ...only(items, 'chart').filter((chart) => chart.data.kind !== 'timeline' && topicOf(chart) === topic),
      ...only(items, 'comparison').filter((comparison) => topicOf(comparison) === topic),
      ...only(items, 'image').filter((image) => topicOf(image) === topic),
      ...only(items, 'quote').filter((quote) => topicOf(quote) === topic),
    ];
    const [single] = claims;
    if (claims.length === 1 && single && !isBigNumber(single, context)) {
      // A claim alone on its topic shares a slide with its like rather than fill one with emptiness.
      singles.push(single);
      if (others.length > 0) flush();
    } else {
      if (claims.length > 0) flush();
      if (claims.length === 1) drafts.push({ kind: 'big-number', items: claims, topic: topic || undefined });
      else drafts.push(...assertions('claims', claims, context, topic || undefined));
    }
    if (others.length > 0) flush();
    drafts.push(
      ...others.map((item) => ({
        kind: item.type === 'image' ? ('picture' as const) : item.type,
        items: [item, ...(item.type === 'chart' ? (besides.get(item) ?? []) : [])],
        topic: topic || undefined,
      })),
    );
  }
  flush();
  return drafts;
}

/** A claim that opens with its number and matters enough to stand alone. */
function isBigNumber(claim: ClaimItem, { audience, allowed }: LayoutContext): boolean {
  const [first] = measuresIn(claim.data.text);
  return (
    allowed.includes('big-number') &&
    scoreOf(claim, audience) >= 4 &&
    first !== undefined &&
    claim.data.text.startsWith(`{${first}}`)
  );
}

/** Types of item that the story is told with. */
const STORY: ReadonlySet<Item['type']> = new Set(['claim', 'chart', 'comparison', 'image', 'quote']);

/** Topics in the order of the story. What an audience may not see has no say in it. */
export function topicOrder(items: readonly Item[]): string[] {
  const ofStory = items.filter(({ type }) => STORY.has(type)).sort((a, b) => a.order - b.order);
  return [...new Set([...ofStory.flatMap((item) => item.data.topics[0] ?? []), ''])];
}

/** Slides whose headline is the most important of their items, with the others under it. */
function assertions<T extends ClaimItem | JudgmentItem>(
  kind: 'claims' | 'judgments',
  items: readonly T[],
  context: LayoutContext,
  topic?: string,
): Draft[] {
  const draftOf = (group: readonly T[]): Draft & { items: readonly T[] } => {
    const [headline] = rank(group, context.audience);
    return {
      kind,
      topic,
      items: [...group.filter((i) => i === headline), ...group.filter((i) => i !== headline)],
    };
  };
  const fits = (group: readonly T[]) => {
    const draft = draftOf(group);
    return (
      seemsToFit(draft.items, SLIDES[kind].most, context.reckon.room, 0, draft.items[0]) &&
      isNotOverflowing(draft, context)
    );
  };
  return numbered(divide(items, fits).map(draftOf));
}

/** Slides with a headline of their own and their items as rows. */
function listed<T extends EventItem | IndicatorItem | PersonItem>(
  kind: 'timeline' | 'outlook' | 'people',
  items: readonly T[],
  context: LayoutContext,
): Draft[] {
  const fixed = headlineRoom(context.wording.locale.words[kind]);
  const fits = (group: readonly T[]) =>
    seemsToFit(group, SLIDES[kind].most, context.reckon.room, fixed) &&
    isNotOverflowing({ kind, items: group }, context);
  return numbered(divide(items, fits).map((group) => ({ kind, items: group })));
}

/** A slide with one item may be a overflowing slide: it is settled on its own. */
function isNotOverflowing(draft: Draft, { overflowing }: LayoutContext): boolean {
  return draft.items.length === 1 || !overflowing.has(slideKey({ ...draft, dense: false }));
}

function timeline(items: readonly Item[], context: LayoutContext): Draft[] {
  const charts: ChartItem[] = only(items, 'chart').filter((chart) => chart.data.kind === 'timeline');
  return [
    ...charts.map((chart) => ({ kind: 'chart' as const, items: [chart] })),
    ...listed('timeline', only(items, 'event'), context),
  ];
}

/** The data behind each chart, for an audience that sees full sourcing. A timeline's data are its events. */
function dataSlides(items: readonly Item[], { allowed, audience }: LayoutContext): Draft[] {
  if (audience.sourcing !== 'full' || !allowed.includes('data')) return [];
  return only(items, 'chart')
    .filter((chart) => chart.data.kind !== 'timeline')
    .map((chart) => ({ kind: 'data' as const, items: [chart] }));
}

function numbered(drafts: Draft[]): Draft[] {
  return drafts.length < 2
    ? drafts
    : drafts.map((draft, i) => ({ ...draft, part: { n: i + 1, of: drafts.length } }));
}
