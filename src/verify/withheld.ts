/**
 * What an audience may not see, searched for in finished files: whole texts and sentences of it anywhere, and words
 * that only it has wherever a reader finds words. Pure.
 */
import type { Ledger } from '../check/ledger.js';
import type { LoadedBrief } from '../load/load.js';
import type { Audience } from '../load/profiles.js';
import { itemsOf, textsOf } from '../select/items.js';
import { visibleBrief } from '../select/visible.js';
import { squeeze } from './squeeze.js';
import type { Unpacked } from './unpack.js';

/** What to search for. */
export interface Withheld {
  /** Texts and their sentences, squeezed. */
  phrases: readonly string[];
  /** Words and numbers that stand in nothing the audience may see. */
  words: ReadonlySet<string>;
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

/** All texts and names below a value, with the figures of its numbers. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'number') yield String(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      if (TERMS.has(key)) continue;
      if (!Array.isArray(value)) yield key;
      yield* textsIn(part);
    }
  }
}

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
  { brief, tables }: LoadedBrief,
  audience: Audience,
  language: string,
  common: readonly string[],
): Withheld {
  const visible = visibleBrief(brief, audience.highest);
  const tablesOf = (charts: readonly { id: string }[]) => charts.map(({ id }) => tables.get(id));
  const seen = [...textsIn(visible), ...textsIn(tablesOf(visible.charts))];
  const all = [...textsIn(brief), ...textsIn(tablesOf(brief.charts))];
  const known = new Set([...seen, ...common, ...wordsOfIntl(language)].flatMap(wordsIn));
  const seenTexts = new Set(seen);
  const hidden = [...new Set(all)].filter((text) => !seenTexts.has(text));
  const open = squeeze(seen.join(' '));
  const shown = new Set<object>(itemsOf(visible).map((item) => item.data));
  const statements = itemsOf(brief)
    .filter((item) => !shown.has(item.data))
    .flatMap((item) => [...textsOf(item), ...('caveat' in item.data ? [item.data.caveat ?? ''] : [])])
    .map((text) => squeeze(text.replace(PLACEHOLDER, ' ')))
    .filter((statement) => statement.length >= LEAST_STATEMENT);
  const phrases = hidden
    .flatMap((text) => [text, ...text.split(/(?<=[.!?;:])\s+/)])
    .map((text) => squeeze(text.replace(PLACEHOLDER, ' ')))
    .filter((phrase) => phrase.length >= LEAST_PHRASE && !open.includes(phrase));
  const words = hidden
    .flatMap(wordsIn)
    .filter((word) => word.length >= LEAST_WORD && !known.has(word) && !/^[\d]0*$/.test(word));
  return { phrases: [...new Set([...phrases, ...statements])], words: new Set(words) };
}

/** Searches one file. */
export function checkWithheld(
  withheld: Withheld,
  deck: string,
  { name, readable }: Unpacked,
  holds: (words: string) => boolean,
  ledger: Ledger,
): void {
  ledger.look('withheld', withheld.phrases.length + withheld.words.size);
  const report = (what: string) =>
    ledger.find({
      rule: 'withheld',
      deck,
      element: name,
      message: `holds what its audience may not see: "${what}"`,
      hint: 'Look for a template or theme that has it written in, or for an item that repeats it under a lower marking.',
    });
  for (const phrase of withheld.phrases) if (holds(phrase)) report(phrase);
  if (withheld.words.size === 0) return;
  for (const word of new Set(wordsIn(`${name}\n${readable}`))) if (withheld.words.has(word)) report(word);
}
