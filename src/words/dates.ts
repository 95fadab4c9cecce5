/** Dates in the reader's language, never more precise than the brief has them. */

import { type BriefDate, parseDate, spanOf } from '../load/dates.js';
import { fill, type Locale } from '../load/locale.js';
import { dateFormat } from './intl.js';

/** `28 February 2026`, `February 2026`, `autumn 2024`, `2026`. */
export function formatDate(text: string, locale: Locale): string {
  const date = parseDate(text);
  return date ? format(date, locale) : text;
}

function format(date: BriefDate, locale: Locale): string {
  if (date.precision === 'season') return fill(locale.seasons[date.season], { year: String(date.year) });
  const options: Record<typeof date.precision, Intl.DateTimeFormatOptions> = {
    day: { day: 'numeric', month: 'long', year: 'numeric' },
    month: { month: 'long', year: 'numeric' },
    year: { year: 'numeric' },
  };
  // English briefs are read in more countries with the day before the month than after it.
  const language = locale.language === 'en' ? 'en-GB' : locale.language;
  // A month of the brief is a month of its calendar, whichever the language's own is.
  const calendar = { timeZone: 'UTC', calendar: 'gregory' };
  return dateFormat(language, { ...options[date.precision], ...calendar }).format(spanOf(date)[0]);
}

/** Minutes and seconds: `2:05`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
