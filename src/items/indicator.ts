/** An indicator: what to watch for, and what it would mean. */
import { z } from 'zod';
import { common, id, text } from '../load/fields.js';
import { hedgesOf, measuresIn } from '../words/hedges.js';
import { toWords } from '../words/texts.js';
import { type ItemOf, itemKind } from './item.js';
import { rowRoom, WIDE_FINE, WIDE_TEXT } from './room.js';
import { said } from './spoken.js';

const schema = z.strictObject({
  id,
  text: text.describe('What to watch for.'),
  means: text.optional().describe('What it would mean.'),
  ...common,
});

export type Indicator = z.output<typeof schema>;
export type IndicatorItem = ItemOf<'indicator', Indicator>;

export const indicator = itemKind({
  type: 'indicator',
  list: 'indicators',
  schema,
  precedence: 80,
  part: 'outlook',
  slide: 'outlook',
  arranged: 'rows',
  stated: ['text', 'means'],
  shown: ({ text, means }) => ({ texts: means === undefined ? [text] : [text, means] }),
  spoken: (_, { says: [text, means] }, wording) =>
    said(wording, text, means && `${wording.locale.words.means} ${means}`),
  room(_, { says: [text = '', means] }, wording) {
    const fine = means === undefined ? [] : [`${wording.locale.words.means} ${means}`];
    return rowRoom(text, fine, WIDE_TEXT, WIDE_FINE);
  },
  longText: ({ says: [text] }) => text,
  statement: ({ data: { text, means } }, _, wording) => ({
    texts: [text, ...(means === undefined ? [] : [means])].map((one) => toWords(one, wording)),
    hedges: hedgesOf({}, measuresIn(text, means), wording),
  }),
});
