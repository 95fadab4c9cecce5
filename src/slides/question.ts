/** A question that the room may ask, with its answer: a backup slide. */
import { textRow } from '../compose/rows.js';
import { toWords } from '../words/texts.js';
import { eachOf, kickerOf, linkBack, type SlideComposer } from './slide-kind.js';

export const question: SlideComposer<'question'> = {
  kind: 'question',
  compose(parts) {
    const { frame, context } = parts;
    const { words } = context.wording.locale;
    return eachOf(parts, 'question', (item) => ({
      ...frame,
      kind: 'question',
      kicker: kickerOf(`${words.backup} · ${words.ifAsked}`, parts),
      question: toWords(item.data.q, context.wording),
      row: textRow(item, item.data.a, context, [item.data.q, item.data.a]),
      back: linkBack(item.data.supports, context),
    }));
  },
};
