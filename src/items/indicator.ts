/** An indicator: what to watch for, and what it would mean. */
import { hedgesOf, measuresIn } from '../words/hedges.js';
import { toWords } from '../words/texts.js';
import type { IndicatorItem, ItemKind } from './item.js';
import { rowRoom, WIDE_FINE, WIDE_TEXT } from './room.js';
import { said } from './spoken.js';

export const indicator: ItemKind<IndicatorItem> = {
  type: 'indicator',
  list: 'indicators',
  part: 'outlook',
  slides: ['outlook'],
  shown: ({ text, means }) => ({ texts: means === undefined ? [text] : [text, means] }),
  spoken: ({ data }, wording) =>
    said(
      wording,
      toWords(data.text, wording),
      data.means && `${wording.locale.words.means} ${toWords(data.means, wording)}`,
    ),
  room({ data }, wording) {
    const { words } = wording.locale;
    const means = data.means === undefined ? [] : [`${words.means} ${toWords(data.means, wording)}`];
    return rowRoom(toWords(data.text, wording), means, WIDE_TEXT, WIDE_FINE);
  },
  longText: ({ data }, wording) => toWords(data.text, wording),
  statement: ({ data: { text, means } }, _, wording) => ({
    texts: [text, ...(means === undefined ? [] : [means])].map((one) => toWords(one, wording)),
    hedges: hedgesOf({}, measuresIn(text, means), wording),
  }),
};
