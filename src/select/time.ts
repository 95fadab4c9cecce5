/** How long things take to say: their words, at the language's pace. */
import type { Brief } from '../load/schema.js';
import { hedgesOf, hedgeText, measuresIn } from '../words/hedges.js';
import { countWords, toWords, type Wording } from '../words/texts.js';
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
        sentences(
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
      return sentences(
        toWords(item.data.headline, wording),
        ...[item.data.left, item.data.right].map(({ title }) => toWords(title, wording)),
      );
    case 'quote':
      return withHedge(sentences(item.data.speaker, item.data.text), item.data, [], wording);
    case 'judgment': {
      const { by, likelihood, confidence, text, caveat } = item.data;
      const { words, likelihoods, confidences } = wording.locale;
      return sentences(
        toWords(text, wording),
        `${words.by} ${by}`,
        likelihood && `${words.likelihood}: ${likelihoods[likelihood]}`,
        confidence && `${words.confidence}: ${confidences[confidence]}`,
        caveat && toWords(caveat, wording),
      );
    }
    case 'indicator':
      return sentences(
        toWords(item.data.text, wording),
        item.data.means && `${wording.locale.words.means} ${toWords(item.data.means, wording)}`,
      );
    case 'person':
      return sentences(`${item.data.name}, ${item.data.role}`);
    case 'question':
      return sentences(toWords(item.data.q, wording), toWords(item.data.a, wording));
  }
}

/** What the speaker says for the bottom line. */
export function spokenForBottomLine(brief: Brief, wording: Wording): string {
  const { text, notes } = brief.bottomLine;
  if (notes !== undefined) return toWords(notes, wording);
  return withHedge(toWords(text, wording), brief.bottomLine, measuresIn(text), wording);
}

/** What the speaker says over the title. */
export function spokenForTitle(brief: Brief, wording: Wording): string {
  return sentences(toWords(brief.title, wording), brief.subtitle && toWords(brief.subtitle, wording));
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
  return sentences(text, ...hedgesOf(statement, measures, wording).map(hedgeText));
}

/** Joins texts as sentences, each with a full stop if it has no end of its own. */
function sentences(...texts: readonly (string | undefined)[]): string {
  return texts
    .filter((text) => text !== undefined && text !== '')
    .map((text) => (/[\p{P}]$/u.test(text ?? '') ? text : `${text}.`))
    .join(' ');
}
