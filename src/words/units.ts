/** Numbers with their units in the words of a language: `414 mm`, `5 metres`, `1,2 million de tonnes`. */
import { fill, type Locale } from '../load/locale.js';
import { signOf, type Unit } from '../load/units.js';
import { numberFormat, pluralRules } from './intl.js';

/** An amount, and how it is written: `1.2 million`. */
export interface WrittenAmount {
  amount: number;
  number: string;
  isLarge: boolean;
}

/** What a locale has to say of units. */
export type UnitWords = Pick<Locale, 'language' | 'units' | 'largeOf'>;

type Physical = Extract<Unit, { kind: 'measure' }>;

/** The parts of a number; what is left of a formatted unit is the unit. */
const NUMBER_PARTS: ReadonlySet<string> = new Set(
  'minusSign integer group decimal fraction infinity nan'.split(' '),
);

/** The number with its unit beside it, in the form that the number asks for. */
export function inUnit(
  { amount, number, isLarge }: WrittenAmount,
  unit: Physical,
  locale: UnitWords,
): string {
  // "1.2 million" asks for the form of a million.
  const counted = isLarge ? 1e6 : Math.abs(amount);
  const { before, after } = unitAround(counted, unit, locale);
  const of = isLarge && locale.largeOf !== undefined ? locale.largeOf : '';
  return `${before}${number}${of === '' ? after : after.replace(/^\s*/, (space) => space + elided(of, after, locale))}`;
}

/** What stands before and after a number. */
interface Around {
  before: string;
  after: string;
}

/** `{ before: '', after: ' metres' }` of 5 in English, `{ before: '섭씨 ', after: '도' }` in Korean. */
export function unitAround(counted: number, { id, display }: Physical, locale: UnitWords): Around {
  const { language } = locale;
  const sign = signOf(id);
  if (sign !== undefined) {
    const forms = display === 'short' ? undefined : locale.units[id];
    const form = forms?.[pluralRules(language).select(counted)] ?? forms?.other ?? `{n}\u00A0${sign}`;
    const [before = '', after = ''] = fill(form, { n: '\n' }).split('\n');
    return { before, after };
  }
  const parts = numberFormat(spellingOf(language), {
    style: 'unit',
    unit: id,
    unitDisplay: display,
    maximumFractionDigits: 20,
  }).formatToParts(counted);
  const first = parts.findIndex(({ type }) => NUMBER_PARTS.has(type));
  // Arabic says "metre" and "two metres" in one word each: the figure stays, beside the form of a hundred.
  if (first < 0) return unitAround(100, { kind: 'measure', id, display }, locale);
  const text = (side: typeof parts) =>
    side.map(({ type, value }) => (NUMBER_PARTS.has(type) ? '' : value)).join('');
  return { before: text(parts.slice(0, first)), after: text(parts.slice(first)) };
}

/** Units are spelt as in more countries than the United States: metres. */
function spellingOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

/** French writes "de" before a vowel as "d’". */
function elided(of: string, unit: string, { language }: UnitWords): string {
  return language.startsWith('fr') && /^\s*[aeiouhéè]/i.test(unit) ? of.replace(/e\s*$/, '’') : of;
}
