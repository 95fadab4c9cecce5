/** From each statement and number on a slide back to item, source and evidence. Pure. */
import type { Deck } from '../compose/slide.js';
import type { BriefWords } from '../items/item.js';
import { kindOf } from '../items/items.js';
import type { Item } from '../kinds/kinds.js';
import type { SourceRef } from '../load/schema.js';
import type { Plan } from '../select/plan.js';
import { measuresIn } from '../words/hedges.js';
import { formatMeasure } from '../words/numbers.js';
import { shownBeside } from '../words/rivals.js';

export interface SlideTrace {
  slide: number;
  statements: readonly StatementTrace[];
}

export interface StatementTrace {
  item: string;
  type: Item['type'] | 'bottom-line';
  /** Its words in this deck. */
  says: readonly string[];
  numbers: readonly { measure: string; words: string; sources: readonly EvidenceTrace[] }[];
  sources: readonly EvidenceTrace[];
}

export interface EvidenceTrace {
  source: string;
  evidence?: string | undefined;
}

/** The trace of a deck; of sources, none where the audience is shown none. */
export function traceOf(deck: Deck, { brief, audience, items }: Plan, words: BriefWords): SlideTrace[] {
  const known = new Map(items.map((item) => [item.id, item]));
  const evidence = (refs: readonly SourceRef[]): EvidenceTrace[] =>
    audience.sourcing === 'none' ? [] : refs.map(({ id, evidence }) => ({ source: id, evidence }));
  const statement = (
    item: string,
    type: StatementTrace['type'],
    says: readonly string[],
    texts: readonly string[],
    sources: readonly SourceRef[],
    drawn: readonly string[] = [],
  ): StatementTrace => ({
    item,
    type,
    says,
    numbers: withBeside([...measuresIn(...texts), ...drawn], words).flatMap((name) => {
      const measure = brief.measures[name];
      if (!measure) return [];
      return [
        {
          measure: name,
          words: formatMeasure(measure, words.wording.locale),
          sources: evidence(measure.sources),
        },
      ];
    }),
    sources: evidence(sources),
  });
  return deck.slides.map((slide) => ({
    slide: slide.number,
    statements: [
      ...(slide.kind === 'bottom-line'
        ? [
            statement(
              'bottom-line',
              'bottom-line',
              [words.bottomLine.text],
              [brief.bottomLine.text],
              brief.bottomLine.sources,
            ),
          ]
        : []),
      ...slide.items.flatMap((id) => {
        const item = known.get(id);
        if (!item) return [];
        const drawn = drawnBy(item);
        const { texts } = kindOf(item).shown(item.data);
        return [statement(id, item.type, words.of(item).says, texts, item.data.sources, drawn)];
      }),
    ],
  }));
}

/** The measures that an item shows beside those that its texts name. */
function drawnBy(item: Item): readonly string[] {
  if (item.type === 'rivals') return item.data.measures;
  return item.type === 'chart' ? (item.data.data ?? []).flatMap(({ measure }) => measure ?? []) : [];
}

/** Some measures, each once, with those that stand beside them: their rivals, and what supersedes them. */
function withBeside(named: readonly string[], { wording }: BriefWords): string[] {
  return [...new Set([...named, ...shownBeside(named, wording)])];
}
