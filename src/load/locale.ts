/** The words that briefdeck itself puts on a slide, in one language: a file per language, checked once. */
import { z } from 'zod';
import { CONFIDENCES, LIKELIHOODS, PRECISIONS, SEASONS, STATUSES } from './terms.js';

const phrase = z.string().min(1);
const phrases = <const K extends readonly [string, ...string[]]>(keys: K) => z.record(z.enum(keys), phrase);

const WORDS = [
  'asOf',
  'backup',
  'backupPace',
  'basis',
  'bottomLine',
  'by',
  'chartDashed',
  'chartEstimate',
  'chartHollow',
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
  precisions: phrases(PRECISIONS),
  signs: phrases(PRECISIONS),
  range: phrase,
  seasons: phrases(SEASONS),
  undated: phrase,
  likelihoods: phrases(LIKELIHOODS),
  confidences: phrases(CONFIDENCES),
  charts: phrases(['bar', 'line', 'timeline', 'value', 'series', 'point']),
  words: phrases(WORDS),
});

export type Locale = z.output<typeof localeSchema>;

/** A pattern of the locale with its `{…}` filled in. */
export function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
