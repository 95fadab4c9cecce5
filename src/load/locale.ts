/** The words that briefdeck itself puts on a slide, in one language: a file per language, checked once. */
import { z } from 'zod';
import { CHART_KINDS, CONFIDENCES, LIKELIHOODS, PRECISIONS, SEASONS, STATUSES } from './terms.js';

const phrase = z.string().min(1);
/** A phrase that would lose what it is for without its `{…}`. */
const pattern = (...names: readonly string[]) =>
  phrase.refine((text) => names.every((name) => text.includes(`{${name}}`)), {
    error: `has no ${names.map((name) => `{${name}}`).join(' and ')}: what it stands for would be lost`,
  });
const phrases = <const K extends readonly [string, ...string[]]>(keys: K, value = phrase) =>
  z.record(z.enum(keys), value);

const WORDS = [
  'asOf',
  'backup',
  'backupPace',
  'basis',
  'bottomLine',
  'by',
  'chartBand',
  'chartDashed',
  'chartEstimate',
  'chartHollow',
  'chartHollowDot',
  'chartLog',
  'chartPanels',
  'chartRest',
  'citedIn',
  'confidence',
  'continued',
  'credibility',
  'data',
  'figures',
  'from',
  'grade',
  'icd203',
  'ifAsked',
  'judgments',
  'likelihood',
  'means',
  'notStated',
  'originally',
  'outlook',
  'pace',
  'people',
  'percentRange',
  'quote',
  'reliability',
  'say',
  'slide',
  'situation',
  'source',
  'sources',
  'timeline',
  'translated',
  'updated',
  'via',
  'watch',
] as const;

export const localeSchema = z.strictObject({
  language: phrase,
  direction: z.enum(['ltr', 'rtl']),
  pace: z.number().positive().describe('Words a minute, spoken to a room.'),
  statuses: phrases(STATUSES),
  precisions: phrases(PRECISIONS, pattern('n')),
  signs: phrases(PRECISIONS, pattern('n')),
  range: pattern('low', 'high'),
  seasons: phrases(SEASONS, pattern('year')),
  undated: phrase,
  likelihoods: phrases(LIKELIHOODS),
  confidences: phrases(CONFIDENCES),
  charts: phrases([
    ...CHART_KINDS,
    'best',
    'change',
    'extremes',
    'gap',
    'other',
    'others',
    'part',
    'point',
    'series',
    'spoken',
    'value',
  ]),
  words: phrases(WORDS),
});

export type Locale = z.output<typeof localeSchema>;

/** A pattern of the locale with its `{…}` filled in. */
export function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
