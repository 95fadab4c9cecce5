/** Items of a brief from what was found in one article. Each is marked for review and cites its very words. */
import type { BriefInput } from '../load/schema.js';
import { cite, placeOf } from './cite.js';
import { voiceOf } from './find/attribution.js';
import { bySentence } from './find/by-sentence.js';
import type { FoundClaim } from './find/claims.js';
import { eventsOf } from './find/events.js';
import type { Findings } from './find/find.js';
import type { Ids } from './ids.js';
import type { Place } from './result.js';

type List<K extends 'claims' | 'quotes' | 'events' | 'people'> = NonNullable<BriefInput[K]>;
type Measures = NonNullable<BriefInput['measures']>;
type Places = Record<string, readonly Place[]>;

/** How many statements have each importance, from 5 down; the rest has 1. */
const SHARES = [2, 3, 5, 10];
const MOST_CLAIMS = 200;
const MOST_NAME = 280;
const NOT_NAMED = 'Speaker not named';

export function measureItems(
  { article, measures, claims, quotes }: Findings,
  places: Places,
): [string, Measures[string]][] {
  const claimsOf = bySentence(claims);
  return measures.map(({ name, value, unit, precision, at, sentence }) => {
    places[name] = [placeOf(article, at)];
    const claim = claimsOf(sentence)[0];
    const quote = quotes.find((one) => at.start >= one.at.start && at.end <= one.at.end);
    const speaker = quote && (quote.speaker?.name ?? NOT_NAMED);
    return [
      name,
      {
        value,
        unit,
        precision,
        status: quote ? 'claimed' : (claim?.attribution.status ?? 'reported'),
        attribution: speaker ?? claim?.attribution.attribution ?? voiceOf(article),
        review: true,
        sources: [cite(article, claim?.measures.some((one) => one.name === name) ? claim.at : sentence)],
      },
    ];
  });
}

export function claimItems(
  { article, claims, ranking }: Findings,
  topics: ReadonlyMap<string, string>,
  ids: Ids,
  places: Places,
): List<'claims'> {
  const rank = new Map(ranking.map((claim, i) => [claim, i]));
  const known = new Map<FoundClaim, { id: string; importance: number }>();
  let before: FoundClaim | undefined;
  return claims.slice(0, MOST_CLAIMS).flatMap((claim) => {
    const leader = claim.leans ? leaderOf(claim, before) : undefined;
    before = claim;
    const led = leader && known.get(leader);
    // What points at another statement is no statement without it.
    if (claim.leans && !led) return [];
    const importance = led ? Math.min(led.importance, 2) : importanceAt(rank.get(claim) ?? ranking.length);
    const id = ids.make(claim.text.replace(/\{[^{}]*\}/gu, ' '));
    known.set(claim, { id, importance });
    places[id] = [placeOf(article, claim.at)];
    const topic = topics.get(claim.sentence.block.section ?? '');
    return [
      {
        id,
        text: claim.text,
        status: claim.attribution.status,
        attribution: claim.attribution.attribution ?? voiceOf(article),
        review: true as const,
        ...(led && { follows: led.id }),
        sources: [cite(article, claim.at)],
        importance,
        ...(topic !== undefined && { topics: [topic] }),
      },
    ];
  });
}

/** The statement right before it in its paragraph. */
function leaderOf({ sentence }: FoundClaim, before: FoundClaim | undefined): FoundClaim | undefined {
  if (!before || before.sentence.blockAt !== sentence.blockAt) return undefined;
  return sentence.place - before.sentence.place <= 1 ? before : undefined;
}

function importanceAt(rank: number): number {
  let until = 0;
  for (const [i, share] of SHARES.entries()) {
    until += share;
    if (rank < until) return 5 - i;
  }
  return 1;
}

export function quoteItems({ article, quotes }: Findings, ids: Ids, places: Places): List<'quotes'> {
  return quotes.map(({ text, speaker, at, around }) => {
    const id = ids.make(text);
    places[id] = [placeOf(article, at)];
    return {
      id,
      text,
      speaker: (speaker?.name ?? NOT_NAMED).slice(0, MOST_NAME),
      ...(speaker?.role !== undefined && { role: speaker.role }),
      ...(speaker && speaker.via.length > 0 && { via: [...speaker.via] }),
      review: true as const,
      sources: [cite(article, around)],
      importance: 3,
    };
  });
}

export function eventItems(findings: Findings, ids: Ids, places: Places): List<'events'> {
  const { article } = findings;
  return eventsOf(findings).map(({ date, text, at, attribution, importance }) => {
    const id = ids.make(`${text.replace(/\{[^{}]*\}/gu, ' ')}`, 3);
    if (at) places[id] = [placeOf(article, at)];
    return {
      id,
      date,
      text,
      status: attribution.status,
      attribution: attribution.attribution ?? voiceOf(article),
      review: true as const,
      sources: [at ? cite(article, at) : { id: article.id }],
      importance,
    };
  });
}

export function peopleItems({ article, people }: Findings, ids: Ids, places: Places): List<'people'> {
  return people.flatMap(({ name, role, sentence }) => {
    if (role === undefined) return [];
    const id = ids.make(name);
    places[id] = [placeOf(article, sentence)];
    return [{ id, name, role, review: true as const, sources: [cite(article, sentence)], importance: 2 }];
  });
}
