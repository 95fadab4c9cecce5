/** A translated brief held to the brief that it translates: every text is there, with the same measures. Pure. */
import { standIn } from '../../load/languages.js';
import { inDeckLanguage, type LoadedBrief } from '../../load/load.js';
import { placeholdersOf } from '../../load/placeholders.js';
import type { Brief } from '../../load/schema.js';
import type { BriefCheck, Finding, Log, Rule } from '../rule.js';

type Path = readonly PropertyKey[];

export const translationNumbers = {
  id: 'translation-numbers',
  severity: 'error',
  asks: 'A translation names the same measures as the text that it translates.',
  check({ brief, original }, log) {
    if (original !== brief) checkTranslation(brief, original, log);
  },
} as const satisfies Rule & BriefCheck<Id>;

/** Checked with the measures. */
export const untranslated = {
  id: 'untranslated',
  severity: 'warn',
  asks: 'Every text is there in the language of the deck.',
} as const satisfies Rule;

type Id = 'translation-numbers' | 'untranslated';

/** Holds each text of a translation to the one that it translates. */
function checkTranslation(brief: Brief, original: Brief, log: Log<Id>): void {
  const { language } = brief;
  for (const [path, text, written] of pairsIn(brief, original)) {
    if (text === standIn(written, original.language)) {
      log.count('untranslated');
      log.find({
        rule: 'untranslated',
        path,
        message: `has no text in "${language}": decks in that language show it in "${original.language}", and say so`,
        hint: `Write { ${original.language}: …, ${language}: … }.`,
      });
      continue;
    }
    if (text === written) continue;
    log.count('untranslated');
    log.count('translation-numbers');
    const [said, meant] = [text, written].map((one) => [...new Set(placeholdersOf(one))].sort().join(', '));
    if (said === meant) continue;
    log.find({
      rule: 'translation-numbers',
      path: [...path, language],
      message: `names ${said === '' ? 'no measure' : said}, and the text that it translates ${meant === '' ? 'none' : meant}`,
      hint: 'Write the same {names} in both; each language puts them into its own words.',
    });
  }
}

/** What a deck cannot be made in: its audience's language, where the brief has no bottom line in it. */
export function checkWanted(loaded: LoadedBrief, language: string | undefined): Finding<Id>[] {
  const own = loaded.brief.language;
  if (language === undefined || language === own || inDeckLanguage(loaded, language) !== loaded) return [];
  return [
    {
      rule: 'untranslated',
      path: ['bottomLine'],
      message: `has no text in "${language}": the decks that ask for that language are made in "${own}"`,
      hint: `Give the bottom line as { ${own}: …, ${language}: … }, and the other texts likewise.`,
    },
  ];
}

/** The texts of a translation, each with its place and the text that it translates. */
function* pairsIn(value: unknown, written: unknown, path: Path = []): Generator<[Path, string, string]> {
  if (typeof value === 'string' && typeof written === 'string') {
    // Not the language of the brief itself, in which the two differ by what they are.
    if (path.length > 1 || path[0] !== 'language') yield [path, value, written];
    return;
  }
  if (typeof value !== 'object' || value === null || typeof written !== 'object' || written === null) return;
  for (const [key, part] of Object.entries(value))
    yield* pairsIn(part, (written as Readonly<Record<string, unknown>>)[key], [
      ...path,
      Array.isArray(value) ? Number(key) : key,
    ]);
}
