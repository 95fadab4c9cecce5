/** An event: a dated happening, never dated more precisely than it is known. */
import { formatDate } from '../words/dates.js';
import { hedgesOf, hedgeText, measuresIn } from '../words/hedges.js';
import { toWords } from '../words/texts.js';
import type { EventItem, ItemKind } from './item.js';
import { FINE, rowRoom, TEXT } from './room.js';
import { saidWithHedge } from './spoken.js';

export const event: ItemKind<EventItem> = {
  type: 'event',
  list: 'events',
  part: 'timeline',
  slides: ['timeline'],
  shown: ({ text }) => ({ texts: [text] }),
  spoken: ({ data }, wording) =>
    saidWithHedge(toWords(data.text, wording), data, measuresIn(data.text), wording),
  room({ data, measures }, wording) {
    const hedges = hedgesOf(data, measures, wording).map((hedge) => hedgeText(hedge, wording));
    return rowRoom(toWords(data.text, wording), hedges, TEXT, FINE) - 16;
  },
  longText: ({ data }, wording) => toWords(data.text, wording),
  statement: ({ data }, _, wording) => ({
    texts: [
      toWords(data.text, wording),
      ...(data.date === undefined ? [] : [formatDate(data.date, wording.locale)]),
    ],
    hedges: hedgesOf(data, measuresIn(data.text), wording),
  }),
};
