/**
 * Texts in several languages: `{ en: …, ko: … }` may stand wherever the schema has a text. A brief is read in one of
 * its languages at a time, so that no later stage knows of the others.
 */

import { fillPlaceholders } from './placeholders.js';
import { briefSchema, isLanguageTag, LANGUAGE_KEY } from './schema.js';
import { below, nodeOf, optionsOf, type SchemaNode } from './schema-tree.js';

type Translations = Readonly<Record<string, unknown>>;

/** The languages that texts of some data are given in, without the brief's own, in order. */
export function translationsIn(data: unknown): string[] {
  const found = new Set<string>();
  walk(data, (value) => {
    if (isTranslations(value)) for (const key of Object.keys(value)) found.add(key);
    return value;
  });
  found.delete(ownLanguage(data));
  return [...found].sort();
}

/**
 * The data with each text in one language. A text that there is not in it stays in the brief's own, behind its tag:
 * `[en] The bridge is shut.` A name that is written once holds for every language.
 */
export function inLanguage(data: unknown, language: string): unknown {
  const own = ownLanguage(data);
  const spoken = walk(data, (value, kind) => {
    if (isTranslations(value)) {
      if (Object.hasOwn(value, language)) return value[language];
      // Nothing stands in for a text in the brief's own language: the schema misses it.
      if (language === own) return undefined;
    } else if (language === own || kind === 'name') return value;
    const written = isTranslations(value) ? value[own] : value;
    if (kind === 'name' || typeof written !== 'string' || !hasWords(written)) return written;
    return standIn(written, own);
  });
  return language === own || typeof spoken !== 'object' ? spoken : { ...spoken, language };
}

/** A text that stands in for one in another language. */
export function standIn(text: string, own: string): string {
  return `[${own}] ${text}`;
}

/** The language of the brief itself. */
export function ownLanguage(data: unknown): string {
  const language = typeof data === 'object' && data !== null && 'language' in data ? data.language : 'en';
  return typeof language === 'string' ? language : 'en';
}

/** Figures, codes and measures need no translation: `%`, `EUR`, `{cost}`. */
function hasWords(text: string): boolean {
  return /[\p{Ll}\p{Lo}]/u.test(fillPlaceholders(text, () => ''));
}

/** Whether a value is a text in several languages. */
export function isTranslations(value: unknown): value is Translations {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return (
    keys.length > 0 && keys.every((key) => LANGUAGE_KEY.test(key) && isLanguageTag(key) && KNOWN.of(key))
  );
}

const KNOWN = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

type Visit = (value: unknown, kind: 'text' | 'name') => unknown;

/** A copy of some data in which each text is what `visit` makes of it. */
function walk(data: unknown, visit: Visit): unknown {
  const at = (value: unknown, nodes: readonly SchemaNode[]): unknown => {
    const kind = nodes.find((node) => node.translate !== undefined)?.translate;
    if (kind !== undefined && (typeof value === 'string' || isTranslations(value))) return visit(value, kind);
    // Below what the schema knows nothing is a text, and data may go round in a circle.
    if (nodes.length === 0 || typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const items = below(nodes, 0);
      return value.map((part) => at(part, items));
    }
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, at(part, below(nodes, key))]));
  };
  return at(data, optionsOf(nodeOf(briefSchema)));
}
