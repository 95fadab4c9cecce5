/** Measures that answer one question differently, side by side. */
import { marksOf, textRow } from '../compose/rows.js';
import type { Frame, Row } from '../compose/view.js';
import { type RivalsItem, type RivalWords, rivalsHeadline, rivalsInWords } from '../items/rivals.js';
import { eachOf, inPiece, kickerOf, type SlideContext, type SlideKindOf } from './slide-kind.js';

export interface RivalsSlide extends Frame<'rivals'> {
  /** Their spread, or the one that is left. */
  headline: Row;
  /** Each with its number as `text`, who says so, the date it holds for, and what limits or supersedes it. */
  rows: readonly (Row & { by: string; when: string; status: string; note: string; isSuperseded: boolean })[];
}

export const rivalsSlide: SlideKindOf<RivalsSlide> = {
  kind: 'rivals',
  most: 1,
  isTimed: true,
  seconds: 40,
  compose(parts) {
    const { frame, context } = parts;
    return eachOf(parts, 'rivals', (item: RivalsItem) => ({
      ...frame,
      kind: 'rivals' as const,
      kicker: kickerOf(context.words.of(item).says[0] ?? '', parts),
      // Each row has the marks of its own sources.
      headline: {
        ...textRow(item, { ...context, piece: undefined }, rivalsHeadline(item.data, context.wording)),
        marks: [],
      },
      rows: inPiece(rivalsInWords(item.data, context.wording), context.piece).map((rival) =>
        rowOf(rival, context),
      ),
    }));
  },
};

function rowOf(
  { measure, value, by, when, ...words }: RivalWords,
  { brief, wording, numbering }: SlideContext,
): RivalsSlide['rows'][number] {
  const { notStated } = wording.locale.words;
  const sources = wording.measures[measure]?.sources ?? [];
  const publishers = new Set(sources.flatMap(({ id }) => brief.sources[id]?.publisher ?? []));
  return {
    ...words,
    id: measure,
    lead: undefined,
    tag: undefined,
    text: value,
    by: by ?? (new Intl.ListFormat(wording.locale.language).format(publishers) || notStated),
    when: when ?? notStated,
    hedges: [],
    marks: marksOf(sources, numbering),
    backup: [],
  };
}
