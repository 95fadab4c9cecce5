/** What was found, as a brief: items with evidence, status and importance, in the order in which a person writes them. */
import type { BriefInput } from '../load/schema.js';
import { highestMarking } from '../load/vocabulary.js';
import { cite, placeOf } from './cite.js';
import { voiceOf } from './find/attribution.js';
import type { Findings } from './find/find.js';
import { Ids } from './ids.js';
import { claimItems, eventItems, measureItems, peopleItems, quoteItems } from './items.js';
import { labelIn } from './label.js';
import { questionsOf } from './questions.js';
import type { Draft, DraftOptions, Place } from './result.js';
import { topicsOf } from './topics.js';

const MOST_TITLE = 280;

/** Composes the draft of one brief from what was found in each of its sources. */
export function composeBrief(findings: readonly Findings[], ids: Ids, { date, today }: DraftOptions): Draft {
  const [first] = findings;
  const places: Record<string, readonly Place[]> = {};
  const topics = topicsOf(findings);
  const days = findings.flatMap(({ article }) => article.day ?? []).sort();
  const asOf = days.at(-1) ?? date ?? today;
  const marking = highestMarking(findings.map(({ article }) => labelIn(article.source.text)));
  const title = (first?.title ?? '').slice(0, MOST_TITLE);
  const brief: BriefInput = {
    id: new Ids().make(title, 5),
    title,
    language: first?.article.language ?? 'en',
    asOf,
    ...(marking !== 'TLP:CLEAR' && { marking }),
    bottomLine: bottomLineOf(first, places),
    topics: Object.fromEntries([...topics].map(([label, id]) => [id, label])),
    glossary: Object.fromEntries(
      findings.flatMap(({ terms }) => terms.map(({ short, meaning }) => [short, meaning])),
    ),
    sources: Object.fromEntries(findings.map(({ article }) => [article.id, sourceOf(article)])),
    measures: Object.fromEntries(findings.flatMap((one) => measureItems(one, places))),
    claims: findings.flatMap((one) => claimItems(one, topics, ids, places)),
    quotes: findings.flatMap((one) => quoteItems(one, ids, places)),
    events: findings.flatMap((one) => eventItems(one, ids, places)),
    people: findings.flatMap((one) => peopleItems(one, ids, places)),
  };
  return {
    brief,
    sources: findings.map(({ article }) => ({
      id: article.id,
      file: `sources/${article.id}.txt`,
      text: article.source.text,
    })),
    places,
    questions: questionsOf(findings),
    dropped: [],
  };
}

type SourceInput = NonNullable<BriefInput['sources']>[string];

function sourceOf({ id, source, day }: Findings['article']): SourceInput {
  const label = labelIn(source.text);
  return {
    title: (source.title ?? source.file).slice(0, MOST_TITLE),
    publisher: source.publisher ?? 'Publisher not stated',
    ...(source.byline !== undefined && { author: source.byline }),
    ...(day !== undefined && { issued: day }),
    ...(source.url !== undefined && { url: source.url }),
    text: `sources/${id}.txt`,
    ...(label !== 'TLP:CLEAR' && { marking: label }),
  };
}

/** The most prominent statement of the first source: its author is asked to write it anew. */
function bottomLineOf(
  first: Findings | undefined,
  places: Record<string, readonly Place[]>,
): BriefInput['bottomLine'] {
  const top = first?.ranking[0];
  if (!first || !top) return { text: first?.title ?? 'Nothing was found.', review: true };
  places['bottom-line'] = [placeOf(first.article, top.at)];
  return {
    text: top.text,
    status: top.attribution.status,
    attribution: top.attribution.attribution ?? voiceOf(first.article),
    review: true,
    sources: [cite(first.article, top.at)],
  };
}
