/** Dates that an article names, resolved against its own day. */
import type { Article, Sentence, Span } from '../analyse/article.js';

/** A date as a brief writes it, and where it stands. */
export interface FoundDate extends Span {
  readonly date: string;
}

export type DateFinder = (sentence: Sentence) => FoundDate[];

const YEAR = /(?<![\p{L}\p{N}.,$€£-])(?<year>1[5-9]\d\d|20\d\d|2100)(?![\p{L}\p{N}%]|[.,]\d|-\p{L})/gu;
/** Words that make a number of four figures a year. */
const BEFORE_YEAR =
  /(?:\b(?:in|by|since|from|to|until|till|of|during|between|and|through|over|for|early|late|mid|year|im|en|bis|seit|von|depuis|desde|hasta|у|в|з|до)|[-–(/])\s*$/iu;
/** Things that are counted: the number before them is no year. */
const COUNTED =
  /^ (?!levels|figures|data|elections?|season|report|census|budget|standards|results)\p{L}+s\b/u;
const AHEAD =
  /\b(?:will|would|next|to be|expected|scheduled|due|plans?|planned|tomorrow|upcoming|set to)\b/iu;
const DAY = 86_400_000;

/** What finds the dates of an article: chrono-node for days and months, and years by the words before them. */
export async function dateFinderFor(article: Article): Promise<DateFinder> {
  const chrono = await import('chrono-node');
  const parser = PARSERS[article.language.slice(0, 2)]?.(chrono);
  const noon = article.day === undefined ? undefined : new Date(`${article.day}T12:00:00`);
  return ({ text, start }) => {
    const found: FoundDate[] = [];
    const add = (date: string | undefined, at: number, length: number) => {
      if (date !== undefined) found.push({ date, start: start + at, end: start + at + length });
    };
    for (const { index, text: words, start: from, end } of parser?.parse(text, noon) ?? []) {
      // "In the last year" is a span of time, and "last year" a year.
      if (/\bthe $/iu.test(text.slice(0, index)) && /^(?:last|past|next|coming)\b/iu.test(words)) continue;
      add(dateOf(from, words, text, noon), index, words.length);
      if (end) add(dateOf(end, words, text, noon), index, words.length);
    }
    for (const match of text.matchAll(YEAR)) {
      const at = match.index;
      if (found.some((one) => at + start < one.end && at + start >= one.start)) continue;
      const before = text.slice(Math.max(0, at - 12), at);
      const after = text.slice(at + 4);
      if (
        BEFORE_YEAR.test(before) &&
        !(/\bof\s*$|\bover\s*$|\bfor\s*$/iu.test(before) && COUNTED.test(after))
      )
        add(match[0], at, 4);
      else if (/^ ?[-–] ?\d{4}\b/u.test(after)) add(match[0], at, 4);
    }
    return found.sort((a, b) => a.start - b.start);
  };
}

type Chrono = typeof import('chrono-node');
type Parser = Chrono['en'];
const PARSERS: Readonly<Record<string, (chrono: Chrono) => Pick<Parser, 'parse'>>> = {
  en: ({ en }) => en,
  de: ({ de }) => de,
  fr: ({ fr }) => fr,
  es: ({ es }) => es,
  uk: ({ uk }) => uk,
};

type Components = ReturnType<Parser['parse']>[number]['start'];

/** As precise as the words are, and no more. */
function dateOf(parts: Components, words: string, text: string, day: Date | undefined): string | undefined {
  if (/\b(?:hours?|minutes?|seconds?|now|night|moment)\b/iu.test(words) && !parts.isCertain('day'))
    return undefined;
  const date = parts.date();
  const isWeekday = parts.isCertain('weekday') && !parts.isCertain('day');
  if ((isWeekday || !parts.isCertain('year')) && day === undefined) return undefined;
  if (isWeekday && day && date > day && !AHEAD.test(text)) date.setTime(date.getTime() - 7 * DAY);
  const year = String(parts.get('year') ?? '').padStart(4, '0');
  const month = String(parts.get('month') ?? '').padStart(2, '0');
  if (isWeekday || parts.isCertain('day')) return isRelativeSpan(words) ? undefined : isoDay(date);
  if (parts.isCertain('month')) return isRelativeSpan(words) ? undefined : `${year}-${month}`;
  return parts.isCertain('year') && !isRelativeSpan(words) ? year : undefined;
}

/** "The past few days", "ten days before": no date that anything happened at. */
function isRelativeSpan(words: string): boolean {
  return /\b(?:(?:past|last|next|few|several|\w+) (?:days|weeks|months|years)|hours?|minutes?|ago|later|earlier|before|after)\b/iu.test(
    words,
  );
}

function isoDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
