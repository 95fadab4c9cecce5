/** A judgment: whose it is, how likely, how sure. Likelihood and confidence are fields of their own, never one sentence. */
import { z } from 'zod';
import { common, hedge, id, list, prose, reference, text } from '../load/fields.js';
import { CONFIDENCES, LIKELIHOODS } from '../load/vocabulary.js';
import { hedgesOf, measuresIn } from '../words/hedges.js';
import { inVocabulary, toWords } from '../words/texts.js';
import { type ItemOf, itemKind } from './item.js';
import { headlineRoom, rowRoom, WIDE_FINE, WIDE_TEXT } from './room.js';
import { said } from './spoken.js';

const schema = z.strictObject({
  id,
  text,
  by: prose.describe('Whose judgment it is: "our assessment", or a name.'),
  likelihood: z
    .enum(LIKELIHOODS)
    .optional()
    .describe('ICD 203. Left out where whoever judged did not state one.'),
  confidence: z.enum(CONFIDENCES).optional().describe('Of the evidence. Left out where none was stated.'),
  basis: list(reference('claim', true)).default([]).describe('Ids of the claims that it rests on.'),
  caveat: hedge.caveat,
  ...common,
});

export type Judgment = z.output<typeof schema>;
export type JudgmentItem = ItemOf<'judgment', Judgment>;

/** Height of the scale of likelihoods. */
const SCALE = 60;

export const judgment = itemKind({
  type: 'judgment',
  list: 'judgments',
  schema,
  precedence: 70,
  part: 'judgments',
  slide: 'judgments',
  arranged: 'headline',
  stated: ['text', 'caveat'],
  shown: ({ text }) => ({ texts: [text] }),
  spoken({ by, likelihood, confidence, caveat }, { says: [text] }, wording) {
    const { words, likelihoods, confidences } = wording.locale;
    return said(
      wording,
      text,
      `${words.by} ${by}`,
      likelihood && `${words.likelihood}${words.colon}${likelihoods[likelihood]}`,
      confidence && `${words.confidence}${words.colon}${confidences[confidence]}`,
      caveat && toWords(caveat, wording),
    );
  },
  room({ caveat, likelihood }, { says: [text = ''] }, wording, asHeadline) {
    const fine = ['', ...(caveat === undefined ? [] : [toWords(caveat, wording)])];
    const scale = likelihood === undefined ? 0 : SCALE;
    return scale + (asHeadline ? headlineRoom(text, fine) : rowRoom(text, fine, WIDE_TEXT, WIDE_FINE));
  },
  longText: ({ says: [text] }) => text,
  statement({ data }, _, wording) {
    const { text, by, likelihood, confidence, caveat } = data;
    const { likelihoods, confidences } = wording.locale;
    return {
      texts: [
        toWords(text, wording),
        inVocabulary(by, wording),
        ...(likelihood ? [likelihoods[likelihood]] : []),
        ...(confidence ? [confidences[confidence]] : []),
      ],
      hedges: hedgesOf({ caveat }, measuresIn(text), wording),
    };
  },
});
