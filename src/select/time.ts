/** How long things take to say: their words, at the language's pace. */
import type { VisibleBrief } from '../visible/visible.js';
import { hedgesOf, hedgeText, measuresIn } from '../words/hedges.js';
import {
  closeSentence,
  countWords,
  inVocabulary,
  joinSentences,
  toWords,
  type Wording,
} from '../words/texts.js';
import type { Item } from './items.js';

/** What the speaker says for an item: the brief's notes, or the item itself with its hedge. */
export function spokenFor(item: Item, wording: Wording): string {
  if (item.data.notes !== undefined) return toWords(item.data.notes, wording);
  switch (item.type) {
    case 'claim':
    case 'event':
      return withHedge(toWords(item.data.text, wording), item.data, measuresIn(item.data.text), wording);
    case 'chart':
      return withHedge(
        said(
          wording,
          toWords(item.data.headline, wording),
          item.data.subtitle && toWords(item.data.subtitle, wording),
        ),
        item.data,
        item.measures,
        wording,
      );
    case 'image':
      return withHedge(
        toWords(item.data.headline ?? item.data.alt, wording),
        item.data,
        item.measures,
        wording,
      );
    case 'comparison':
      // Its claims are on the slide to be read: the speaker says what they come to.
      return said(
        wording,
        toWords(item.data.headline, wording),
        ...[item.data.left, item.data.right].map(({ title }) => toWords(title, wording)),
      );
    case 'quote':
      return withHedge(said(wording, item.data.speaker, item.data.text), item.data, [], wording);
    case 'judgment': {
      const { by, likelihood, confidence, text, caveat } = item.data;
      const { words, likelihoods, confidences } = wording.locale;
      return said(
        wording,
        toWords(text, wording),
        `${words.by} ${by}`,
        likelihood && `${words.likelihood}${words.colon}${likelihoods[likelihood]}`,
        confidence && `${words.confidence}${words.colon}${confidences[confidence]}`,
        caveat && toWords(caveat, wording),
      );
    }
    case 'indicator':
      return said(
        wording,
        toWords(item.data.text, wording),
        item.data.means && `${wording.locale.words.means} ${toWords(item.data.means, wording)}`,
      );
    case 'person':
      return said(
        wording,
        `${item.data.name}${wording.locale.words.comma}${inVocabulary(item.data.role, wording)}`,
      );
    case 'question':
      return said(wording, toWords(item.data.q, wording), toWords(item.data.a, wording));
  }
}

/** What the speaker says for the bottom line. */
export function spokenForBottomLine(brief: VisibleBrief, wording: Wording): string {
  const { text, notes } = brief.bottomLine;
  if (notes !== undefined) return toWords(notes, wording);
  return withHedge(toWords(text, wording), brief.bottomLine, measuresIn(text), wording);
}

/** What the speaker says over the title. */
export function spokenForTitle(brief: VisibleBrief, wording: Wording): string {
  return said(
    wording,
    toWords(brief.title.text, wording),
    brief.subtitle && toWords(brief.subtitle, wording),
  );
}

/** Seconds that a text takes to say. */
export function secondsFor(text: string, wording: Wording): number {
  const { language, pace } = wording.locale;
  return (countWords(text, language) / pace) * 60;
}

function withHedge(
  text: string,
  statement: Parameters<typeof hedgesOf>[0],
  measures: readonly string[],
  wording: Wording,
) {
  return said(
    wording,
    text,
    ...hedgesOf(statement, measures, wording).map((hedge) => hedgeText(hedge, wording)),
  );
}

/** Texts as they are spoken one after the other: each is a sentence. */
function said({ locale }: Wording, ...texts: readonly (string | undefined)[]): string {
  return closeSentence(joinSentences(texts, locale), locale);
}
