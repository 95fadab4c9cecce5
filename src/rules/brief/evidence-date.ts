/** The date of an event, against the dates that its evidence names. */
import { parseDate } from '../../load/dates.js';
import { datesIn, mayBeOf } from '../../words/date-mentions.js';
import type { BriefCheck, Rule } from '../rule.js';

export const evidenceDate = {
  id: 'evidence-date',
  severity: 'error',
  asks: 'The date of an event is one that its evidence names.',
  check({ brief }, log) {
    brief.events.forEach(({ date: written, sources }, i) => {
      const date = written === undefined ? undefined : parseDate(written);
      if (!date) return;
      const evidence = sources.flatMap((source) => source.evidence ?? []);
      const mentions = evidence.flatMap(datesIn);
      if (mentions.length === 0) return;
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
