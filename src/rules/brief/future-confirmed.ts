/** Events that are confirmed before they happen. */
import { parseDate, spanOf } from '../../load/dates.js';
import type { BriefCheck, Rule } from '../rule.js';

export const futureConfirmed = {
  id: 'future-confirmed',
  severity: 'error',
  asks: 'What has not happened by the date of the brief is not confirmed.',
  check({ brief }, log) {
    const asOf = parseDate(brief.asOf);
    if (!asOf) return;
    brief.events.forEach((event, i) => {
      const date = event.date === undefined ? undefined : parseDate(event.date);
      if (!date) return;
      log.count('future-confirmed');
      if (event.status !== 'confirmed' || spanOf(date)[0] < spanOf(asOf)[1]) return;
      log.find({
        rule: 'future-confirmed',
        path: ['events', i, 'date'],
        message: `${event.date} is after ${brief.asOf}, the date of the brief, and the event is confirmed`,
        hint: 'Give it another status and say who announced it.',
      });
    });
  },
} as const satisfies Rule & BriefCheck<'future-confirmed'>;
