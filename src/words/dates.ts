/** Dates in the reader's language, never more precise than the brief has them. */

import { type BriefDate, parseDate, wholeSpanOf } from '../load/dates.js';
import { fill, type Locale } from '../load/locale.js';
import { dateFormat, ordinalRules } from './intl.js';

/** `28 February 2026`, `night of 3 March 2026`, `February 2026`, `autumn 2024`, `early 2026`, `mid-1970s`. */
export function formatDate(text: string, locale: Locale): string {
  const date = parseDate(text);
  return date ? format(date, locale) : text;
}

/** `28 Feb`, `Feb 2026`, `autumn 2024`, `2026`: for the axis of a chart, with the year of a day where it is wanted. */
export function formatShortDate(text: string, locale: Locale, withYear: boolean): string {
  const date = parseDate(text);
  if (!date) return text;
  // The axis of years is one of plain numbers: no "2026년" under every line.
  if (/^\d+$/.test(text)) return text;
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
  const whole = wholeOf(date, locale, formats);
  if ('time' in date && date.time !== undefined) return fill(locale.dayTimes[date.time], { date: whole });
  if (!('part' in date) || date.part === undefined) return whole;
  const { month, year, decade, century } = locale.dateParts;
  const patterns = { month, year, decade, century }[date.precision];
  return fill(patterns[date.part], { date: whole });
}

function wholeOf(date: BriefDate, locale: Locale, formats: Formats): string {
  switch (date.precision) {
    case 'century': {
      const form = ordinalRules(locale.language).select(date.century);
      const pattern = locale.century[form] ?? locale.century.other ?? '';
      return fill(pattern, { n: String(date.century), roman: roman(date.century) });
    }
    case 'decade':
      return fill(locale.decade, { year: String(date.year) });
    case 'season':
      return fill(locale.seasons[date.season], { year: String(date.year) });
    default: {
      const options = date.precision === 'year' ? ({ year: 'numeric' } as const) : formats[date.precision];
      // English briefs are read in more countries with the day before the month than after it.
      const language = locale.language === 'en' ? 'en-GB' : locale.language;
      // A month of the brief is a month of its calendar, whichever the language's own is.
      const calendar = { timeZone: 'UTC', calendar: 'gregory' };
      return dateFormat(language, { ...options, ...calendar }).format(wholeSpanOf(date)[0]);
    }
  }
}

const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
const ROMAN_TENS = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC'];

/** 1 to 99 as French and Spanish number centuries: `XIX`. */
function roman(n: number): string {
  return `${ROMAN_TENS[Math.floor(n / 10)]}${ROMAN[n % 10]}`;
}

/** Minutes and seconds: `2:05`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
