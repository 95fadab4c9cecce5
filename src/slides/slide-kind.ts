/** What every kind of slide is composed from, and the helpers that several of them share. */
import type { RowContext } from '../compose/rows.js';
import type { Slide, SlideLink } from '../compose/slide.js';
import type { Item } from '../items/item.js';
import { fill } from '../load/locale.js';
import type { Table } from '../load/table.js';
import type { SlideKind } from '../load/vocabulary.js';
import type { Plan } from '../select/plan.js';
import { divide } from '../select/room.js';
import type { SlidePlan } from '../select/slide-plan.js';
import { formatDate } from '../words/dates.js';
import { inVocabulary } from '../words/texts.js';

export interface SlideContext extends RowContext {
  plan: Plan;
  tables: ReadonlyMap<string, Table>;
  /** Keys of slides that were measured and do not fit. */
  overflowing: ReadonlySet<string>;
}

/** The fields that all slides have, made once for each. */
export type SlideFrame = Pick<
  Slide,
  'number' | 'key' | 'dense' | 'marking' | 'footnote' | 'foot' | 'seconds' | 'endsAt' | 'items' | 'notes'
>;

/** A planned slide and what it is composed from. */
export interface SlideParts {
  slide: SlidePlan;
  frame: SlideFrame;
  context: SlideContext;
}

/** Composes the slide of a plan; several where a table is longer than a slide. */
export interface SlideComposer<K extends SlideKind> {
  kind: K;
  compose(parts: SlideParts): readonly Extract<Slide, { kind: K }>[];
}

/** Something made of each item of a type on a slide. */
export function eachOf<T extends Item['type'], R>(
  { slide }: SlideParts,
  type: T,
  make: (item: Extract<Item, { type: T }>) => R,
): R[] {
  return slide.items.flatMap((item) =>
    item.type === type ? [make(item as Extract<Item, { type: T }>)] : [],
  );
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
