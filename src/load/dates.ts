/**
 * Dates that are only as precise as the brief knows them: from a part of a day to a century.
 * They stay strings; nothing here ever makes one more precise than it was written.
 */
import { DATE_PARTS, DAY_TIMES, type DatePart, type DayTime, SEASONS, type Season } from './vocabulary.js';

export type BriefDate =
  | { precision: 'day'; year: number; month: number; day: number; time?: DayTime }
  | { precision: 'month'; year: number; month: number; part?: DatePart }
  | { precision: 'season'; year: number; season: Season }
  | { precision: 'year'; year: number; part?: DatePart }
  /** `year` is the first of ten. */
  | { precision: 'decade'; year: number; part?: DatePart }
  /** The 19th century is the years 1801 to 1900. */
  | { precision: 'century'; century: number; part?: DatePart };

/** The pattern of a date for the JSON Schema, with the words that it may have spelt out. */
export const DATE_PATTERN = new RegExp(
  `^(?:(${DATE_PARTS.join('|')})-)?` +
    `(?:(\\d{3}0)s|([1-9]\\d?)(st|nd|rd|th)-century|` +
    `(\\d{4})(?:-(${SEASONS.join('|')})|-(\\d{2})(?:-(\\d{2})(?:-(${DAY_TIMES.join('|')}))?)?)?)$`,
);

/**
 * Parses `2026-02-28`, `2026-02-28-night`, `2026-02`, `2026-spring`, `2026`, `1970s`, `19th-century`, and `early-`,
 * `mid-` or `late-` before a month, year, decade or century; `undefined` for anything else, 30 February too.
 */
export function parseDate(text: string): BriefDate | undefined {
  const match = DATE_PATTERN.exec(text);
  if (!match) return undefined;
  const [, partText, decade, centuryText, ending, yearText, season, monthText, dayText, timeText] = match;
  const part = partText === undefined ? {} : { part: partText as DatePart };
  if (decade !== undefined) {
    return decade === '0000' ? undefined : { precision: 'decade', year: Number(decade), ...part };
  }
  if (centuryText !== undefined) {
    const century = Number(centuryText);
    return ending === ORDINAL[ordinals.select(century)]
      ? { precision: 'century', century, ...part }
      : undefined;
  }
  const year = Number(yearText);
  if (year === 0) return undefined;
  if (season !== undefined)
    return partText === undefined ? { precision: 'season', year, season: season as Season } : undefined;
  if (monthText === undefined) return { precision: 'year', year, ...part };
  const month = Number(monthText);
  if (month < 1 || month > 12) return undefined;
  if (dayText === undefined) return { precision: 'month', year, month, ...part };
  const day = Number(dayText);
  if (partText !== undefined || day < 1 || day > new Date(utc(year, month + 1, 0)).getUTCDate())
    return undefined;
  return {
    precision: 'day',
    year,
    month,
    day,
    ...(timeText === undefined ? {} : { time: timeText as DayTime }),
  };
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const ORDINAL: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

/** First month (1–12) of each season. The winter of a year is its January and February. */
const FIRST_MONTH: Readonly<Record<Season, number>> = { winter: 1, spring: 3, summer: 6, autumn: 9 };

/** Hours of the day at which its parts begin and end; a night goes on into the next day. */
const HOURS: Readonly<Record<DayTime, readonly [number, number]>> = {
  morning: [6, 12],
  afternoon: [12, 18],
  evening: [18, 22],
  night: [22, 30],
};

const HOUR = 60 * 60 * 1000;

type Span = readonly [start: number, end: number];

/**
 * The span of time that a date covers, as UTC milliseconds: first instant, and first instant after it.
 * Seasons are meteorological; December is left out of winter so that a season stays in its year. Early, mid and late
 * are thirds.
 */
export function spanOf(date: BriefDate): Span {
  const whole = wholeSpanOf(date);
  if ('time' in date && date.time !== undefined) {
    const [from, to] = HOURS[date.time];
    return [whole[0] + from * HOUR, whole[0] + to * HOUR];
  }
  if (!('part' in date) || date.part === undefined) return whole;
  const third = (whole[1] - whole[0]) / DATE_PARTS.length;
  const i = DATE_PARTS.indexOf(date.part);
  return [whole[0] + i * third, whole[0] + (i + 1) * third];
}

/** The span of the day, month, season, year, decade or century that a date is in. */
export function wholeSpanOf(date: BriefDate): Span {
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
    case 'decade':
      return [utc(date.year, 1), utc(date.year + 10, 1)];
    case 'century':
      return [utc(100 * (date.century - 1) + 1, 1), utc(100 * date.century + 1, 1)];
  }
}

/** Whether a date is known to a month or better: what is drawn as a point of time, and not as a span. */
export function isPoint({ precision }: BriefDate): boolean {
  return precision === 'day' || precision === 'month';
}

/** Midnight of a day; months count from 1. `Date.UTC` takes the years to 99 for those of the last century. */
function utc(year: number, month: number, day = 1): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}
