/** A question that the room may ask, with its answer: a backup slide, outside the time. */
import { z } from 'zod';
import { common, id, reference, text } from '../load/fields.js';
import { hedgesOf, measuresIn } from '../words/hedges.js';
import { toWords } from '../words/texts.js';
import { type ItemOf, itemKind } from './item.js';
import { said } from './spoken.js';

const schema = z.strictObject({
  id,
  q: text.describe('What somebody in the room may ask.'),
  a: text.describe('The answer.'),
  supports: reference('claim').optional().describe('The claim that it is about.'),
  ...common,
});

export type Question = z.output<typeof schema>;
export type QuestionItem = ItemOf<'question', Question>;

export const question = itemKind({
  type: 'question',
  list: 'questions',
  schema,
  precedence: 100,
  part: undefined,
  slide: 'question',
  arranged: 'alone',
  stated: ['q', 'a'],
  shown: ({ q, a }) => ({ texts: [q, a] }),
  spoken: (_, { says }, wording) => said(wording, ...says),
  longText: ({ says: [, answer] }) => answer,
  statement: ({ data: { q, a } }, _, wording) => ({
    texts: [toWords(q, wording), toWords(a, wording)],
    hedges: hedgesOf({}, measuresIn(q, a), wording),
  }),
});
