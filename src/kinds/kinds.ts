/**
 * Every type of item and every kind of slide. Each is described in a file of its own; its line here makes it known to
 * the schema, the plans, the slides and the rules.
 */
import type { z } from 'zod';
import { chart } from '../items/chart.js';
import { claim } from '../items/claim.js';
import { comparison } from '../items/comparison.js';
import { decision } from '../items/decision.js';
import { event } from '../items/event.js';
import { image } from '../items/image.js';
import { indicator } from '../items/indicator.js';
import type { ItemOf } from '../items/item.js';
import { judgment } from '../items/judgment.js';
import { option } from '../items/option.js';
import { person } from '../items/person.js';
import { question } from '../items/question.js';
import { quote } from '../items/quote.js';
import { rivals } from '../items/rivals.js';
import { list } from '../load/fields.js';
import { bigNumberSlide } from '../slides/big-number.js';
import { bottomLineSlide } from '../slides/bottom-line.js';
import { chartSlide } from '../slides/chart.js';
import { claimsSlide } from '../slides/claims.js';
import { comparisonSlide } from '../slides/comparison.js';
import { dataSlide } from '../slides/data.js';
import { decisionSlide } from '../slides/decision.js';
import { findingsSlide } from '../slides/findings.js';
import { judgmentsSlide } from '../slides/judgments.js';
import { optionSlide } from '../slides/option.js';
import { outlookSlide } from '../slides/outlook.js';
import { peopleSlide } from '../slides/people.js';
import { pictureSlide } from '../slides/picture.js';
import { questionSlide } from '../slides/question.js';
import { quoteSlide } from '../slides/quote.js';
import { rivalsSlide } from '../slides/rivals.js';
import { sectionSlide } from '../slides/section.js';
import type { SlideKindOf } from '../slides/slide-kind.js';
import { sourcesSlide } from '../slides/sources.js';
import { timelineSlide } from '../slides/timeline.js';
import { titleSlide } from '../slides/title.js';

/** Types of item, in the order in which their lists stand in a brief. */
const ITEMS = [
  claim,
  quote,
  event,
  judgment,
  indicator,
  question,
  person,
  chart,
  rivals,
  comparison,
  image,
  option,
  decision,
] as const satisfies readonly { slide: SlideKind }[];

/** Kinds of slide, each with a layout of its own in `templates/slides/`. */
const SLIDE_LIST = [
  titleSlide,
  sectionSlide,
  bottomLineSlide,
  claimsSlide,
  bigNumberSlide,
  chartSlide,
  rivalsSlide,
  comparisonSlide,
  quoteSlide,
  pictureSlide,
  timelineSlide,
  judgmentsSlide,
  outlookSlide,
  peopleSlide,
  optionSlide,
  decisionSlide,
  sourcesSlide,
  questionSlide,
  dataSlide,
  findingsSlide,
] as const;

type Kinds = (typeof ITEMS)[number];

export type ItemType = Kinds['type'];
/** A list of a brief that holds items. */
export type ItemList = Kinds['list'];
/** A part of a deck between title and sources. */
export type Part = NonNullable<Kinds['part']>;

type ItemsByType = { [K in Kinds as K['type']]: ItemOf<K['type'], z.output<K['schema']>> };
export type Item = ItemsByType[ItemType];

/** The lists of a brief whose items have ids, in the order of the file. */
export const LISTS: readonly ItemList[] = ITEMS.map((kind) => kind.list);

/** What a part of a brief may name by its id. */
export type Referent = 'source' | 'measure' | ItemType;

/** Where the parts stand that may be named. */
export const PLACES = {
  source: 'sources',
  measure: 'measures',
  ...Object.fromEntries(ITEMS.map((kind) => [kind.type, kind.list])),
} as { source: 'sources'; measure: 'measures' } & { [K in Kinds as K['type']]: K['list'] };

/** The fields of a brief that hold its items. */
export const listFields = Object.fromEntries(
  ITEMS.map((kind) => [kind.list, list(kind.schema).default([])]),
) as { [K in Kinds as K['list']]: z.ZodDefault<z.ZodArray<K['schema']>> };

/** Types of item in the order in which they stand in a story that nobody ordered. */
export const ITEM_KINDS = [...ITEMS].sort((a, b) => a.precedence - b.precedence);
export const ITEM_TYPES = ITEM_KINDS.map(({ type }) => type);

/** Parts of a deck between title and sources; an audience says in which order it wants them. */
export const PARTS: readonly Part[] = [...new Set(ITEM_KINDS.flatMap(({ part }) => part ?? []))];

type SlideDescriptor = (typeof SLIDE_LIST)[number];
/** A slide with the fields of its kind. */
export type Slide = SlideDescriptor extends infer D ? (D extends SlideKindOf<infer V> ? V : never) : never;
export type SlideKind = SlideDescriptor['kind'];

export const SLIDES = Object.fromEntries(SLIDE_LIST.map((slide) => [slide.kind, slide])) as unknown as {
  readonly [D in SlideDescriptor as D['kind']]: D;
};
export const SLIDE_KINDS: readonly SlideKind[] = SLIDE_LIST.map(({ kind }) => kind);
