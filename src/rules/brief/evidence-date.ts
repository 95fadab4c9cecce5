/** The date of an event, against the dates that its evidence names. */
import { parseDate } from '../../load/dates.js';
import { datesIn, isAsPrecise, mayBeOf } from '../../words/date-mentions.js';
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
      const mentions = evidence.flatMap(datesIn);
      // The day of an event is not learned from words that name a month.
      if (!mentions.some((mention) => isAsPrecise(mention, date))) return;
      log.count('evidence-date');
      if (mentions.some((mention) => mayBeOf(mention, date))) return;
      log.find({
        rule: 'evidence-date',
        path: ['events', i, 'date'],
        message: `${written} is no date of its evidence: "${evidence.join('" and "')}"`,
        hint: `It says ${mentions.map(({ text }) => text).join(', ')}.`,
      });
    });
  },
} as const satisfies Rule & BriefCheck<'evidence-date'>;
