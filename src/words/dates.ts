/** Dates in the reader's language, never more precise than the brief has them. */

import { type BriefDate, parseDate, spanOf } from '../load/dates.js';
import { fill, type Locale } from '../load/locale.js';
import { dateFormat } from './intl.js';

/** `28 February 2026`, `February 2026`, `autumn 2024`, `2026`. */
export function formatDate(text: string, locale: Locale): string {
  const date = parseDate(text);
  return date ? format(date, locale) : text;
}

/** `28 Feb`, `Feb 2026`, `autumn 2024`, `2026`: for the axis of a chart, with the year of a day where it is wanted. */
export function formatShortDate(text: string, locale: Locale, withYear: boolean): string {
  const date = parseDate(text);
  if (!date) return text;
  // The axis of years is one of plain numbers: no "2026년" under every line.
  if (date.precision === 'year') return text;
  return format(date, locale, {
    day: { day: 'numeric', month: 'short', ...(withYear && { year: 'numeric' }) },
    month: { month: 'short', year: 'numeric' },
  });
}

const LONG: Formats = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
};

type Formats = Readonly<Record<'day' | 'month', Intl.DateTimeFormatOptions>>;

function format(date: BriefDate, locale: Locale, formats: Formats = LONG): string {
  if (date.precision === 'season') return fill(locale.seasons[date.season], { year: String(date.year) });
  const options = date.precision === 'year' ? ({ year: 'numeric' } as const) : formats[date.precision];
  // English briefs are read in more countries with the day before the month than after it.
  const language = locale.language === 'en' ? 'en-GB' : locale.language;
  // A month of the brief is a month of its calendar, whichever the language's own is.
  const calendar = { timeZone: 'UTC', calendar: 'gregory' };
  return dateFormat(language, { ...options, ...calendar }).format(spanOf(date)[0]);
}

/** Minutes and seconds: `2:05`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
