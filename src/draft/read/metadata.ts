/** What sources say about themselves, checked for what it is. */

import { tidy } from './blocks.js';
import { isoDay } from './dates.js';
import type { Article } from './kind.js';

type Metadata = Omit<Article, 'text' | 'headings' | 'tables'>;

/** Longer ones are no names, titles or addresses. */
const LONGEST = 300;

/** The metadata of an article from what its fields may hold; what is no text of some length is left out. */
export function metadata(fields: Readonly<Record<keyof Metadata, unknown>>): Metadata {
  const { title, byline, publisher, date, url, language } = fields;
  const found: Record<keyof Metadata, string | undefined> = {
    title: name(title),
    byline: name(byline)?.replace(/^by\s+/i, ''),
    publisher: name(publisher),
    date: isoDay(date),
    url: webAddress(url),
    language: languageTag(language),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** The first of some values that is a name. */
export function name(...values: readonly unknown[]): string | undefined {
  for (const value of values) {
    const text = typeof value === 'string' ? tidy(value).replaceAll('\n', ' ') : '';
    if (text !== '' && text.length <= LONGEST) return text;
  }
  return undefined;
}

function webAddress(value: unknown): string | undefined {
  return typeof value === 'string' && /^https?:\/\/\S+$/i.test(value) && value.length <= 2000
    ? value
    : undefined;
}

function languageTag(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** The member of a record of JSON. */
export function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

/** A value, or each of a list. */
export function each(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}
