/** A decision: what the audience is asked for, of whom, and by when. */
import { z } from 'zod';
import { common, date, hedge, id, prose, text } from '../load/fields.js';
import { formatDate } from '../words/dates.js';
import { hedgesOf, measuresIn } from '../words/hedges.js';
import { inVocabulary, toWords, type Wording } from '../words/texts.js';
import { type ItemOf, itemKind } from './item.js';
import { said } from './spoken.js';

const schema = z.strictObject({
  id,
  text: text.describe('What is asked for, as a sentence.'),
  of: prose.optional().describe('Of whom it is asked: "the harbour board".'),
  due: date.optional().describe('By when it is needed.'),
  caveat: hedge.caveat,
  ...common,
});

export type Decision = z.output<typeof schema>;
export type DecisionItem = ItemOf<'decision', Decision>;

/** Of whom and by when, each with what it is called. */
export function termsOf({ of, due }: Decision, wording: Wording): { label: string; text: string }[] {
  const { words } = wording.locale;
  return [
    ...(of === undefined ? [] : [{ label: words.askedOf, text: inVocabulary(of, wording) }]),
    ...(due === undefined ? [] : [{ label: words.due, text: formatDate(due, wording.locale) }]),
  ];
}

export const decision = itemKind({
  type: 'decision',
  list: 'decisions',
  schema,
  precedence: 94,
  part: 'closing',
  slide: 'decision',
  arranged: 'alone',
  stated: ['text', 'caveat'],
  shown: ({ text, of }) => ({ texts: [text], named: of === undefined ? [] : [of] }),
  spoken(data, { says: [text] }, wording) {
    const { colon } = wording.locale.words;
    const terms = termsOf(data, wording).map((term) => term.label + colon + term.text);
    return said(wording, text, ...terms, data.caveat && toWords(data.caveat, wording));
  },
  longText: ({ says: [text] }) => text,
  statement: ({ data }, _, wording) => ({
    texts: [toWords(data.text, wording), ...termsOf(data, wording).map((term) => term.text)],
    hedges: hedgesOf({ caveat: data.caveat }, measuresIn(data.text), wording),
  }),
});
