/** Direct quotations of an article, with who said them. */
import type { Article, Quotation, Sentence, Span } from '../analyse/article.js';
import type { KnownPerson } from './names.js';
import { type Speaker, Speakers } from './speakers.js';

export interface FoundQuote {
  readonly text: string;
  readonly speaker: Speaker | undefined;
  /** The words, and the sentence that says whose they are. */
  readonly at: Span;
  readonly around: Sentence;
}

/** Fewer words in quotation marks are a term or a title. */
const LEAST_WORDS = 5;
const LEAST_CHARACTERS = 10;
const MOST_CHARACTERS = 4000;

/** Each quotation once, in the order of the text. */
export function quotesOf(article: Article, people: readonly KnownPerson[]): FoundQuote[] {
  const speakers = new Speakers(article, people);
  const found = new Map<string, FoundQuote>();
  for (const sentence of article.sentences) {
    for (const quotation of sentence.quotations) {
      if (quotation.start < sentence.start || !isQuote(quotation, article)) continue;
      const speaker = speakers.of(quotation, sentence);
      const at = trimmed(quotation, article);
      const text = article.source.text.slice(at.start, at.end);
      const known = found.get(text);
      if (!known?.speaker)
        found.set(text, { text, speaker: speaker ?? known?.speaker, at, around: sentence });
    }
  }
  return [...found.values()];
}

/** Whether words in quotation marks are what somebody said, and not a term. */
export function isQuote({ inner }: Quotation, article: Article): boolean {
  const words = article.source.text.slice(inner.start, inner.end);
  if (words.length > MOST_CHARACTERS) return false;
  return /\p{Script=Han}|\p{Script=Hangul}/u.test(words)
    ? words.length >= LEAST_CHARACTERS
    : words.trim().split(/\s+/).length >= LEAST_WORDS;
}

/** Without the comma that the sentence around it asks for. */
function trimmed({ inner }: Quotation, { source }: Article): Span {
  const words = source.text.slice(inner.start, inner.end);
  const start = inner.start + (words.length - words.trimStart().length);
  return { start, end: inner.start + words.replace(/[\s,，،]+$/u, '').length };
}
