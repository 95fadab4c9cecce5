/** Wordings for tests: the built-in English words, and other languages' rules with English words. */
import type { Locale } from '../../src/load/locale.js';
import { readLocale } from '../../src/load/profiles.js';
import type { Measure } from '../../src/load/schema.js';
import { loadTemplates } from '../../src/load/templates.js';
import type { Wording } from '../../src/words/texts.js';

export const english: Locale = readLocale(await loadTemplates(), 'en');

/** English words with the rules of another language. */
export const inLanguage = (language: string): Locale => ({ ...english, language });

/** A measure: confirmed, exact and without a source unless told otherwise. */
export function measure(parts: Partial<Measure> & Pick<Measure, 'unit'>): Measure {
  return { precision: 'exact', status: 'confirmed', sources: [], ...parts };
}

/** A wording with these measures and acronyms. */
export function wording(measures: Wording['measures'] = {}, spellOut: Wording['spellOut'] = {}): Wording {
  return { measures, locale: english, spellOut, replace: {} };
}
