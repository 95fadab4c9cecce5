/** What a speaker says: texts as sentences, with their hedges. */
import { type Hedge, hedgeText } from '../words/hedges.js';
import { closeSentence, joinSentences, type Wording } from '../words/texts.js';

/** Texts as they are spoken one after the other: each is a sentence. */
export function said({ locale }: Wording, ...texts: readonly (string | undefined)[]): string {
  return closeSentence(joinSentences(texts, locale), locale);
}

/** A text and what hedges it. */
export function saidWithHedge(text: string, hedges: readonly Hedge[], wording: Wording): string {
  return said(wording, text, ...hedges.map((hedge) => hedgeText(hedge, wording)));
}
