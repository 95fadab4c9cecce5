/** Whether a text writes the unit of a number itself, as in `{rain} mm of rain`: then it is not shown a second time. */
import { namesOf, readUnit, type Unit } from '../load/units.js';
import { numberFormat } from './intl.js';
import { type UnitWords, unitAround } from './units.js';

/** How a unit may be written beside a number. */
interface Forms {
  /** Read as they are, and only right beside the number: `m`, `€`. */
  signs: readonly string[];
  /** Words in small letters, each form a list of words. */
  words: readonly (readonly string[])[];
  /** Of languages without spaces, and what must stand before the number then: `도` with `섭씨` before it. */
  joined: readonly { before: string; after: string }[];
}

/** Numbers of every plural category of the languages. */
const SAMPLES = [1, 2, 3, 5, 11, 100, 1.5];

/** Common words that are signs of units too, and endings of the case that a sentence asks for. */
const NO_SIGN: ReadonlySet<string> = new Set(['in', 'a', 's']);
const ENDINGS: Readonly<Record<string, RegExp>> = {
  de: /^(?:e?n|s)?$/,
  uk: /^(?:а|у|ом|і|е|ів|ам|ами|ах|и|ю|я|ем|єм|ям|ями|ях|й|ю|ь|єю|ою|ею)?$/,
  ar: /^(?:ا|ات|ين|ان|ً)?$/,
};

/** Words that no unit is reached over: what follows them is another part of the sentence. */
const STOPS: ReadonlySet<string> = new Set(
  `of from in on at to for per by with the a an and or as is are was were than that which who
  von vom im in am an auf bis für pro mit der die das den dem und oder als ist sind war waren
  du des en à au aux par pour avec le la les et ou que qui est sont
  del el los las en a por para con y o que es son
  з із від до на у в за та і й або що як є`.split(/\s+/),
);

/** Most words between a number and its unit: "working", "school". */
const MOST_BETWEEN = 2;

const cache = new WeakMap<UnitWords, Map<string, Forms>>();

/** Whether the text around a number from one place to another says its unit. */
export function saysUnit(
  text: string,
  from: number,
  to: number,
  unitName: string,
  locale: UnitWords,
): boolean {
  const unit = readUnit(unitName);
  if (!unit) return false;
  const forms = formsOf(unit, locale);
  const after = text.slice(to, to + 80);
  return (
    isSign(after, forms) ||
    (unit.kind === 'currency' && isSignBefore(text.slice(Math.max(0, from - 6), from), forms)) ||
    isJoined(text.slice(Math.max(0, from - 12), from), after, forms) ||
    isWord(wordsOf(after), forms, locale) ||
    isWordBefore(text.slice(Math.max(0, from - 60), from), forms, locale)
  );
}

/** The unit of another kind that a text writes right after a number; `undefined` where there is none. */
export function otherUnit(text: string, to: number, unitName: string, locale: UnitWords): string | undefined {
  const unit = readUnit(unitName);
  const words = wordsOf(text.slice(to, to + 40));
  const next = [words.slice(0, 2).join(' '), words[0] ?? ''].find((name) => readUnit(name)) ?? '';
  const other = readUnit(next);
  if (other?.kind !== 'measure' || (other.display === 'short' && NO_SIGN.has(next))) return undefined;
  if (unit?.kind === 'measure' && unit.id.includes(other.id)) return undefined;
  return saysUnit(text, to, to, unitName, locale) ? undefined : next;
}

function formsOf(unit: Unit, locale: UnitWords): Forms {
  const known = cache.get(locale) ?? new Map<string, Forms>();
  cache.set(locale, known);
  const id = unit.kind === 'currency' ? unit.code : unit.id;
  const forms = known.get(id) ?? (unit.kind === 'currency' ? moneyForms(id, locale) : unitForms(id, locale));
  known.set(id, forms);
  return forms;
}

function unitForms(id: string, locale: UnitWords): Forms {
  const { signs, words } = namesOf(id);
  const around = (display: 'short' | 'long') =>
    SAMPLES.map((n) => {
      const { before, after } = unitAround(n, { kind: 'measure', id, display }, locale);
      return { before: before.trim(), after: after.trim() };
    });
  const long = around('long');
  const isSpan = signs.length === 0 || NO_SIGN.has(signs[0] ?? '') || words.includes('hour');
  return {
    signs: [...signs, ...(isSpan ? [] : around('short').map(({ after }) => after))].filter(
      (sign) => sign !== '' && !NO_SIGN.has(sign),
    ),
    words: [...words, ...long.map(({ after }) => after)].map((form) => wordsOf(form)).filter(isFilled),
    joined: /^(?:ko|zh|ja)/.test(locale.language) ? long.filter(({ after }) => after !== '') : [],
  };
}

function moneyForms(currency: string, { language }: UnitWords): Forms {
  const shown = (currencyDisplay: 'name' | 'symbol' | 'narrowSymbol') =>
    SAMPLES.map((n) => {
      const parts = numberFormat(language, { style: 'currency', currency, currencyDisplay }).formatToParts(n);
      return parts.find(({ type }) => type === 'currency')?.value ?? currency;
    });
  const names = shown('name');
  return {
    signs: [currency, ...shown('symbol'), ...shown('narrowSymbol')],
    words: names.map(wordsOf).filter(isFilled),
    joined: /^(?:ko|zh|ja)/.test(language) ? names.map((after) => ({ before: '', after })) : [],
  };
}

const isFilled = (words: readonly string[]) => words.length > 0;

/** The words of the clause that a text begins with, up to a figure, a placeholder or the end of the clause. */
function wordsOf(text: string): string[] {
  const [clause = ''] = /^[^\p{Nd}{}.,;:!?]*/u.exec(text) ?? [];
  return clause.match(/[\p{L}\p{M}%°℃℉²³/]+/gu) ?? [];
}

function isSign(after: string, { signs }: Forms): boolean {
  const rest = after.replace(/^[\s\u00A0\u202F]*[-‑(]?/u, '');
  return signs.some((sign) => rest.startsWith(sign) && !/^[\p{L}\p{N}²³/]/u.test(rest.slice(sign.length)));
}

/** `€` before its number. */
function isSignBefore(before: string, { signs }: Forms): boolean {
  return signs.some((sign) => before.trimEnd().endsWith(sign));
}

/** Languages without spaces: the unit stands within the next characters, `个` or a word of size before it. */
function isJoined(before: string, after: string, { joined }: Forms): boolean {
  const rest = after.trimStart();
  return joined.some((form) => {
    const at = rest.indexOf(form.after);
    return (
      at >= 0 && at <= 2 && !/[\p{P}\d]/u.test(rest.slice(0, at)) && before.trimEnd().endsWith(form.before)
    );
  });
}

function isWord(words: readonly string[], forms: Forms, locale: UnitWords): boolean {
  for (let at = 0; at <= MOST_BETWEEN && at < words.length; at++) {
    if (startsWith(words.slice(at), forms, locale)) return true;
    const word = (words[at] ?? '').toLowerCase();
    // "millions de kilomètres"
    const isOf = at === 0 && (word === 'de' || word === 'd');
    if (!isOf && STOPS.has(word)) return false;
  }
  return false;
}

function startsWith(words: readonly string[], forms: Forms, { language }: UnitWords): boolean {
  return forms.words.some((form) =>
    form.every((word, i) => isFormOf((words[i] ?? '').toLowerCase(), word.toLowerCase(), language)),
  );
}

/** Whether a word is another, or the same in another case. */
function isFormOf(word: string, form: string, language: string): boolean {
  if (word === form) return true;
  const endings = ENDINGS[language.slice(0, 2)];
  if (!endings || form.length < 3) return false;
  const stem = language.startsWith('uk') ? form.replace(/[аеиіоуюяьй]$/, '') : form.replace(/[ً]/g, '');
  return stem.length >= 3 && word.startsWith(stem) && endings.test(word.slice(stem.length));
}

/** `day {n}`, `kilometres: {n}`; not `3 metres to {n}`, which has a number of its own. */
function isWordBefore(before: string, forms: Forms, locale: UnitWords): boolean {
  const match = /(?:^|[^\p{Nd}}\s])\s+(?<unit>[\p{L}\p{M}]+):?[\s\u00A0]+$/u.exec(` ${before}`);
  const word = match?.groups?.unit;
  return (
    word !== undefined &&
    startsWith([word], { ...forms, words: forms.words.filter((form) => form.length === 1) }, locale)
  );
}
