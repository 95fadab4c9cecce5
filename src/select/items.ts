/** A brief as one list of items to choose from, each with its computed marking. */
import type {
  Brief,
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
  SourceRef,
} from '../load/schema.js';
import { highestMarking, type ItemType, type Marking } from '../load/terms.js';
import { measuresIn } from '../words/hedges.js';

interface ItemOf<T extends ItemType, D> {
  type: T;
  id: string;
  data: D;
  /** Its own marking, or the brief's, and never below that of a measure, source or event it uses. */
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

/** Every item of the brief, in the order of the story. */
export function itemsOf(brief: Brief): Item[] {
  const marks = markingsOf(brief);
  let order = 0;
  const make = <
    T extends ItemType,
    D extends Claim | Chart | Comparison | Image | Quote | Event | Judgment | Indicator | Person | Question,
  >(
    type: T,
    data: D,
    used: { measures?: readonly string[]; others?: readonly Marking[] } = {},
  ): ItemOf<T, D> => {
    const measures = [...new Set([...(used.measures ?? []), ...measuresIn(data.notes)])];
    return {
      type,
      id: data.id ?? idOf(data),
      data,
      measures,
      order: order++,
      marking: highestMarking([
        data.marking ?? brief.marking,
        ...marks.ofSources(data.sources),
        ...measures.map(marks.ofMeasure),
        ...(used.others ?? []),
      ]),
    };
  };
  const events = brief.events.map((event) =>
    make('event', event, { measures: measuresIn(event.text, event.attribution, event.caveat) }),
  );
  const claims = brief.claims.map((claim) =>
    make('claim', claim, { measures: measuresIn(claim.text, claim.attribution, claim.caveat) }),
  );
  const images = brief.images.map((image) =>
    make('image', image, { measures: measuresIn(image.headline, image.attribution, image.caveat) }),
  );
  return [
    ...claims,
    ...brief.charts.map((chart) =>
      make('chart', chart, {
        measures: [
          ...measuresIn(chart.headline, chart.subtitle, chart.attribution, chart.caveat),
          ...(chart.data ?? []).flatMap((datum) => datum.measure ?? []),
        ],
        others: events.filter((event) => chart.events?.includes(event.id)).map((event) => event.marking),
      }),
    ),
    ...brief.comparisons.map((comparison) => {
      const { headline, left, right } = comparison;
      const shown = claims.filter(({ id }) => [...left.claims, ...right.claims].includes(id));
      return make('comparison', comparison, {
        measures: [
          ...measuresIn(headline, left.title, right.title),
          ...shown.flatMap((claim) => claim.measures),
        ],
        others: shown.map((claim) => claim.marking),
      });
    }),
    ...images,
    ...brief.quotes.map((quote) =>
      make('quote', quote, {
        measures: measuresIn(quote.attribution, quote.caveat),
        others: images.filter(({ id }) => id === quote.portrait).map((image) => image.marking),
      }),
    ),
    ...events,
    ...brief.judgments.map((judgment) =>
      make('judgment', judgment, { measures: measuresIn(judgment.text, judgment.caveat) }),
    ),
    ...brief.indicators.map((indicator) =>
      make('indicator', indicator, { measures: measuresIn(indicator.text, indicator.means) }),
    ),
    ...brief.people.map((person) => make('person', person)),
    ...brief.questions.map((question) =>
      make('question', question, { measures: measuresIn(question.q, question.a) }),
    ),
  ];
}

/** The marking of what stands in every deck: bottom line, title, and the measures and sources they use. */
export function bottomLineMarking(brief: Brief): Marking {
  const marks = markingsOf(brief);
  const { text, attribution, caveat, notes, sources, marking } = brief.bottomLine;
  return highestMarking([
    marking ?? brief.marking,
    ...marks.ofSources(sources),
    ...measuresIn(text, attribution, caveat, notes, brief.title, brief.subtitle).map(marks.ofMeasure),
  ]);
}

/** Markings of sources and measures: none is below that of what it was learned from. */
export function markingsOf(brief: Brief) {
  const ofSource = (id: string, seen: readonly string[] = []): Marking => {
    const source = brief.sources[id];
    if (!source || seen.includes(id)) return 'TLP:CLEAR';
    const own = source.marking ?? brief.marking;
    return source.citedIn === undefined
      ? own
      : highestMarking([own, ofSource(source.citedIn, [...seen, id])]);
  };
  const ofSources = (refs: readonly SourceRef[]) => refs.map((ref) => ofSource(ref.id));
  const ofMeasure = (name: string): Marking => {
    const measure = brief.measures[name];
    return measure
      ? highestMarking([measure.marking ?? brief.marking, ...ofSources(measure.sources)])
      : 'TLP:CLEAR';
  };
  return { ofSource, ofSources, ofMeasure };
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
