/** Everything that is found in one article. */
import { type Article, type Sentence, wordsOf } from '../analyse/article.js';
import type { Ids } from '../ids.js';
import { claimsOf, type FoundClaim, type NamedMeasure } from './claims.js';
import { dateFinderFor, type FoundDate } from './dates.js';
import { type Term, termsIn } from './glossary.js';
import { measuresIn } from './measures.js';
import { type KnownPerson, peopleIn } from './names.js';
import { type FoundQuote, quotesOf } from './quotes.js';
import { ranked } from './rank.js';

export interface Findings {
  readonly article: Article;
  readonly title: string;
  readonly people: readonly KnownPerson[];
  readonly measures: readonly NamedMeasure[];
  /** In the order of the text. */
  readonly claims: readonly FoundClaim[];
  /** Those that stand alone, the most prominent first. */
  readonly ranking: readonly FoundClaim[];
  readonly quotes: readonly FoundQuote[];
  readonly dates: readonly { readonly sentence: Sentence; readonly found: readonly FoundDate[] }[];
  readonly terms: readonly Term[];
}

export async function findIn(article: Article, ids: Ids): Promise<Findings> {
  const people = peopleIn(article);
  const findDates = await dateFinderFor(article);
  const dates = [...article.sentences, ...article.captions].map((sentence) => ({
    sentence,
    found: findDates(sentence),
  }));
  const measures = dates.flatMap(({ sentence, found }) =>
    (sentence.block.kind === 'caption' ? [] : measuresIn(sentence, found)).map((one) => ({
      ...one,
      name: ids.make(nameOf(one.unit)),
    })),
  );
  const claims = claimsOf(article, measures, people);
  const alone = claims.filter(({ leans }) => !leans);
  const title = article.source.title ?? titleFrom(ranked(alone, article, '')[0], article);
  return {
    article,
    title,
    people,
    measures,
    claims,
    ranking: ranked(alone, article, title),
    quotes: quotesOf(article, people),
    dates,
    terms: termsIn(article),
  };
}

/** Words of a title that is made of a statement. */
const MOST_WORDS = 14;

/** A title for an article without one: the beginning of its most prominent statement, in the article's own words. */
function titleFrom(top: FoundClaim | undefined, article: Article): string {
  if (!top) return article.source.file;
  const [clause = ''] = wordsOf(article, top.at)
    .replace(/\s+/gu, ' ')
    .split(/[,;:—(]|\.$/u, 1);
  const words = clause.trim().split(' ');
  return words.length <= MOST_WORDS ? words.join(' ') : `${words.slice(0, MOST_WORDS).join(' ')} …`;
}

function nameOf(unit: string): string {
  return unit === '%' ? 'percent' : unit;
}
