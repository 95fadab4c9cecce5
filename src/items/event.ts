/** An event: a dated happening, never dated more precisely than it is known. */
import { z } from 'zod';
import { common, date, hedge, id, status, text } from '../load/fields.js';
import { formatDate } from '../words/dates.js';
import { hedgesOf, hedgeText, measuresIn } from '../words/hedges.js';
import { toWords } from '../words/texts.js';
import { type ItemOf, itemKind } from './item.js';
import { FINE, rowRoom, TEXT } from './room.js';
import { saidWithHedge } from './spoken.js';

const schema = z.strictObject({
  id,
  date: date.optional().describe('When; leave it out where no date is known.'),
  text,
  status: status.default('confirmed'),
  ...hedge,
  ...common,
});

export type Event = z.output<typeof schema>;
export type EventItem = ItemOf<'event', Event>;

export const event = itemKind({
  type: 'event',
  list: 'events',
  schema,
  precedence: 60,
  part: 'timeline',
  slide: 'timeline',
  arranged: 'rows',
  stated: ['text', 'caveat'],
  shown: ({ text }) => ({ texts: [text] }),
  spoken: (_, { says: [text = ''], hedges }, wording) => saidWithHedge(text, hedges, wording),
  room(_, { says: [text = ''], hedges }, wording) {
    const fine = hedges.map((hedge) => hedgeText(hedge, wording));
    return rowRoom(text, fine, TEXT, FINE) - 16;
  },
  longText: ({ says: [text] }) => text,
  statement: ({ data }, _, wording) => ({
    texts: [
      toWords(data.text, wording),
      ...(data.date === undefined ? [] : [formatDate(data.date, wording.locale)]),
    ],
    hedges: hedgesOf(data, measuresIn(data.text), wording),
  }),
});
