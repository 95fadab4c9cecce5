/** Options side by side: what speaks for and against each, what it costs, what can go wrong, and who would do it. */
import { textRow } from '../compose/rows.js';
import type { Frame, Row } from '../compose/view.js';
import type { OptionItem } from '../items/option.js';
import type { Locale } from '../load/locale.js';
import { inVocabulary, toWords } from '../words/texts.js';
import { eachOf, inPiece, kickerOf, type SlideContext, type SlideKindOf } from './slide-kind.js';

/** What is compared, with what is said of it for each option: points, none where the brief has none. */
export interface OptionAspect {
  aspect: keyof OptionAspects;
  label: string;
  cells: readonly { points: readonly { text: string }[] }[];
}

interface OptionAspects {
  for: readonly string[];
  against: readonly string[];
  cost: readonly string[];
  risk: readonly string[];
  who: readonly string[];
}

export interface OptionSlide extends Frame<'option'> {
  heading: string;
  options: readonly Row[];
  aspects: readonly OptionAspect[];
}

export const optionSlide: SlideKindOf<OptionSlide> = {
  kind: 'option',
  most: 4,
  isTimed: true,
  seconds: 40,
  compose(parts) {
    const { frame, context } = parts;
    const { words } = context.wording.locale;
    const sides = eachOf(parts, 'option', (item: OptionItem) => aspectsOf(item, context));
    return [
      {
        ...frame,
        kind: 'option',
        kicker: kickerOf(words.closing, parts),
        heading: words.options,
        // A name stands over each part of its points.
        options: eachOf(parts, 'option', (item: OptionItem) =>
          textRow(item, { ...context, piece: undefined }),
        ),
        aspects: ASPECTS.map(([aspect, word]) => ({
          aspect,
          label: words[word],
          cells: sides.map((one) => ({ points: one[aspect].map((text) => ({ text })) })),
        })).filter(({ cells }) => cells.some(({ points }) => points.length > 0)),
      },
    ];
  },
};

const ASPECTS: readonly (readonly [keyof OptionAspects, keyof Locale['words']])[] = [
  ['for', 'for'],
  ['against', 'against'],
  ['cost', 'cost'],
  ['risk', 'risk'],
  ['who', 'who'],
];

function aspectsOf({ data }: OptionItem, { wording, piece }: SlideContext): OptionAspects {
  const said = (text: string | undefined) => (text === undefined ? [] : [toWords(text, wording)]);
  return {
    for: inPiece(data.for, piece).flatMap(said),
    against: inPiece(data.against, piece).flatMap(said),
    cost: said(data.cost),
    risk: said(data.risk),
    who: data.by === undefined ? [] : [inVocabulary(data.by, wording)],
  };
}
