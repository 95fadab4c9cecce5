/** The date of an event, against the dates that its evidence names. */
import { parseDate } from '../../load/dates.js';
import type { Brief, SourceRef } from '../../load/schema.js';
import {
  type DateMention,
  datesIn,
  isAsPrecise,
  mayBeOf,
  relativeDaysIn,
} from '../../words/date-mentions.js';
import type { BriefCheck, Rule } from '../rule.js';

export const evidenceDate = {
  id: 'evidence-date',
  severity: 'error',
  asks: 'The date of an event is one that its evidence names.',
  check({ brief }, log) {
    brief.events.forEach(({ date: written, sources }, i) => {
      const date = written === undefined ? undefined : parseDate(written);
      const isNews = sources.some(({ id }) => brief.sources[id]?.issued === written);
      // What happened on the day of the report is often told without its date, beside other dates.
      if (!date || isNews) return;
      const evidence = sources.flatMap((source) => source.evidence ?? []);
      const named = evidence.flatMap(datesIn);
      const mentions = named.length > 0 ? named : sources.flatMap((source) => relativeDays(source, brief));
      // The day of an event is not learned from words that name a month.
      if (!mentions.some((mention) => isAsPrecise(mention, date))) return;
      log.count('evidence-date');
      if (mentions.some((mention) => mayBeOf(mention, date))) return;
      log.find({
        rule: 'evidence-date',
        path: ['events', i, 'date'],
        message: `${written} is no date of its evidence: "${evidence.join('" and "')}"`,
        hint: `It says ${[...new Set(mentions.map(({ text }) => text))].join(', ')}.`,
      });
    });
  },
} as const satisfies Rule & BriefCheck<'evidence-date'>;

/** Days that evidence names by when its source was published: `yesterday`, `on Friday`. */
function relativeDays({ id, evidence }: SourceRef, { sources }: Brief): DateMention[] {
  const source = sources[id];
  const issued = parseDate(source?.issued ?? sources[source?.citedIn ?? '']?.issued ?? '');
  if (evidence === undefined || issued?.precision !== 'day') return [];
  return relativeDaysIn(evidence, new Date(Date.UTC(issued.year, issued.month - 1, issued.day)));
}
