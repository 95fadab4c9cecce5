/** Evidence: the words of a source between two offsets, and the place of them. */
import { type Article, type Span, wordsOf } from './analyse/article.js';
import type { Place } from './result.js';

/** Evidence is no longer than a brief takes. */
const MOST_EVIDENCE = 3500;

/** The source with the very words that carry a statement. */
export function cite(article: Article, at: Span): { id: string; evidence: string } {
  const line = wordsOf(article, at).replace(/\s+/gu, ' ').trim();
  const cut = line.lastIndexOf(' ', MOST_EVIDENCE);
  return {
    id: article.id,
    evidence: line.length <= MOST_EVIDENCE ? line : line.slice(0, cut > 0 ? cut : MOST_EVIDENCE),
  };
}

export function placeOf(article: Article, { start, end }: Span): Place {
  return { source: article.id, start, end };
}
