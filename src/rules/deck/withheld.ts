/**
 * What an audience may not see, searched for in finished files: whole texts and sentences of it anywhere, and words
 * that only it has wherever a reader finds words. Pure.
 */

import { normalize } from '../../core/normalize.js';
import { LISTS } from '../../kinds/kinds.js';
import { numbersIn } from '../../load/chart-shape.js';
import type { LoadedBrief } from '../../load/load.js';
import type { Locale } from '../../load/locale.js';
import { type Brief, briefSchema } from '../../load/schema.js';
import { fieldNamesIn, nodeOf } from '../../load/schema-tree.js';
import { valuesOf } from '../../load/table.js';
import type { Unpacked } from '../../unpack/unpacked.js';
import type { VisibleBrief, VisibleLoaded } from '../../visible/visible.js';
import { amountsIn } from '../../words/amounts.js';
import type { Log, Rule } from '../rule.js';
import { numberFinder, type SoughtNumber } from './withheld-numbers.js';

export const withheldRule = {
  id: 'withheld',
  severity: 'error',
  asks: 'What an audience may not see is in none of its files.',
  stopsDrafts: true,
} as const satisfies Rule;

/** What to search for. */
export interface Withheld {
  /** Texts and their sentences, normalized. */
  phrases: readonly string[];
  /** Words that stand in nothing the audience may see. */
  words: ReadonlySet<string>;
  /** The withheld numbers among those that a text says. */
  numbersIn(text: string): readonly string[];
}

/** A shorter text may stand in a deck by chance. */
const LEAST_PHRASE = 12;
const LEAST_WORD = 4;
const PLACEHOLDER = /\{[\w-]+\}/g;
/** So long a statement of something withheld is no chance, even where something open says it too. */
const LEAST_STATEMENT = 24;

/** Fields that hold names of the data format, and nothing of the brief's own. */
const TERMS = new Set([
  'marking',
  'status',
  'precision',
  'kind',
  'likelihood',
  'confidence',
  'grade',
  'language',
  'sha256',
]);

const FIELDS: ReadonlySet<string> = new Set(fieldNamesIn(nodeOf(briefSchema)));

/** All texts and names below a value, with the figures of its numbers. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'number') yield String(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      if (TERMS.has(key)) continue;
      if (!Array.isArray(value) && !FIELDS.has(key)) yield key;
      yield* textsIn(part);
    }
  }
}

/** What visible items and sources say in words of others: dates, evidence, quotes, names. */
function* evidenceIn(value: unknown, key = ''): Generator<string> {
  if (typeof value === 'string' && EVIDENCE.has(key)) yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value))
    yield* evidenceIn(part, Array.isArray(value) ? key : name);
}

const EVIDENCE = new Set([
  'evidence',
  'date',
  'asOf',
  'issued',
  'accessed',
  'title',
  'label',
  'speaker',
  'original',
]);

const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Names that Intl may write where the brief has only a date or a number. */
function wordsOfIntl(language: string): string[] {
  const months = Array.from({ length: 12 }, (_, i) => i).flatMap((month) =>
    (['long', 'short'] as const).map((style) =>
      new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' }).format(
        Date.UTC(2000, month),
      ),
    ),
  );
  const sizes = [1e3, 1e6, 1e9, 1e12].map((size) =>
    new Intl.NumberFormat(language, { notation: 'compact', compactDisplay: 'long' }).format(5 * size),
  );
  return [...months, ...sizes];
}

/** What a brief withholds from an audience. `common` are texts that every deck may have: words, templates. */
export function withheldFrom(
  { whole, loaded }: { whole: LoadedBrief; loaded: VisibleLoaded },
  locale: Locale,
  common: readonly string[],
): Withheld {
  const { brief } = whole;
  const visible = loaded.brief;
  const seen = [...textsIn(visible), ...textsIn([...loaded.tables])];
  const all = [...textsIn(brief), ...textsIn([...whole.tables])];
  const known = new Set([...seen, ...common, ...wordsOfIntl(locale.language)].flatMap(wordsIn));
  const seenTexts = new Set(seen);
  const hidden = [...new Set(all)].filter((text) => !seenTexts.has(text));
  const open = normalize(seen.join(' '));
  const statements = hiddenItems(brief, visible)
    .flatMap((item) => STATED.map((field) => (item as Readonly<Record<string, unknown>>)[field]))
    .filter((text) => typeof text === 'string')
    .map((text) => normalize(text.replace(PLACEHOLDER, ' ')))
    .filter((statement) => statement.length >= LEAST_STATEMENT);
  const phrases = hidden
    .flatMap((text) => [text, ...text.split(/(?<=[.!?;:])\s+/)])
    .map((text) => normalize(text.replace(PLACEHOLDER, ' ')))
    .filter((phrase) => phrase.length >= LEAST_PHRASE && !open.includes(phrase));
  const words = hidden
    .flatMap(wordsIn)
    .filter((word) => word.length >= LEAST_WORD && !known.has(word) && !/^[\d]0*$/.test(word));
  return {
    phrases: [...new Set([...phrases, ...statements])],
    words: new Set(words),
    numbersIn: numberFinder(hiddenNumbers(whole, loaded, hidden), locale),
  };
}

/** Fields in which an item states something. */
const STATED = ['text', 'headline', 'subtitle', 'means', 'q', 'a', 'caveat'];

/** The items that an audience may not see: those whose ids it has not. */
function hiddenItems(brief: Brief, visible: VisibleBrief): object[] {
  return LISTS.flatMap((list) => {
    const ids = new Set<string | undefined>(visible[list].map((item) => item.id));
    return brief[list].filter((item) => item.id !== undefined && !ids.has(item.id));
  });
}

/** Numbers of withheld measures, charts, tables and texts that the audience is not given in another place. */
function hiddenNumbers(
  { brief, tables }: LoadedBrief,
  { brief: visible, tables: openTables }: VisibleLoaded,
  hidden: readonly string[],
): SoughtNumber[] {
  const numbersOf = (measures: Brief['measures'], charts: Brief['charts'], of: LoadedBrief['tables']) => [
    ...Object.values(measures).flatMap(({ value, range, unit }) =>
      [value, ...(range ?? [])].flatMap((one) => (one === undefined ? [] : [{ value: one, unit }])),
    ),
    ...charts.flatMap((chart) =>
      [...numbersIn(chart), ...valuesOf(of.get(chart.id))].map((value) => ({
        value,
        unit: chart.unit ?? '',
      })),
    ),
  ];
  const open = [
    ...numbersOf(visible.measures, visible.charts, openTables).map(({ value }) => value),
    ...[...evidenceIn(visible)].flatMap(amountsIn).flatMap(({ values }) => values),
  ];
  const known = new Set(open.map(Math.abs));
  const inTexts = hidden
    .flatMap(amountsIn)
    .flatMap(({ values }) => values.map((value) => ({ value, unit: '' })));
  return [...numbersOf(brief.measures, brief.charts, tables), ...inTexts].filter(
    ({ value }) => !known.has(Math.abs(value)),
  );
}

/** Searches one file. */
export function checkWithheld(
  withheld: Withheld,
  deck: string,
  { name, said }: Unpacked,
  holds: (words: string) => boolean,
  log: Log<'withheld'>,
): void {
  // Counted by file: how much is withheld, and whether anything is, is nobody's to know.
  log.count('withheld');
  const report = (what: string) =>
    log.find({
      rule: 'withheld',
      deck,
      element: name,
      message: `holds what its audience may not see: "${what}"`,
      hint: 'Look for a template or theme that has it written in, or for an item that repeats it under a lower marking.',
    });
  for (const phrase of withheld.phrases) if (holds(phrase)) report(phrase);
  for (const number of withheld.numbersIn(`${name}\n${said}`)) report(number);
  if (withheld.words.size === 0) return;
  for (const word of new Set(wordsIn(`${name}\n${said}`))) if (withheld.words.has(word)) report(word);
}
