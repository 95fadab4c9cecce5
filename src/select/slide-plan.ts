/** A slide of a plan, and all that laying out needs to know. */

import type { WordedBrief } from '../items/worded.js';
import type { Item, SlideKind } from '../kinds/kinds.js';
import type { Audience } from '../load/profiles.js';
import type { PlannedSlide } from '../slides/slide-kind.js';
import type { Piece } from '../words/texts.js';

/** One slide of a plan. */
export interface SlidePlan extends PlannedSlide {
  kind: SlideKind;
  items: readonly Item[];
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
  words: WordedBrief;
  audience: Audience;
  /** The topics of what may be in the decks, in the order of the story. */
  topics: readonly string[];
  /** Kinds of slide that the length allows. */
  allowed: readonly SlideKind[];
  minimumSeconds: Readonly<Record<SlideKind, number>>;
  /** What stands under the bottom line, in every length. */
  lead: readonly Item[];
  /** Keys of slides that were measured and do not fit: they are set in another way. */
  overflowing: ReadonlySet<string>;
}

/** A slide before it is known whether it fits. */
export type Draft = Omit<SlidePlan, 'seconds' | 'dense'>;
export type SetDraft = Omit<SlidePlan, 'seconds'>;
