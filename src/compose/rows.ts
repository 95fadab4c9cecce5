/** Items of the brief as rows of a slide. A row is a unit: text, hedges and source marks travel together. */

import type { ClaimItem } from '../items/claim.js';
import type { Event, EventItem } from '../items/event.js';
import type { Image } from '../items/image.js';
import type { BriefWords, ItemOf } from '../items/item.js';
import type { JudgmentItem } from '../items/judgment.js';
import { isPoint, parseDate, spanOf } from '../load/dates.js';
import type { SourceRef } from '../load/fields.js';
import type { BriefHead } from '../load/head.js';
import { fill } from '../load/locale.js';
import { LIKELIHOOD_PERCENT, LIKELIHOODS } from '../load/vocabulary.js';
import { formatDate } from '../words/dates.js';
import { measuresIn, sourcesOf } from '../words/hedges.js';
import { shownBeside } from '../words/rivals.js';
import { capitalise, inVocabulary, type Piece, pieceOf, type Wording } from '../words/texts.js';
import type { EventRow, JudgmentRow, Numbering, Row, SlideLink } from './view.js';

/** What rows are made with: the brief, its words, and the numbers of its sources and slides. */
export interface RowContext {
  brief: BriefHead & { events: readonly Event[]; images: readonly Image[] };
  /** All items of the brief, for what shows others. */
  all: readonly ItemOf[];
  wording: Wording;
  words: BriefWords;
  numbering: Numbering;
  /** Number of the slide that shows a claim, for what rests on it. */
  slideOf: ReadonlyMap<string, number>;
  /** The backup slides of a claim or chart, by its id. */
  backups: ReadonlyMap<string, readonly SlideLink[]>;
  /** The part of its one item's text that a slide shows, where the whole does not fit on it. */
  piece?: Piece | undefined;
}

/** Sources of an item, its own first, then those of the numbers in what it shows. */
export function itemSources({ sources, measures }: ItemOf, wording: Wording): SourceRef[] {
  return sourcesOf(sources, measures, wording);
}

export function bottomLineSources({ bottomLine }: BriefHead, wording: Wording): SourceRef[] {
  const named = measuresIn(bottomLine.text);
  return sourcesOf(bottomLine.sources, [...named, ...shownBeside(named, wording)], wording);
}

/** The numbers of some sources, in order; of none that the audience is not shown. */
export function marksOf(refs: readonly SourceRef[], numbering: Numbering): number[] {
  return refs.flatMap(({ id }) => numbering.get(id)?.n ?? []).sort((a, b) => a - b);
}

/** A text of an item with its hedges, without a number set apart: the first that it shows. */
export function textRow(item: ItemOf, context: RowContext, text = context.words.of(item).says[0] ?? ''): Row {
  const { wording, words, numbering } = context;
  return {
    id: item.id,
    lead: undefined,
    tag: undefined,
    text: pieceOf(text, context.piece, wording.locale.language),
    hedges: words.of(item).hedges,
    marks: marksOf(itemSources(item, wording), numbering),
    backup: context.backups.get(item.id) ?? [],
  };
}

/** A claim whose number, where it opens with one, stands large beside the rest of it. */
export function claimRow(item: ClaimItem, context: RowContext): Row {
  const row = textRow(item, context);
  const { split } = context.words.of(item);
  return split
    ? { ...row, lead: split.lead, text: split.rest }
    : { ...row, tag: item.data.lead && inVocabulary(item.data.lead, context.wording) };
}

export function bottomLineRow(context: RowContext): Row {
  const { brief, wording, words, numbering } = context;
  const { text, hedges } = words.bottomLine;
  return {
    id: 'bottom-line',
    lead: undefined,
    tag: undefined,
    text,
    hedges,
    marks: marksOf(bottomLineSources(brief, wording), numbering),
    backup: [],
  };
}

export function judgmentRow(item: JudgmentItem, context: RowContext): JudgmentRow {
  const { likelihood, confidence, by, basis } = item.data;
  const { locale } = context.wording;
  const percentOf = (term: keyof typeof LIKELIHOOD_PERCENT) => {
    const [low, high] = LIKELIHOOD_PERCENT[term];
    return fill(locale.words.percentRange, { low: String(low), high: String(high) });
  };
  return {
    ...textRow(item, context),
    by: inVocabulary(by, context.wording),
    likelihood: likelihood && {
      word: locale.likelihoods[likelihood],
      percent: percentOf(likelihood),
      scale: LIKELIHOODS.map((term) => ({
        word: locale.likelihoods[term],
        on: term === likelihood,
        percent: percentOf(term),
      })),
    },
    confidence: confidence && locale.confidences[confidence],
    basis: [...new Set(basis.flatMap((id) => context.slideOf.get(id) ?? []))]
      .sort((a, b) => a - b)
      .map((n) => fill(locale.words.slide, { n: String(n) })),
  };
}

export function eventRow(item: EventItem, context: RowContext): EventRow {
  const { brief, wording } = context;
  const { date, status } = item.data;
  const parsed = date === undefined ? undefined : parseDate(date);
  const asOf = parseDate(brief.asOf);
  const isToCome = parsed !== undefined && asOf !== undefined && spanOf(parsed)[0] >= spanOf(asOf)[1];
  const isOpen = parsed === undefined || isToCome || status !== 'confirmed';
  const isSpan = parsed !== undefined && !isPoint(parsed);
  return {
    ...textRow(item, context),
    when:
      date === undefined
        ? wording.locale.undated
        : capitalise(formatDate(date, wording.locale), wording.locale.language),
    shape: isSpan ? 'span' : isOpen ? 'open' : 'point',
  };
}
