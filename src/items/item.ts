/** What an item is to every later stage, and what each type of item has to say of itself. */
import type { ItemList } from '../load/references.js';
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
import type { ItemType, Marking, Part, SlideKind } from '../load/vocabulary.js';
import type { VisibleBrief } from '../visible/visible.js';
import type { Hedge } from '../words/hedges.js';
import type { Wording } from '../words/texts.js';

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

/** What a reader must find of an item: its words, and what hedges them. */
export interface Statement {
  texts: readonly string[];
  hedges: readonly Hedge[];
}

/** The texts of an item, by how they are put into words. */
export interface ShownTexts {
  /** `{name}` is a measure, acronyms may be spelt out. */
  texts: readonly string[];
  /** In the words of the audience; a brace is a brace. */
  named?: readonly string[];
  /** As they are: names, and words of somebody else. */
  verbatim?: readonly string[];
}

/** A type of item. Everything that differs from type to type is here; stages look it up. */
export interface ItemKind<I extends Item> {
  type: I['type'];
  /** The list of the brief that holds such items. */
  list: ItemList;
  /** The part of a deck that such an item belongs to; none for what is outside the time. */
  part: Part | undefined;
  /** Slide kinds of which a length must allow one. */
  slides: readonly SlideKind[];
  /** Measures that it shows through other items. */
  measuresOfOthers?(data: I['data'], brief: VisibleBrief): string[];
  /** Texts by which it says what it says. */
  shown(data: I['data']): ShownTexts;
  /** What the speaker says, where the brief has no notes for it. */
  spoken(item: I, wording: Wording): string;
  /** Pixels that it takes as a row, or as the headline of its slide; all of the slide where this is left out. */
  room?(item: I, wording: Wording, asHeadline: boolean): number;
  /** The text that may go on over several slides. */
  longText?(item: I, wording: Wording): string;
  /** Rows that may go on over several slides, where it is no text. */
  longRows?(data: I['data']): number;
  /** What must be read on its slide, made from the brief itself and not from what was composed. */
  statement(item: I, brief: VisibleBrief, wording: Wording): Statement;
}
