/** A judgment: whose it is, how likely, how sure. Likelihood and confidence are fields of their own, never one sentence. */
import { hedgesOf, measuresIn } from '../words/hedges.js';
import { inVocabulary, toWords } from '../words/texts.js';
import type { ItemKind, JudgmentItem } from './item.js';
import { headlineRoom, rowRoom, WIDE_FINE, WIDE_TEXT } from './room.js';
import { said } from './spoken.js';

/** Height of the scale of likelihoods. */
const SCALE = 60;

export const judgment: ItemKind<JudgmentItem> = {
  type: 'judgment',
  list: 'judgments',
  part: 'judgments',
  slides: ['judgments'],
  shown: ({ text }) => ({ texts: [text] }),
  spoken({ data }, wording) {
    const { by, likelihood, confidence, text, caveat } = data;
    const { words, likelihoods, confidences } = wording.locale;
    return said(
      wording,
      toWords(text, wording),
      `${words.by} ${by}`,
      likelihood && `${words.likelihood}${words.colon}${likelihoods[likelihood]}`,
      confidence && `${words.confidence}${words.colon}${confidences[confidence]}`,
      caveat && toWords(caveat, wording),
    );
  },
  room({ data }, wording, asHeadline) {
    const text = toWords(data.text, wording);
    const fine = ['', ...(data.caveat === undefined ? [] : [toWords(data.caveat, wording)])];
    const scale = data.likelihood === undefined ? 0 : SCALE;
    return scale + (asHeadline ? headlineRoom(text, fine) : rowRoom(text, fine, WIDE_TEXT, WIDE_FINE));
  },
  longText: ({ data }, wording) => toWords(data.text, wording),
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
};
