/** The statements of an article: its sentences, their clauses where they carry two facts, in words that stand alone. */
import { placeholdersOf } from '../../load/placeholders.js';
import { leaningIn } from '../../words/leaning.js';
import type { Article, Sentence, Span } from '../analyse/article.js';
import { type Attribution, attributionOf } from './attribution.js';
import { asideOf, clausesOf } from './clauses.js';
import type { FoundMeasure } from './measures.js';
import type { KnownPerson } from './names.js';
import { isQuote } from './quotes.js';
import type { Candidate } from './rank.js';
import { REPORTING } from './reporting.js';

/** A statement: its words with placeholders for its measures, and the words of the source that carry it. */
export interface FoundClaim extends Candidate {
  readonly at: Span;
  readonly attribution: Attribution;
  readonly measures: readonly NamedMeasure[];
  /** It stands first in its sentence. */
  readonly isFirst: boolean;
}

export interface NamedMeasure extends FoundMeasure {
  readonly name: string;
}

const LEAST_WORDS = 5;
const MOST_CHARACTERS = 1800;
/** A sentence that is a quotation for this share is a quote and no claim. */
const MOST_QUOTED = 0.35;

const CONNECTIVE =
  /^(?:(?:however|meanwhile|moreover|furthermore|in addition|additionally|nevertheless|nonetheless|still|indeed|also|for example|for instance|as a result|thus|therefore|then|by comparison|on the other hand|in turn|in fact|of course|overall|consequently|similarly),\s+|(?:but|and|so|yet|also)\s+(?=\p{L}))/iu;
const DATELINE = /^\p{Lu}[\p{Lu} .,’'-]{2,40}(?:, \p{L}{3,9}\.? \d{1,2})?(?: ?\([\p{L} ]{2,20}\))? ?[—–-]+ /u;
const MARKER = / ?(?:\(\(\w+\)\)|\[(?:sic|\d+|citation needed)\])/giu;
const PRONOUN =
  /^(?:he|she|it|they|his|her|its|their|him|them|this|that|these|those|such|there|here|who|which|both|one|others?|another|some)(?![\p{L}-]| of the )/iu;

/** Every statement of an article, in its order. */
export function claimsOf(
  article: Article,
  measures: readonly NamedMeasure[],
  people: readonly KnownPerson[],
): FoundClaim[] {
  return article.sentences.flatMap((sentence) => {
    if (!isStatement(sentence, article)) return [];
    const attribution = attributionOf(sentence, people);
    return clausesOf(sentence).flatMap((clause, i): FoundClaim[] => {
      const own = measures.filter(
        (one) => one.sentence === sentence && one.at.start >= clause.start && one.at.end <= clause.end,
      );
      const text = textOf(sentence, clause, attribution, own);
      if (text.length > MOST_CHARACTERS || text.split(/\s+/u).length < leastWords(article)) return [];
      return [
        {
          sentence,
          text,
          at: clause,
          attribution,
          measures: own.filter(({ name }) => text.includes(`{${name}}`)),
          hasNumber: /[\d{]/u.test(text),
          leans: leaningIn(text) !== undefined || PRONOUN.test(text),
          isFirst: i === 0,
        },
      ];
    });
  });
}

function leastWords({ language }: Article): number {
  return /^(?:zh|ja|th)\b/.test(language) ? 1 : LEAST_WORDS;
}

/** Only says who speaks, or by what: what is said stands in another paragraph. */
const LEADS_IN = new RegExp(`(?:\\b${REPORTING}|:)[.:]?$|^According to [^,]*$`, 'iu');

/** Few words without a verb are a label. In more words a verb may have been taken for a noun. */
function isWithoutVerb(tokens: Sentence['tokens']): boolean {
  return (
    tokens.length > 0 && tokens.length < 10 && !tokens.some(({ pos }) => pos === 'VERB' || pos === 'AUX')
  );
}

function isStatement(sentence: Sentence, article: Article): boolean {
  const { text, quotations, tokens, end, start } = sentence;
  // A brace of the article would be taken for a measure.
  if (placeholdersOf(text).length > 0) return false;
  if (LEADS_IN.test(text) || isWithoutVerb(tokens)) return false;
  if (/[?？؟]["”’]?$/u.test(text) || !/\p{L}/u.test(text)) return false;
  const quoted = quotations
    .filter((one) => isQuote(one, article))
    .reduce((sum, one) => sum + Math.min(end, one.end) - Math.max(start, one.start), 0);
  return quoted <= MOST_QUOTED * text.length;
}

/** The words of a clause without those that only say whose it is or lead over to it, and with its measures by name. */
function textOf(
  { text, start, end, place }: Sentence,
  clause: Span,
  { lead, tail }: Attribution,
  measures: readonly NamedMeasure[],
): string {
  const from = clause.start === start ? clause.start + lead : clause.start;
  const to = clause.end === end ? clause.end - tail : clause.end;
  const words = withMeasures({ text, start }, { start: from, end: to }, measures);
  const bare = (place === 0 ? words.replace(DATELINE, '') : words)
    .replace(MARKER, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(CONNECTIVE, '');
  const shown = bare.slice(0, bare.length - asideOf(bare));
  return closed(shown.charAt(0).toUpperCase() + shown.slice(1));
}

/** The words between two offsets, with each measure as its placeholder. */
export function withMeasures(
  { text, start }: Pick<Sentence, 'text' | 'start'>,
  { start: from, end: to }: Span,
  measures: readonly NamedMeasure[],
): string {
  let words = '';
  let at = from;
  for (const measure of measures) {
    if (measure.at.start < at || measure.at.end > to) continue;
    words += `${text.slice(at - start, measure.at.start - start)}{${measure.name}}`;
    at = measure.at.end;
  }
  return words + text.slice(at - start, to - start);
}

function closed(text: string): string {
  const bare = text.replace(/[\s,;:—–-]+$/u, '');
  return /[.!…。！؟।][”"’'»)]*$/u.test(bare) ? bare : `${bare}${/\p{Script=Han}$/u.test(bare) ? '。' : '.'}`;
}
