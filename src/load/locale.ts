/** The words that briefdeck itself puts on a slide, in one language: a file per language, checked once. */
import { z } from 'zod';
import { CHART_KINDS } from '../charts/kinds/index.js';
import { languageTag } from './fields.js';
import { EXTRA_UNITS } from './units.js';
import {
  CONFIDENCES,
  DATE_PARTS,
  DAY_TIMES,
  LIKELIHOODS,
  PRECISIONS,
  SEASONS,
  STATUSES,
} from './vocabulary.js';

/** What phrases may have filled in. */
const FILLED = new Set(
  'all best chain date end first headline high highest label language last low lowest n name other range rest roman say share sources start status time unit value values year'.split(
    ' ',
  ),
);
const unknownIn = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].find(([, name = '']) => !FILLED.has(name))?.[0];

const phrase = z
  .string()
  .min(1)
  .max(1000)
  .superRefine((text, context) => {
    const unknown = unknownIn(text);
    if (unknown !== undefined)
      context.addIssue({ code: 'custom', message: `has ${unknown}, which nothing is filled in for` });
  });
/** A phrase that would lose what it is for without its `{…}`. */
const pattern = (...names: readonly string[]) =>
  phrase.refine((text) => names.every((name) => text.includes(`{${name}}`)), {
    error: `has no ${names.map((name) => `{${name}}`).join(' and ')}: what it stands for would be lost`,
  });
const phrases = <const K extends readonly [string, ...string[]], V extends z.ZodType>(keys: K, value: V) =>
  z.record(z.enum(keys), value);

const WORDS = [
  'against',
  'asOf',
  'askedOf',
  'back',
  'backup',
  'backupPace',
  'basis',
  'bottomLine',
  'by',
  'chartBand',
  'chartDashed',
  'chartEmpty',
  'chartEstimate',
  'chartHollow',
  'chartLog',
  'chartNamed',
  'chartPanels',
  'chartRest',
  'chartSpan',
  'chartTable',
  'citedIn',
  'closing',
  'colon',
  'comma',
  'computed',
  'confidence',
  'continued',
  'cost',
  'data',
  'decision',
  'draft',
  'due',
  'findings',
  'for',
  'from',
  'grade',
  'icd203',
  'ifAsked',
  'judgments',
  'likelihood',
  'means',
  'notStated',
  'notes',
  'option',
  'options',
  'outlook',
  'page',
  'people',
  'percentRange',
  'quote',
  'risk',
  'rivalDate',
  'rivalFigure',
  'rivalSource',
  'rivalStatus',
  'say',
  'slide',
  'situation',
  'source',
  'sources',
  'stop',
  'superseded',
  'talkAhead',
  'talkBehind',
  'talkClock',
  'talkDeck',
  'talkEnd',
  'talkLeft',
  'talkNext',
  'talkOnPlan',
  'talkOver',
  'talkSlide',
  'timeline',
  'translated',
  'unlessMarked',
  'unreviewed',
  'via',
  'watch',
  'who',
] as const;

/** What is said of a number of things, by the plural category of the number (CLDR). */
const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
const plural = z.partialRecord(z.enum(PLURALS), phrase);

/** What has early, middle and late parts. */
const DATED = ['month', 'year', 'decade', 'century'] as const;

/** A unit has at least the form that stands in for the others. */
const unitForms = z
  .partialRecord(z.enum(PLURALS), pattern('n'))
  .refine(({ other }) => other !== undefined, { error: 'has no form "other"' });

const COUNTS = ['extremes', 'others', 'pace', 'spread'] as const;

/** What is said of every chart. `chart` is for a kind that has no words of its own. */
const CHART_WORDS = [
  'best',
  'change',
  'chart',
  'doubt',
  'gap',
  'part',
  'point',
  'series',
  'spoken',
  'value',
] as const;

/** The same schema for each of some fields. */
function every<const K extends string, V extends z.ZodType>(keys: readonly K[], value: V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value])) as Record<K, V>;
}

const fields = z.strictObject({
  language: languageTag,
  direction: z.enum(['ltr', 'rtl']),
  pace: z.number().min(10).max(1000).describe('Words a minute, spoken to a room.'),
  largeFrom: z
    .number()
    .positive()
    .describe('From here on numbers are said in words, where none of it is lost.'),
  largeUnits: z
    .array(phrase)
    .min(2)
    .optional()
    .describe('Names of a thousand, 10⁴, 10⁸, … where a number is said in several of them: 1만 5천.'),
  largeOf: phrase
    .optional()
    .describe('What stands between a number in words and its unit: the "de " of "1,2 million de tonnes".'),
  statuses: phrases(STATUSES, phrase),
  precisions: phrases(PRECISIONS, pattern('n')),
  signs: phrases(PRECISIONS, pattern('n')),
  range: pattern('low', 'high'),
  seasons: phrases(SEASONS, pattern('year')),
  decade: pattern('year').describe('The 1970s, whose first year is {year}.'),
  century: plural
    .refine((forms) => forms.other !== undefined, { error: 'has no form for "other"' })
    .describe('By the ordinal category of its number: {n}, or {roman}.'),
  dateParts: phrases(DATED, phrases(DATE_PARTS, pattern('date'))).describe(
    'The first, second and last third.',
  ),
  dayTimes: phrases(DAY_TIMES, pattern('date')),
  money: z.enum(['symbol', 'name']).describe('Whether a currency is shown by its sign or by its name.'),
  undated: phrase,
  counts: phrases(COUNTS, plural),
  units: z
    .partialRecord(z.enum(EXTRA_UNITS), unitForms)
    .default({})
    .describe('Units that Intl has no words for, as in "{n} tonnes"; one left out is shown by its sign.'),
  likelihoods: phrases(LIKELIHOODS, phrase),
  confidences: phrases(CONFIDENCES, phrase),
  magnitudes: z
    .array(phrase)
    .min(1)
    .describe(
      'Words and signs for a thousand and more, in all their forms: a unit of "EUR million" is no amount in euros.',
    ),
  charts: z.strictObject({
    ...every(CHART_WORDS, phrase),
    ...every(CHART_KINDS, phrase.optional()),
  }),
  words: phrases(WORDS, phrase),
});

/** Every count has a form for each plural category of the language. */
export const localeSchema = fields.superRefine((locale, context) => {
  const needed = new Intl.PluralRules(locale.language).resolvedOptions().pluralCategories;
  for (const name of COUNTS) {
    for (const category of needed.filter((one) => locale.counts[name][one] === undefined)) {
      context.addIssue({
        code: 'custom',
        path: ['counts', name],
        message: `has no form for "${category}", which the language has`,
      });
    }
  }
});

export type Locale = z.output<typeof localeSchema>;

/** A pattern of the locale with its `{…}` filled in. */
export function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}
