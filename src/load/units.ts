/**
 * Units that are read with their number, by the names that briefs give them. A unit that is none of these is a plain
 * noun ("soldiers"), which the sentence says itself.
 */
import { CURRENCIES } from './vocabulary.js';

/** A unit that stands with its number on a slide. */
export type Unit =
  | { kind: 'currency'; code: string }
  /** `id` is that of Intl, or one of {@link EXTRA_UNITS}; written as its sign (mm) or as a word (millimetres). */
  | { kind: 'measure'; id: string; display: 'short' | 'long' };

interface Names {
  signs: readonly string[];
  words: readonly string[];
}

const names = (signs: string, words: string): Names => ({
  signs: signs.split(' ').filter((sign) => sign !== ''),
  words: words.split(',').map((word) => word.trim()),
});

/** Units that Intl puts into the words of every language. */
const INTL_UNITS: Readonly<Record<string, Names>> = {
  percent: names('% ٪', 'percent, per cent, percentage, pct'),
  millimeter: names('mm', 'millimetre, millimeter'),
  centimeter: names('cm', 'centimetre, centimeter'),
  meter: names('m', 'metre, meter'),
  kilometer: names('km', 'kilometre, kilometer'),
  inch: names('in', 'inch, inches'),
  foot: names('ft', 'foot, feet'),
  yard: names('yd', 'yard'),
  mile: names('mi', 'mile'),
  gram: names('g', 'gram, gramme'),
  kilogram: names('kg', 'kilogram, kilogramme, kilo'),
  ounce: names('oz', 'ounce'),
  pound: names('lb lbs', 'pound weight'),
  milliliter: names('ml mL', 'millilitre, milliliter'),
  liter: names('l L', 'litre, liter'),
  gallon: names('gal', 'gallon'),
  hectare: names('ha', 'hectare'),
  acre: names('ac', 'acre'),
  celsius: names('°C ℃', 'celsius, degree celsius, degrees celsius'),
  fahrenheit: names('°F ℉', 'fahrenheit, degree fahrenheit, degrees fahrenheit'),
  degree: names('°', 'degree'),
  second: names('s sec', 'second'),
  minute: names('min', 'minute'),
  hour: names('h hr hrs', 'hour'),
  day: names('d', 'day'),
  week: names('wk', 'week'),
  month: names('', 'month'),
  year: names('yr yrs', 'year'),
  kilobyte: names('kB KB', 'kilobyte'),
  megabyte: names('MB', 'megabyte'),
  gigabyte: names('GB', 'gigabyte'),
  terabyte: names('TB', 'terabyte'),
};

/** Units that Intl has no words for; locales have, or the sign of ISO 80000 stands in every language. */
const OTHER_UNITS: Readonly<Record<string, Names>> = {
  tonne: names('t', 'tonne, metric ton'),
  'square-meter': names('m² m2', 'square metre, square meter'),
  'square-kilometer': names('km² km2', 'square kilometre, square kilometer'),
  'square-mile': names('mi² mi2', 'square mile'),
  'cubic-meter': names('m³ m3', 'cubic metre, cubic meter'),
  'nautical-mile': names('nmi', 'nautical mile'),
  knot: names('kn', 'knot'),
  kilowatt: names('kW', 'kilowatt'),
  megawatt: names('MW', 'megawatt'),
  gigawatt: names('GW', 'gigawatt'),
  'kilowatt-hour': names('kWh', 'kilowatt-hour, kilowatt hour'),
  'megawatt-hour': names('MWh', 'megawatt-hour, megawatt hour'),
  'gigawatt-hour': names('GWh', 'gigawatt-hour, gigawatt hour'),
  'terawatt-hour': names('TWh', 'terawatt-hour, terawatt hour'),
};

/** What is always said in words: "12 h" is read differently in every language. */
const SPAN = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'year']);

export const EXTRA_UNITS: readonly string[] = Object.keys(OTHER_UNITS);

/** The sign of a unit that Intl does not know. */
export function signOf(id: string): string | undefined {
  return OTHER_UNITS[id]?.signs[0];
}

/** Every name of a unit in a brief: what an author may write beside a number. */
export function namesOf(id: string): { signs: readonly string[]; words: readonly string[] } {
  const { signs = [], words = [] } = INTL_UNITS[id] ?? OTHER_UNITS[id] ?? {};
  return { signs, words: words.flatMap((word) => [word, plural(word)]) };
}

const plural = (word: string) => (/(?:s|feet|pct|celsius|fahrenheit|cent)$/.test(word) ? word : `${word}s`);

const bySign = new Map<string, string>();
const byWord = new Map<string, string>();
for (const id of [...Object.keys(INTL_UNITS), ...EXTRA_UNITS]) {
  for (const sign of namesOf(id).signs) bySign.set(sign, id);
  for (const word of namesOf(id).words) byWord.set(word, id);
}

/** The unit that a name stands for; `undefined` for a plain noun. "% of GDP" is a percentage, "USD per barrel" money. */
export function readUnit(name: string): Unit | undefined {
  if (CURRENCIES.has(name)) return { kind: 'currency', code: name };
  const id = simple(name) ?? rate(name);
  if (id) return id;
  const [first = ''] = name.split(' ');
  return first !== name && /^(?:%|[A-Z]{3}) (?:of|per|a|an|each) /.test(name) ? readUnit(first) : undefined;
}

function simple(name: string): Extract<Unit, { kind: 'measure' }> | undefined {
  const sign = bySign.get(name);
  if (sign !== undefined) return { kind: 'measure', id: sign, display: SPAN.has(sign) ? 'long' : 'short' };
  const word = byWord.get(name.toLowerCase());
  return word === undefined ? undefined : { kind: 'measure', id: word, display: 'long' };
}

/** A unit for each of another one, of those that Intl knows: "mph", "km/h", "litres per second". */
function rate(name: string): Unit | undefined {
  if (name === 'mph') return { kind: 'measure', id: 'mile-per-hour', display: 'short' };
  const [of, each, ...rest] = name.split(/\/| per /).map(simple);
  if (!of || !each || rest.length > 0 || of.id === 'percent') return undefined;
  if (INTL_UNITS[of.id] === undefined || INTL_UNITS[each.id] === undefined) return undefined;
  return { kind: 'measure', id: `${of.id}-per-${each.id}`, display: of.display };
}
