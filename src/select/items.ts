/** A brief as one list of items to choose from, each with its computed marking. */

import { measuresNamedIn } from '../load/names.js';
import type { LISTS } from '../load/references.js';
import type {
  Chart,
  Claim,
  Comparison,
  Event,
  Image,
  Indicator,
  Judgment,
  Person,
  Question,
  Quote,
} from '../load/schema.js';
import { highestMarking, type ItemType, type Marking } from '../load/vocabulary.js';
import type { VisibleBrief } from '../visible/visible.js';
import { measuresIn } from '../words/hedges.js';

type List = (typeof LISTS)[number];

interface ItemOf<T extends ItemType, D> {
  type: T;
  id: string;
  data: D;
  /** As it was computed: never below that of what the item names. */
  marking: Marking;
  /** Names of the measures that it shows or that its speaker says. */
  measures: readonly string[];
  /** Place in the story: that of the file. */
  order: number;
}

export type ClaimItem = ItemOf<'claim', Claim>;
export type ChartItem = ItemOf<'chart', Chart>;
export type ComparisonItem = ItemOf<'comparison', Comparison>;
export type ImageItem = ItemOf<'image', Image>;
export type QuoteItem = ItemOf<'quote', Quote>;
export type EventItem = ItemOf<'event', Event>;
export type JudgmentItem = ItemOf<'judgment', Judgment>;
export type IndicatorItem = ItemOf<'indicator', Indicator>;
export type PersonItem = ItemOf<'person', Person>;
export type QuestionItem = ItemOf<'question', Question>;
export type Item =
  | ClaimItem
  | ChartItem
  | ComparisonItem
  | ImageItem
  | QuoteItem
  | EventItem
  | JudgmentItem
  | IndicatorItem
  | PersonItem
  | QuestionItem;

const known = new WeakMap<VisibleBrief, readonly Item[]>();

/** Every item of the brief, in the order of the story: the same ones at every call. */
export function itemsOf(brief: VisibleBrief): readonly Item[] {
  const items = known.get(brief) ?? listItems(brief);
  known.set(brief, items);
  return items;
}

function listItems(brief: VisibleBrief): Item[] {
  let order = 0;
  const make = <
    T extends ItemType,
    D extends Claim | Chart | Comparison | Image | Quote | Event | Judgment | Indicator | Person | Question,
  >(
    type: T,
    list: List,
    data: D,
    measures: readonly string[] = [],
  ): ItemOf<T, D> => ({
    type,
    id: data.id ?? idOf(data),
    data,
    measures: [...new Set([...measuresNamedIn(data, [list, 0]), ...measures])],
    order: order++,
    marking: data.marking ?? brief.marking,
  });
  const events = brief.events.map((event) => make('event', 'events', event));
  const claims = brief.claims.map((claim) => make('claim', 'claims', claim));
  const images = brief.images.map((image) => make('image', 'images', image));
  return [
    ...claims,
    ...brief.charts.map((chart) => make('chart', 'charts', chart)),
    ...brief.comparisons.map((comparison) => {
      const ids = [...comparison.left.claims, ...comparison.right.claims];
      const shown = claims.filter(({ id }) => ids.includes(id));
      return make(
        'comparison',
        'comparisons',
        comparison,
        shown.flatMap((claim) => claim.measures),
      );
    }),
    ...images,
    ...brief.quotes.map((quote) => make('quote', 'quotes', quote)),
    ...events,
    ...brief.judgments.map((judgment) => make('judgment', 'judgments', judgment)),
    ...brief.indicators.map((indicator) => make('indicator', 'indicators', indicator)),
    ...brief.people.map((person) => make('person', 'people', person)),
    ...brief.questions.map((question) => make('question', 'questions', question)),
  ];
}

/** The marking of the bottom line, with what it uses. */
export function bottomLineMarking(brief: VisibleBrief): Marking {
  return brief.bottomLine.marking ?? brief.marking;
}

/** The marking of what names the deck and its maker: title, subtitle, notice and author. */
export function titleMarking(brief: VisibleBrief): Marking {
  const { title, subtitle, notice, author } = brief;
  const ofMeasures = measuresIn(subtitle).map((name) => brief.measures[name]?.marking ?? 'TLP:RED');
  const hasOthers = [subtitle, notice, author].some((text) => text !== undefined);
  return highestMarking([
    title.marking ?? brief.marking,
    ...(hasOthers ? [brief.marking] : []),
    ...ofMeasures,
  ]);
}

/** People need no id of their own: their name makes one. */
function idOf(data: object): string {
  const name = 'name' in data ? String(data.name) : '';
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  return `person-${slug.replace(/^-|-$/g, '')}`;
}

/** The texts by which an item says what it says. */
export function textsOf(item: Item): string[] {
  switch (item.type) {
    case 'claim':
    case 'event':
    case 'quote':
    case 'judgment':
      return [item.data.text];
    case 'indicator':
      return [item.data.text, ...(item.data.means === undefined ? [] : [item.data.means])];
    case 'question':
      return [item.data.q, item.data.a];
    case 'person':
      return [item.data.name, item.data.role];
    case 'image':
      return [item.data.headline, ...(item.data.places ?? []).map(({ name }) => name)].filter(
        (text) => text !== undefined,
      );
    case 'comparison':
      return [item.data.headline, item.data.left.title, item.data.right.title];
    case 'chart':
      return [item.data.headline, ...(item.data.subtitle === undefined ? [] : [item.data.subtitle])];
  }
}
