/** Every source that the deck's slides name, in the order of their numbers. Made from all slides, and planned by none. */
import type { Slide, SourceLine } from '../compose/slide.js';
import { continued, inSlides, type SlideComposer, type SlideContext } from './slide-kind.js';

/** Most sources on one slide; fewer where they do not fit. */
const SOURCE_ROWS = 6;

export const sources: SlideComposer<'sources'> = { kind: 'sources', compose: () => [] };

/** The slides that list some sources, each named once or several times. */
export function sourceSlides(
  named: readonly SourceLine[],
  context: SlideContext,
): Extract<Slide, { kind: 'sources' }>[] {
  const { plan, wording } = context;
  if (!plan.length.slides.includes('sources')) return [];
  const { words } = wording.locale;
  const once = [...new Map(named.map((source) => [source.n, source])).values()].sort((a, b) => a.n - b.n);
  const keyOf = (some: readonly SourceLine[]) => `sources ${some.map((source) => source.n).join(' ')}`;
  const chunks = inSlides(once, SOURCE_ROWS, keyOf, context);
  return chunks.map((some, i) => ({
    kind: 'sources',
    number: 0,
    key: keyOf(some),
    dense: false,
    marking: plan.marking,
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
