/** What every kind of slide is composed from, and the helpers that several of them share. */
import type { RowContext } from '../compose/rows.js';
import type { Frame, SlideLink } from '../compose/view.js';
import type { ItemOf, PartName } from '../items/item.js';
import { fill } from '../load/locale.js';
import type { Table } from '../load/table.js';
import { divide } from '../select/room.js';
import { formatDate } from '../words/dates.js';
import { inVocabulary, type Piece } from '../words/texts.js';

export interface SlideContext extends RowContext {
  tables: ReadonlyMap<string, Table>;
  /** Keys of slides that were measured and do not fit. */
  overflowing: ReadonlySet<string>;
}

/** The fields that all slides have, made once for each. */
export type SlideFrame = Omit<Frame, 'kind' | 'kicker'>;

/** A planned slide, of whatever kind. */
export interface PlannedSlide {
  /** What it shows, in order; the first is the headline where the kind has one of its items as headline. */
  items: readonly ItemOf[];
  /** The topic that its items share, where they share one. */
  topic?: string | undefined;
  /** The part of the deck that a section slide opens. */
  opens?: PartName | undefined;
  /** Which of how many slides that say one thing: `2` of `3`. */
  part?: Piece | undefined;
}

/** A planned slide and what it is composed from. */
export interface SlideParts {
  slide: PlannedSlide;
  frame: SlideFrame;
  context: SlideContext;
}

/** A kind of slide: `V` are the fields that its template gets. */
export interface SlideKindOf<V extends Frame> {
  kind: V['kind'];
  /** Most items on one, however short they are: one idea a slide. */
  most: number;
  /** Whether it counts in the time. */
  isTimed: boolean;
  /** What it takes at least, where `lengths.yaml` does not say it. */
  seconds: number;
  /** Lengths of so many minutes and more have it, though they do not name it; without this, only those that do. */
  fromMinutes?: number;
  /** The slide of a plan; several where a table is longer than a slide. */
  compose(parts: SlideParts): readonly V[];
}

/** Something made of each item of a type on a slide. */
export function eachOf<I extends ItemOf, R>(
  { slide }: SlideParts,
  type: I['type'],
  make: (item: I) => R,
): R[] {
  return slide.items.flatMap((item) => (item.type === type ? [make(item as I)] : []));
}

/** `Judgments (2 of 3)`, where several slides say one thing. */
export function kickerOf(name: string, { slide: { part }, context: { wording } }: SlideParts): string {
  const { continued } = wording.locale.words;
  return part ? fill(continued, { name, n: String(part.n), all: String(part.of) }) : name;
}

/** What the topic of a slide is called. */
export function topicOf(parts: SlideParts): string {
  const { brief, wording } = parts.context;
  const name = brief.topics[parts.slide.topic ?? ''] ?? wording.locale.words.situation;
  return kickerOf(inVocabulary(name, wording), parts);
}

/** `As of 2 March 2026`. */
export function asOfIn({ brief, wording: { locale } }: SlideContext): string {
  return fill(locale.words.asOf, { date: formatDate(brief.asOf, locale) });
}

/** The slide that a backup slide is about, where this deck has it. */
export function linkBack(id: string | undefined, { slideOf, wording }: SlideContext): SlideLink | undefined {
  const n = slideOf.get(id ?? '');
  return n === undefined ? undefined : { n, label: fill(wording.locale.words.back, { n: String(n) }) };
}

/** A name with the number of one of several slides, where there are several. */
export function continued(name: string, i: number, of: number, { wording }: SlideContext): string {
  return of === 1 ? name : fill(wording.locale.words.continued, { name, n: String(i + 1), all: String(of) });
}

/** Divides the rows of a table among slides: no more on one than `most`, and than was measured to fit. */
export function inSlides<T>(
  rows: readonly T[],
  most: number,
  keyOf: (rows: readonly T[]) => string,
  { overflowing }: SlideContext,
): T[][] {
  return divide(rows, (part) => part.length <= most && !overflowing.has(keyOf(part)));
}

/** The part of a list that one of several slides shows; the same rows of two lists stand side by side. */
export function inPiece<T>(list: readonly T[], piece: Piece | undefined): readonly T[] {
  if (!piece) return list;
  const rows = Math.ceil(list.length / piece.of);
  return list.slice((piece.n - 1) * rows, piece.n * rows);
}
