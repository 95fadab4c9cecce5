/** The day that a source says it is of. */
import { parseDate } from '../../load/dates.js';
import { datesIn } from '../../words/date-mentions.js';

/** The day at the beginning of a time stamp, as it is written, or of a date in words: `February 23, 2006`. */
export function isoDay(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 100) return undefined;
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(value.trim()) ?? [];
  if (day !== undefined) return parseDate(day) ? day : undefined;
  const [mention] = datesIn(value);
  if (mention?.year === undefined || mention.month === undefined || mention.day === undefined)
    return undefined;
  const { year, month, day: dayOfMonth } = mention;
  const iso = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(dayOfMonth).padStart(2, '0'),
  ].join('-');
  return parseDate(iso) ? iso : undefined;
}
