/** A question that the room may ask, with its answer: a backup slide. */

import { textRow } from '../compose/rows.js';
import type { Frame, Row, SlideLink } from '../compose/view.js';
import type { QuestionItem } from '../items/question.js';
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
    return eachOf(parts, 'question', (item: QuestionItem) => {
      const [question = '', answer] = context.words.of(item).says;
      return {
        ...frame,
        kind: 'question',
        kicker: kickerOf(`${words.backup} · ${words.ifAsked}`, parts),
        question,
        row: textRow(item, context, answer),
        back: linkBack(item.data.supports, context),
      };
    });
  },
};
