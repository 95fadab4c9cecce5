/** The words of a text that say something, by which sentences are compared. */
import { contentOf } from '../../words/english.js';

/** What gives the content words of a language. */
export function contentFor(language: string): (text: string) => readonly string[] {
  if (/^en\b/.test(language)) return contentOf;
  const [tag = 'en'] = Intl.Segmenter.supportedLocalesOf([language]);
  const segmenter = new Intl.Segmenter(tag, { granularity: 'word' });
  const isCjk = /^(?:zh|ja|ko)\b/.test(language);
  return (text) =>
    [...segmenter.segment(text)]
      .filter(({ isWordLike, segment }) => isWordLike && segment.length > (isCjk ? 1 : 3))
      .map(({ segment }) => segment.toLowerCase());
}
