/**
 * Dates that are only as precise as the brief knows them: a day, a month, a season or a year.
 * They stay strings; nothing here ever makes one more precise than it was written.
 */
import { SEASONS, type Season } from './vocabulary.js';

export type BriefDate =
  | { precision: 'day'; year: number; month: number; day: number }
  | { precision: 'month'; year: number; month: number }
  | { precision: 'season'; year: number; season: Season }
  | { precision: 'year'; year: number };

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-(winter|spring|summer|autumn))?$/;

/** Parses `2026-02-28`, `2026-02`, `2026-spring` or `2026`; `undefined` for anything else, 30 February too. */
export function parseDate(text: string): BriefDate | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, yearText, monthText, dayText, season] = match;
  const year = Number(yearText);
  if (year === 0) return undefined;
  if (season !== undefined) return { precision: 'season', year, season: season as Season };
  if (monthText === undefined) return { precision: 'year', year };
  const month = Number(monthText);
  if (month < 1 || month > 12) return undefined;
  if (dayText === undefined) return { precision: 'month', year, month };
  const day = Number(dayText);
  if (day < 1 || day > new Date(utc(year, month + 1, 0)).getUTCDate()) return undefined;
  return { precision: 'day', year, month, day };
}

/** First month (1–12) of each season. The winter of a year is its January and February. */
const FIRST_MONTH: Readonly<Record<Season, number>> = { winter: 1, spring: 3, summer: 6, autumn: 9 };

/**
 * The span of time that a date covers, as UTC milliseconds: first instant, and first instant after it.
 * Seasons are meteorological; December is left out of winter so that a season stays in its year.
 */
export function spanOf(date: BriefDate): readonly [start: number, end: number] {
  switch (date.precision) {
    case 'day':
      return [utc(date.year, date.month, date.day), utc(date.year, date.month, date.day + 1)];
    case 'month':
      return [utc(date.year, date.month), utc(date.year, date.month + 1)];
    case 'season': {
      const first = FIRST_MONTH[date.season];
      return [utc(date.year, first), utc(date.year, first + (date.season === 'winter' ? 2 : 3))];
    }
    case 'year':
      return [utc(date.year, 1), utc(date.year + 1, 1)];
  }
}

/** Midnight of a day; months count from 1. `Date.UTC` takes the years to 99 for those of the last century. */
function utc(year: number, month: number, day = 1): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** The pattern of a date for the JSON Schema, with the seasons spelt out. */
export const DATE_PATTERN = new RegExp(`^\\d{4}(-\\d{2}(-\\d{2})?|-(${SEASONS.join('|')}))?$`);
