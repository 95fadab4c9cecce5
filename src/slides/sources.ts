/** Every source that the deck's slides name, in the order of their numbers. Made from all slides, and planned by none. */

import type { Frame, SourceLine } from '../compose/view.js';
import type { Marking } from '../load/vocabulary.js';
import { continued, inSlides, type SlideContext, type SlideKindOf } from './slide-kind.js';

/** Most sources on one slide; fewer where they do not fit. */
const SOURCE_ROWS = 6;

export interface SourcesSlide extends Frame<'sources'> {
  heading: string;
  sources: readonly SourceLine[];
  hasGrades: boolean;
}

export const sourcesSlide: SlideKindOf<SourcesSlide> = {
  kind: 'sources',
  most: SOURCE_ROWS,
  isTimed: false,
  seconds: 0,
  compose: () => [],
};

/** The slides that list some sources, each named once or several times, in a deck of some marking. */
export function sourceSlides(
  named: readonly SourceLine[],
  marking: Marking,
  context: SlideContext,
): SourcesSlide[] {
  const { words } = context.wording.locale;
  const once = [...new Map(named.map((source) => [source.n, source])).values()].sort((a, b) => a.n - b.n);
  const keyOf = (some: readonly SourceLine[]) => `sources ${some.map((source) => source.n).join(' ')}`;
  const chunks = inSlides(once, SOURCE_ROWS, keyOf, context);
  return chunks.map((some, i) => ({
    kind: 'sources',
    number: 0,
    key: keyOf(some),
    dense: false,
    unreviewed: false,
    marking,
    kicker: chunks.length > 1 ? continued(words.sources, i, chunks.length, context) : undefined,
    footnote: undefined,
    foot: [],
    seconds: 0,
    endsAt: 0,
    items: [],
    notes: [],
    heading: words.sources,
    sources: some,
    hasGrades: some.some((source) => source.grade !== undefined),
  }));
}
