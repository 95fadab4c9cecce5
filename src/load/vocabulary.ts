/**
 * The closed vocabularies of a brief, each in the order that its standard gives it.
 * They are data, not prose: the words shown on a slide come from the locale.
 */

/** TLP 2.0 labels (FIRST, 2022), from the freest to the most closed. Never translated. */
export const MARKINGS = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const;
export type Marking = (typeof MARKINGS)[number];

/** How sure the brief is of a statement. Everything but `confirmed` names who says so. */
export const STATUSES = ['confirmed', 'reported', 'claimed', 'estimated', 'disputed', 'unverified'] as const;
export type Status = (typeof STATUSES)[number];

/** How a number is meant: `about` 4,700 is not 4,700. */
export const PRECISIONS = ['exact', 'about', 'at-least', 'at-most', 'nearly', 'over'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** ISO 4217 codes that Intl knows. */
export const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The seven expressions of likelihood of ICD 203 (2015), first row, from least to most likely. */
export const LIKELIHOODS = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain',
] as const;
export type Likelihood = (typeof LIKELIHOODS)[number];

/** Percentages of the ICD 203 expressions, low and high, in the order of {@link LIKELIHOODS}. */
export const LIKELIHOOD_PERCENT: Readonly<Record<Likelihood, readonly [number, number]>> = {
  'almost no chance': [1, 5],
  'very unlikely': [5, 20],
  unlikely: [20, 45],
  'roughly even chance': [45, 55],
  likely: [55, 80],
  'very likely': [80, 95],
  'almost certain': [95, 99],
};

/** Analytic confidence (ICD 203): it speaks of the evidence, never of the likelihood. */
export const CONFIDENCES = ['low', 'moderate', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** How several rows of a table become one value. */
export const AGGREGATES = ['sum', 'mean', 'median', 'min', 'max', 'first', 'last', 'count'] as const;
export type Aggregate = (typeof AGGREGATES)[number];

/** Seasons that a date may name, in the northern year's order. */
export const SEASONS = ['winter', 'spring', 'summer', 'autumn'] as const;
export type Season = (typeof SEASONS)[number];

/** Parts of a month, a year, a decade or a century that a date may name. */
export const DATE_PARTS = ['early', 'mid', 'late'] as const;
export type DatePart = (typeof DATE_PARTS)[number];

/** Times of a day that a date may name. */
export const DAY_TIMES = ['morning', 'afternoon', 'evening', 'night'] as const;
export type DayTime = (typeof DAY_TIMES)[number];

/** Whether `marking` may be shown to somebody who may see up to `highest`. */
export function mayBeSeen(marking: Marking, highest: Marking): boolean {
  return MARKINGS.indexOf(marking) <= MARKINGS.indexOf(highest);
}

/** The most closed of some markings; `TLP:CLEAR` of none. */
export function highestMarking(markings: Iterable<Marking>): Marking {
  let highest = 0;
  for (const marking of markings) highest = Math.max(highest, MARKINGS.indexOf(marking));
  return MARKINGS[highest] ?? 'TLP:RED';
}
