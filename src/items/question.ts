/** A question that the room may ask, with its answer: a backup slide, outside the time. */
import { hedgesOf, measuresIn } from '../words/hedges.js';
import { toWords } from '../words/texts.js';
import type { ItemKind, QuestionItem } from './item.js';
import { said } from './spoken.js';

export const question: ItemKind<QuestionItem> = {
  type: 'question',
  list: 'questions',
  part: undefined,
  slides: ['question'],
  shown: ({ q, a }) => ({ texts: [q, a] }),
  spoken: ({ data }, wording) => said(wording, toWords(data.q, wording), toWords(data.a, wording)),
  longText: ({ data }, wording) => toWords(data.a, wording),
  statement: ({ data: { q, a } }, _, wording) => ({
    texts: [toWords(q, wording), toWords(a, wording)],
    hedges: hedgesOf({}, measuresIn(q, a), wording),
  }),
};
