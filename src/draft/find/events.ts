/** Dated happenings: for each date that an article names, the most prominent statement that names it. */
import type { Sentence, Span } from '../analyse/article.js';
import { type Attribution, attributionOf } from './attribution.js';
import { type FoundClaim, withMeasures } from './claims.js';
import type { FoundDate } from './dates.js';
import type { Findings } from './find.js';

export interface FoundEvent {
  readonly date: string;
  readonly text: string;
  /** Absent where the day is that of the article and its text does not say it. */
  readonly at: Span | undefined;
  readonly attribution: Attribution;
  readonly importance: number;
}

const MOST_CHARACTERS = 450;
const REPORTED: Attribution = { status: 'reported', attribution: undefined, lead: 0, tail: 0 };

/** Events by date, each date once. */
export function eventsOf(findings: Findings): FoundEvent[] {
  const { article, title, dates } = findings;
  const byDate = new Map<string, FoundEvent & { worth: number }>();
  for (const { sentence, found } of dates)
    for (const one of found) {
      const event = eventOf(one, sentence, findings);
      const known = byDate.get(one.date);
      if (event && (!known || event.worth > known.worth)) byDate.set(one.date, event);
    }
  const { day } = article;
  const events: FoundEvent[] = [...byDate.values()].map(({ worth: _, ...event }) => event);
  if (day !== undefined && !byDate.has(day))
    events.push({ date: day, text: title, at: titleAt(findings), attribution: REPORTED, importance: 1 });
  return events.sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Where the text has the title itself. */
function titleAt({ article, title }: Findings): Span | undefined {
  const at = article.source.text.indexOf(title);
  return at < 0 ? undefined : { start: at, end: at + title.length };
}

function eventOf(
  { date, start, end }: FoundDate,
  sentence: Sentence,
  { claims, ranking, people, measures }: Findings,
): (FoundEvent & { worth: number }) | undefined {
  const claim = claims.find((one) => one.sentence === sentence && one.at.start <= start && one.at.end >= end);
  if (claim) {
    const rank = ranking.indexOf(claim);
    const worth = rank < 0 ? 0 : 1 + ranking.length - rank;
    return {
      date,
      text: claim.text,
      at: claim.at,
      attribution: claim.attribution,
      importance: importanceOf(claim, rank),
      worth,
    };
  }
  const at = partAround(sentence, start, end);
  if (at.end - at.start > MOST_CHARACTERS || /[{}]/u.test(sentence.text)) return undefined;
  const own = measures.filter((one) => one.sentence === sentence);
  const words = balanced(withMeasures(sentence, at, own));
  const text = sentence.block.kind === 'caption' ? `Picture: ${words}` : words;
  return { date, text, at, attribution: attributionOf(sentence, people), importance: 1, worth: -1 };
}

/** The part of a quotation of several sentences that has a date. */
function partAround({ text, start }: Sentence, from: number, to: number): Span {
  const ends = [...text.matchAll(/[.!?\]]["”’]? (?=[\p{Lu}"“])/gu)].map(
    (match) => start + match.index + match[0].length,
  );
  return {
    start: ends.filter((end) => end <= from).at(-1) ?? start,
    end: ends.find((end) => end >= to) ?? start + text.length,
  };
}

/** On one line, with a quotation closed that goes on after it. */
function balanced(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const isOpen = (line.match(/"/g)?.length ?? 0) % 2 === 1;
  if (!isOpen) return line;
  return line.startsWith('"') ? line.slice(1) : line.endsWith('"') ? line.slice(0, -1) : `${line}"`;
}

function importanceOf({ leans }: FoundClaim, rank: number): number {
  if (leans || rank < 0) return 1;
  return rank < 5 ? 3 : 2;
}
