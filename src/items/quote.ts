/** A quote: somebody's own words. Nothing in them is filled in or spelt out: a brace is a brace. */
import { z } from 'zod';
import {
  common,
  date,
  hedge,
  id,
  languageTag,
  line,
  list,
  longProse,
  name,
  prose,
  reference,
  status,
} from '../load/fields.js';
import { formatDate } from '../words/dates.js';
import { hedgesOf } from '../words/hedges.js';
import { inVocabulary } from '../words/texts.js';
import { type ItemOf, itemKind } from './item.js';
import { said, saidWithHedge } from './spoken.js';

const schema = z.strictObject({
  id,
  text: longProse.describe('The words, verbatim, without quotation marks.'),
  speaker: name.describe('Who said or wrote them.'),
  role: prose.optional(),
  date: date.optional(),
  original: z
    .strictObject({ text: line, language: languageTag.describe('BCP 47, as in "ko".') })
    .optional()
    .describe('The words in the language they were said in.'),
  translated: prose.optional().describe('From which language, where the original is not at hand: "Korean".'),
  via: list(name).default([]).describe('Through whom the words reached us, first to last.'),
  portrait: reference('image').optional().describe('Id of an image that shows the speaker.'),
  status: status.default('confirmed'),
  ...hedge,
  ...common,
});

export type Quote = z.output<typeof schema>;
export type QuoteItem = ItemOf<'quote', Quote>;

export const quote = itemKind({
  type: 'quote',
  list: 'quotes',
  schema,
  precedence: 50,
  part: 'story',
  slide: 'quote',
  arranged: 'alone',
  shown: ({ text }) => ({ texts: [], verbatim: [text] }),
  spoken: ({ speaker }, { says, hedges }, wording) =>
    saidWithHedge(said(wording, speaker, ...says), hedges, wording),
  longText: ({ says: [text] }) => text,
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
});
