/** The part of a brief that an audience may see. */
import type { LoadedBrief } from '../load/load.js';
import type { Brief } from '../load/schema.js';
import { type Marking, mayBeSeen } from '../load/terms.js';
import { itemsOf, markingsOf } from './items.js';

/** What was loaded, without every item, source and measure above a marking. */
export function visibleTo(loaded: LoadedBrief, highest: Marking): LoadedBrief {
  const { brief, original } = loaded;
  return {
    ...loaded,
    brief: visibleBrief(brief, highest),
    original: original && visibleBrief(original, highest),
    translations: new Map(),
  };
}

/** The brief without every item, source and measure above a marking. */
export function visibleBrief(brief: Brief, highest: Marking): Brief {
  const items = new Map(itemsOf(brief).map((item) => [item.data as object, item.marking]));
  const marks = markingsOf(brief);
  const isSeen = (data: object) => mayBeSeen(items.get(data) ?? 'TLP:RED', highest);
  const entries = <T>(group: Readonly<Record<string, T>>, markingOf: (name: string) => Marking) =>
    Object.fromEntries(Object.entries(group).filter(([name]) => mayBeSeen(markingOf(name), highest)));
  return {
    ...brief,
    sources: entries(brief.sources, (id) => marks.ofSource(id)),
    measures: entries(brief.measures, marks.ofMeasure),
    claims: brief.claims.filter(isSeen),
    quotes: brief.quotes.filter(isSeen),
    events: brief.events.filter(isSeen),
    judgments: brief.judgments.filter(isSeen),
    indicators: brief.indicators.filter(isSeen),
    questions: brief.questions.filter(isSeen),
    people: brief.people.filter(isSeen),
    charts: brief.charts.filter(isSeen),
    comparisons: brief.comparisons.filter(isSeen),
    images: brief.images.filter(isSeen),
  };
}
