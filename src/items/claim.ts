/** A claim: one statement of fact. Its number, where it opens with one, may stand large beside the rest. */
import { z } from 'zod';
import { common, hedge, id, prose, reference, status, text } from '../load/fields.js';
import { hedgesOf, hedgeText, measuresIn } from '../words/hedges.js';
import { splitLead, toWords } from '../words/texts.js';
import { type ItemOf, itemKind } from './item.js';
import { FINE, headlineRoom, rowRoom, TEXT } from './room.js';
import { saidWithHedge } from './spoken.js';

const schema = z.strictObject({
  id,
  text,
  lead: prose
    .max(24)
    .optional()
    .describe('Two or three words that stand large beside a text that opens with no number.'),
  status,
  answers: reference('claim')
    .optional()
    .describe('The claim that this one answers: both are in a deck, side by side, or neither is.'),
  follows: reference('claim')
    .optional()
    .describe('The claim that this one needs before it: it is in a deck only directly after that one.'),
  ...hedge,
  ...common,
});

export type Claim = z.output<typeof schema>;
export type ClaimItem = ItemOf<'claim', Claim>;

export const claim = itemKind({
  type: 'claim',
  list: 'claims',
  schema,
  precedence: 10,
  part: 'story',
  slide: 'claims',
  arranged: 'headline',
  stated: ['text', 'caveat'],
  shown: ({ text }) => ({ texts: [text] }),
  split: ({ text }, wording) => splitLead(text, wording),
  spoken: (_, { says: [text = ''], hedges }, wording) => saidWithHedge(text, hedges, wording),
  room(_, { says: [text = ''], hedges }, wording, asHeadline) {
    const fine = hedges.map((hedge) => hedgeText(hedge, wording));
    return asHeadline ? headlineRoom(text, fine) : rowRoom(text, fine, TEXT, FINE);
  },
  longText: ({ says: [text] }) => text,
  statement({ data }, _, wording) {
    const split = splitLead(data.text, wording);
    const texts = split
      ? [`${split.lead.before} ${split.lead.number} ${split.lead.after}`, split.rest]
      : [toWords(data.text, wording)];
    return { texts, hedges: hedgesOf(data, measuresIn(data.text), wording) };
  },
});
