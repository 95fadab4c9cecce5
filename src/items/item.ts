/** What an item is to every later stage, and what each type of item has to say of itself. */
import type { z } from 'zod';
import type { SourceRef } from '../load/fields.js';
import type { Locale } from '../load/locale.js';
import type { Marking, Status } from '../load/vocabulary.js';
import type { Hedge, Labelled } from '../words/hedges.js';
import type { Lead, Wording } from '../words/texts.js';

/** What every item of a brief holds; the hedge is that of items which have one. */
export interface ItemData {
  id?: string | undefined;
  importance: number;
  topics: readonly string[];
  marking?: Marking | undefined;
  sources: readonly SourceRef[];
  notes?: string | undefined;
  review?: true | undefined;
  status?: Status;
  attribution?: string | undefined;
  caveat?: string | undefined;
  /** Values that it draws, each with a status of its own where it has one. */
  data?: readonly Labelled[] | undefined;
}

export interface ItemOf<T extends string = string, D extends ItemData = ItemData> {
  type: T;
  id: string;
  data: D;
  /** As it was computed: never below that of what the item names. */
  marking: Marking;
  /** Names of the measures that it shows or that its speaker says. */
  measures: readonly string[];
  /** Its own, and those of what it shows of others. */
  sources: readonly SourceRef[];
  /** Place in the story: that of the file. */
  order: number;
  /** When it was so, in UTC milliseconds: its own date, else that of its newest number, else of its newest source; 0 where none is known. */
  asOf: number;
  /** The best grade of its sources; `G7`, below all grades, where none has one. */
  grade: string;
}

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

/** The texts of an item in the words of an audience, and what hedges it. */
export interface ItemWords {
  /** As `shown` gives them: those with measures, then those as they are, then those in the words of the audience. */
  says: readonly string[];
  hedges: readonly Hedge[];
}

/** An item in the words of an audience, and what it takes to say and to show. */
export interface WordedItem extends ItemWords {
  /** A number that opens it, to stand large beside the rest. */
  split: { lead: Lead; rest: string } | undefined;
  /** What the speaker says, and how many seconds that takes. */
  said: string;
  seconds: number;
  /** Pixels that it takes as a row, and as the headline of its slide. */
  row: number;
  headline: number;
  /** Into how many slides it can be cut at most: by the sentences of a text, or by rows. */
  cuts: number;
}

/** A brief in the words of an audience, each of its items put into words once. */
export interface BriefWords {
  wording: Wording;
  title: { text: string; subtitle: string | undefined; said: string; seconds: number };
  bottomLine: { text: string; hedges: readonly Hedge[]; said: string; seconds: number };
  of(item: ItemOf): WordedItem;
}

/** A part of a deck between title and sources: the story, or one that is called by a word of the locale. */
export type PartName = 'story' | keyof Locale['words'];

/**
 * A type of item. Everything that differs from type to type is here; stages look it up. `B` is what it has to know of
 * the rest of the brief.
 */
export interface ItemKind<
  T extends string,
  L extends string,
  S extends z.ZodType<ItemData>,
  P extends PartName | undefined,
  K extends string,
  B = unknown,
> {
  type: T;
  /** The list of the brief that holds such items. */
  list: L;
  /** Its fields in a brief. */
  schema: S;
  /** Of two items that matter equally, that of the lower number goes first. */
  precedence: number;
  /** The part of a deck that such an item belongs to; none for what is outside the time. */
  part: P;
  /** The kind of slide that a length must allow for it. */
  slide: K;
  /** One on a slide; as rows under a heading; or as rows under the most important of them. */
  arranged: 'alone' | 'rows' | 'headline';
  /** Fields that state something, which the rules hold to its sources. */
  stated?: readonly string[];
  /** The claims that it shows: their measures and sources are its own. */
  claimsShown?(data: z.output<S>, brief: B): readonly ItemData[];
  /** Other items that it is drawn from: their sources are its own. */
  drawnFrom?(data: z.output<S>, brief: B): readonly ItemData[];
  /** Texts by which it says what it says. */
  shown(data: z.output<S>): ShownTexts;
  /** Texts whose measures it answers for, where those are others than it shows. */
  answersFor?(data: z.output<S>): readonly (string | undefined)[];
  /** A number that opens it, to stand large beside the rest. */
  split?(data: z.output<S>, wording: Wording): WordedItem['split'];
  /** What the speaker says, where the brief has no notes for it. */
  spoken(data: z.output<S>, words: ItemWords, wording: Wording): string;
  /** Pixels that it takes as a row, or as the headline of its slide; all of the slide where this is left out. */
  room?(data: z.output<S>, words: ItemWords, wording: Wording, asHeadline: boolean): number;
  /** The text that may go on over several slides. */
  longText?(words: ItemWords): string | undefined;
  /** Rows that may go on over several slides, where it is no text. */
  longRows?(data: z.output<S>): number;
  /** What must be read on its slide, made from the brief itself and not from what was composed. */
  statement(item: ItemOf<T, z.output<S>>, brief: B, wording: Wording): Statement;
}

/** Gives a type of item the types of its parts. */
export function itemKind<
  const T extends string,
  const L extends string,
  S extends z.ZodType<ItemData>,
  const P extends PartName | undefined,
  const K extends string,
  B = unknown,
>(kind: ItemKind<T, L, S, P, K, B>): ItemKind<T, L, S, P, K, B> {
  return kind;
}
