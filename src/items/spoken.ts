/** What a speaker says: texts as sentences, with their hedges. */
import { hedgesOf, hedgeText } from '../words/hedges.js';
import { closeSentence, joinSentences, type Wording } from '../words/texts.js';

/** Texts as they are spoken one after the other: each is a sentence. */
export function said({ locale }: Wording, ...texts: readonly (string | undefined)[]): string {
  return closeSentence(joinSentences(texts, locale), locale);
}

/** A text and what hedges it and the measures in it. */
export function saidWithHedge(
  text: string,
  statement: Parameters<typeof hedgesOf>[0],
  measures: readonly string[],
  wording: Wording,
): string {
  const hedges = hedgesOf(statement, measures, wording).map((hedge) => hedgeText(hedge, wording));
  return said(wording, text, ...hedges);
}
