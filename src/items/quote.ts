/** A quote: somebody's own words. Nothing in them is filled in or spelt out: a brace is a brace. */
import { formatDate } from '../words/dates.js';
import { hedgesOf } from '../words/hedges.js';
import { inVocabulary } from '../words/texts.js';
import type { ItemKind, QuoteItem } from './item.js';
import { said, saidWithHedge } from './spoken.js';

export const quote: ItemKind<QuoteItem> = {
  type: 'quote',
  list: 'quotes',
  part: 'story',
  slides: ['quote'],
  shown: ({ text }) => ({ texts: [], verbatim: [text] }),
  spoken: ({ data }, wording) => saidWithHedge(said(wording, data.speaker, data.text), data, [], wording),
  longText: ({ data }) => data.text,
  statement({ data }, _, wording) {
    const { text, speaker, role, date, original } = data;
    return {
      texts: [
        text,
        speaker,
        ...(role ? [inVocabulary(role, wording)] : []),
        ...(date === undefined ? [] : [formatDate(date, wording.locale)]),
        ...(original ? [original.text] : []),
      ],
      hedges: hedgesOf(data, [], wording),
    };
  },
};
