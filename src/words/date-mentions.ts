/** Dates as texts write them: `28 February 2026`, `le 3 mars`, `in 1998`, `the 1970s`, `2026년 3월 3일`. */
import { fold } from '../core/fold.js';
import { type BriefDate, parseDate, wholeSpanOf } from '../load/dates.js';
import { westernDigits } from './amounts.js';
import { dateFormat } from './intl.js';

/** What a text says of a date: a year alone, a day without its year, a decade. */
export interface DateMention {
  text: string;
  day?: number;
  month?: number;
  year?: number;
  /** Years that are meant together: 10 for `the 1970s`. */
  years?: number;
}

/** The languages whose names of months are known. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'uk', 'ar', 'ar-SY'];

/** Names of months in small letters, in the forms that stand alone and beside a day. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 12 }, (_, i) => i).flatMap((i) =>
    LANGUAGES.flatMap((language) =>
      (['long', 'short'] as const).flatMap((month) =>
        [{ month }, { month, day: 'numeric' as const }].map((options): [string, number] => {
          const calendar = { timeZone: 'UTC', calendar: 'gregory' };
          const parts = dateFormat(language, { ...options, ...calendar }).formatToParts(Date.UTC(2026, i, 1));
          const name = parts.find(({ type }) => type === 'month')?.value ?? '';
          return [fold(name).toLowerCase().replace(/\.$/, ''), i + 1];
        }),
      ),
    ),
  ),
);

const NAMES = [...MONTHS.keys(), 'sept']
  .filter((name) => /^\p{L}/u.test(name))
  .sort((a, b) => b.length - a.length)
  .join('|');
const NOT_AFTER = '(?<![\\p{L}\\p{N}])';
const NOT_BEFORE = '(?![\\p{L}\\p{N}])';
const YEAR = '(?<year>1\\d{3}|20\\d{2}|2100)';
const MONTH = `(?<name>${NAMES})\\.?${NOT_BEFORE}`;
const DAY = '(?<day>[12]\\d|3[01]|0?[1-9])';

/** The fullest first: what one pattern has read, no other reads again. */
const PATTERNS = [
  `${NOT_AFTER}(?<year>\\d{4})-(?<month>\\d{2})(?:-(?<day>\\d{2}))?${NOT_BEFORE}`,
  `${NOT_AFTER}${DAY}(?:\\.|er|st|nd|rd|th|º)?(?: of| de)? ${MONTH}(?:,? (?:de |del )?${YEAR}${NOT_BEFORE})?`,
  `${NOT_AFTER}${MONTH} ${DAY}(?:st|nd|rd|th)?${NOT_BEFORE}(?:,? ${YEAR}${NOT_BEFORE})?`,
  `${NOT_AFTER}${MONTH} (?:de |del |of )?${YEAR}${NOT_BEFORE}`,
  `(?:(?<year>\\d{4}) ?[년年] ?)?(?<month>1[0-2]|0?[1-9]) ?[월月](?: ?${DAY} ?[일日])?`,
  `(?<year>\\d{4}) ?[년年]`,
  `${NOT_AFTER}(?<decade>1\\d{2}0|20\\d0)s${NOT_BEFORE}`,
  `${NOT_AFTER}(?:in|im|en|au mois de|el mes de|у|в|في|early|mid|late)[ -]${MONTH}`,
  // A number of four figures alone may count anything: a word before it says that it is a year.
  `${NOT_AFTER}(?:in|of|im|jahr|en|año|année|у|в|року|عام|سنة|during|early|mid|late),? ${YEAR}(?![\\p{L}\\p{N}%]|[.,]\\d)(?! \\p{L}+s${NOT_BEFORE})`,
].map((pattern) => new RegExp(pattern, 'giu'));

/** What stands before a date that is that of something else: `since 1998`. */
const OF_ANOTHER =
  /(?:since|until|till|before|after|than|from|seit|bis|vor|nach|depuis|avant|après|jusqu'en|desde|hasta|antes de|después de|з|до|після|منذ|قبل|بعد) (?:the |den |dem |le |el |in |en )?$/iu;

/** Dates that a text says something happened at; not those from which on, or until which. */
export function datesIn(text: string): DateMention[] {
  let rest = westernDigits(fold(text));
  const found: { at: number; mention: DateMention }[] = [];
  for (const pattern of PATTERNS) {
    rest = rest.replace(pattern, (...args) => {
      const groups = args.at(-1) as Readonly<Record<string, string | undefined>>;
      const [words, at] = [args[0] as string, args.at(-3) as number];
      if (!OF_ANOTHER.test(rest.slice(Math.max(0, at - 30), at)))
        found.push({ at, mention: mentionOf(words, groups) });
      return ' '.repeat(words.length);
    });
  }
  return found.sort((a, b) => a.at - b.at).map(({ mention }) => mention);
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const RELATIVE: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
]);

/**
 * Days that an English text names by their place in time: `yesterday` is the day before it was published, and
 * `on Friday` a day of the week before or after that.
 */
export function relativeDaysIn(text: string, published: Date): DateMention[] {
  const found = fold(text).matchAll(
    /(?<!\p{L})(?<day>yesterday|today|tomorrow|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)(?!\p{L})/giu,
  );
  return [...found].flatMap(({ 0: words, groups }) => {
    const name = groups?.day?.toLowerCase() ?? '';
    const by = RELATIVE.get(name);
    const ahead = (WEEKDAYS.indexOf(name) - published.getUTCDay() + 7) % 7;
    return (by === undefined ? [ahead - 7, ahead] : [by]).map((days) => {
      const at = new Date(published.getTime() + days * 86_400_000);
      return { text: words, day: at.getUTCDate(), month: at.getUTCMonth() + 1, year: at.getUTCFullYear() };
    });
  });
}

function mentionOf(text: string, groups: Readonly<Record<string, string | undefined>>): DateMention {
  const { day, month, name, year, decade } = groups;
  const named = name === undefined ? undefined : (MONTHS.get(name.toLowerCase()) ?? 9);
  return {
    text: text.trim(),
    ...(day !== undefined && { day: Number(day) }),
    ...((month !== undefined || named !== undefined) && { month: named ?? Number(month) }),
    ...(year !== undefined && { year: Number(year) }),
    ...(decade !== undefined && { year: Number(decade), years: 10 }),
  };
}

/** Whether a mention says at least as much of a day or month as a date does. */
export function isAsPrecise(mention: DateMention, date: BriefDate): boolean {
  if ('day' in date) return mention.day !== undefined;
  if ('month' in date) return mention.month !== undefined;
  return true;
}

/** Whether a mention may be of a date: nothing that both say is different. */
export function mayBeOf(mention: DateMention, date: BriefDate): boolean {
  const { year, years = 1 } = mention;
  if (year !== undefined) {
    const whole = parseDate(String(year).padStart(4, '0'));
    const [start, end] = wholeSpanOf(date);
    if (!whole) return false;
    const from = wholeSpanOf(whole)[0];
    const last = parseDate(String(year + years - 1).padStart(4, '0'));
    const to = last ? wholeSpanOf(last)[1] : from;
    if (end <= from || start >= to) return false;
  }
  if ('month' in date && mention.month !== undefined && mention.month !== date.month) return false;
  return !('day' in date && mention.day !== undefined && mention.day !== date.day);
}
