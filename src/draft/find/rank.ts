/**
 * Which statements of an article matter most. News tells what matters first, and opens a paragraph with its point; what
 * is central has words in common with the title and with many other sentences. The weights are round numbers: they are
 * not fitted to any article.
 */
import type { Article, Sentence } from '../analyse/article.js';
import { contentFor } from './content.js';

/** A statement to be ranked. */
export interface Candidate {
  readonly sentence: Sentence;
  readonly text: string;
  readonly hasNumber: boolean;
  /** It needs another statement before it. */
  readonly leans: boolean;
}

const WEIGHTS = {
  lead: 0.6,
  opening: 0.6,
  title: 0.6,
  central: 1,
  number: 0.15,
  quoted: -0.4,
  speech: -0.3,
  leans: -0.4,
  personal: -0.8,
  detail: -0.3,
  short: -0.5,
};

/** With fewer words that say something, a sentence leads in to another. */
const LEAST_CONTENT = 4;

/** What two statements have in common counts against the one that is ranked later. */
const REPEATED = 0.6;

const PERSONAL = /\b(?:I|we|you|our|my|your|us)\b/u;
const SPEECH = /\b(?:said|says|told|tells|added|adds)\b/u;
const DETAIL = /^(?:for (?:example|instance)|in one case|another|other|also|additionally|in addition)\b/iu;

/** The candidates, the most prominent first. */
export function ranked<T extends Candidate>(candidates: readonly T[], article: Article, title: string): T[] {
  const content = contentFor(article.language);
  const stems = candidates.map(({ text }) => new Set(content(text)));
  const frequency = new Map<string, number>();
  for (const { text } of article.sentences)
    for (const stem of new Set(content(text))) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  const titleStems = new Set(content(title));
  const most = Math.max(1, ...frequency.values());
  const opening = article.sentences[0]?.blockAt ?? 0;
  const scored = candidates.map((candidate, i) => {
    const own = [...(stems[i] ?? [])];
    const central = mean(own.map((stem) => Math.log(frequency.get(stem) ?? 1) / Math.log(most + 1)));
    const inTitle = own.filter((stem) => titleStems.has(stem)).length / Math.max(1, titleStems.size);
    const { sentence, hasNumber, leans, text } = candidate;
    const paragraph = sentence.blockAt - opening;
    const score =
      WEIGHTS.lead / (1 + paragraph + sentence.place) +
      (sentence.place === 0 ? WEIGHTS.opening : 0) +
      WEIGHTS.title * inTitle +
      WEIGHTS.central * central +
      (hasNumber ? WEIGHTS.number : 0) +
      (sentence.quotations.length > 0 ? WEIGHTS.quoted : 0) +
      (SPEECH.test(sentence.text) ? WEIGHTS.speech : 0) +
      (leans ? WEIGHTS.leans : 0) +
      (PERSONAL.test(text) ? WEIGHTS.personal : 0) +
      (DETAIL.test(text) ? WEIGHTS.detail : 0) +
      (own.length < LEAST_CONTENT ? WEIGHTS.short : 0);
    return { candidate, score, own };
  });
  return withoutRepeats(scored).map(({ candidate }) => candidate);
}

interface Scored<T> {
  readonly candidate: T;
  readonly score: number;
  readonly own: readonly string[];
}

/** How many of the ranked are compared with what is left: the rest stands in the order of its scores. */
const MOST_COMPARED = 20;

/** One after the other the best of those that are left, less what it repeats of those before. */
function withoutRepeats<T>(scored: readonly Scored<T>[]): Scored<T>[] {
  const left = [...scored].sort((a, b) => b.score - a.score);
  const chosen: Scored<T>[] = [];
  const repeats = new Map<Scored<T>, number>();
  while (left.length > 0 && chosen.length < MOST_COMPARED) {
    const worth = (one: Scored<T>) => one.score - REPEATED * (repeats.get(one) ?? 0);
    const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    left.splice(left.indexOf(best), 1);
    chosen.push(best);
    const known = new Set(best.own);
    for (const one of left) {
      const shared = one.own.filter((stem) => known.has(stem)).length / Math.max(1, one.own.length);
      repeats.set(one, Math.max(repeats.get(one) ?? 0, shared));
    }
  }
  return [...chosen, ...left];
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((a, b) => a + b, 0) / numbers.length;
}
