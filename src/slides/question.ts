/** A question that the room may ask, with its answer: a backup slide. */

import { textRow } from '../compose/rows.js';
import type { Frame, Row, SlideLink } from '../compose/view.js';
import type { QuestionItem } from '../items/question.js';
import { toWords } from '../words/texts.js';
import { eachOf, kickerOf, linkBack, type SlideKindOf } from './slide-kind.js';

export interface QuestionSlide extends Frame<'question'> {
  question: string;
  row: Row;
  back: SlideLink | undefined;
}

export const questionSlide: SlideKindOf<QuestionSlide> = {
  kind: 'question',
  most: 1,
  isTimed: false,
  seconds: 0,
  compose(parts) {
    const { frame, context } = parts;
    const { words } = context.wording.locale;
    return eachOf(parts, 'question', (item: QuestionItem) => ({
      ...frame,
      kind: 'question',
      kicker: kickerOf(`${words.backup} · ${words.ifAsked}`, parts),
      question: toWords(item.data.q, context.wording),
      row: textRow(item, item.data.a, context, [item.data.q, item.data.a]),
      back: linkBack(item.data.supports, context),
    }));
  },
};
