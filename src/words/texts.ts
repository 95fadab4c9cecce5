/** A text of the brief in the words of a deck: measures filled in, acronyms spelt out where that is wanted. */

import type { Measure } from '../load/head.js';
import type { Locale } from '../load/locale.js';
import { fillPlaceholders, placeholdersOf } from '../load/placeholders.js';
import { segmenter } from './intl.js';
import { formatMeasure, splitMeasure } from './numbers.js';
import { saysUnit } from './own-unit.js';
import type { Figures } from './rivals.js';

/** How texts are put into words for one audience. The same item gets the same words in every length. */
export interface Wording extends Figures {
  locale: Locale;
  /** Acronyms to spell out at their first use in a text; none where the audience knows them. */
  spellOut: Readonly<Record<string, string>>;
  /** Words that become others for this audience, whole word for whole word. */
  replace: Readonly<Record<string, string>>;
}

/** A number that opens a text, to stand large beside the rest of it. */
export interface Lead {
  before: string;
  number: string;
  after: string;
  /** How large it may stand: the longer, the smaller. */
  size: 'large' | 'medium' | 'small';
}

/** The text with every measure in its words. A text that opens with one opens with a capital. */
export function toWords(text: string, wording: Wording): string {
  const filled = fillPlaceholders(text, (name, offset) => {
    const measure = wording.measures[name];
    if (!measure) return `{${name}}`;
    const words = formatMeasure(withOwnUnit(measure, text, name, offset, wording), wording.locale);
    return opensSentence(text, offset) ? capitalise(words, wording.locale.language) : words;
  });
  return spellOut(inVocabulary(filled, wording), wording.spellOut);
}

/** The measure as a text shows it: without its unit, where the text writes that itself. */
function withOwnUnit(
  measure: Measure,
  text: string,
  name: string,
  offset: number,
  { measures, locale }: Wording,
): Measure {
  let end = offset + name.length + 2;
  // "{low} to {high} metres": the unit of the second is that of the first.
  for (let next = NEXT.exec(text.slice(end)); next; next = NEXT.exec(text.slice(end))) {
    if (measures[next[1] ?? '']?.unit !== measure.unit) break;
    end += next[0].length;
  }
  return saysUnit(text, offset, end, measure.unit, locale) ? { ...measure, unit: '' } : measure;
}

/** Another number, with a word or a dash at most before it. */
const NEXT = /^\s*[\p{L}–-]*\s*\{([a-z][a-z0-9_-]*)\}/u;

/** A text in the audience's own words: each term once, the longest first, and a capital stays a capital. */
export function inVocabulary(text: string, { replace, locale }: Wording): string {
  const any = anyOf(replace, 'giu');
  if (!any) return text;
  const folded = foldedNames(replace, locale.language);
  return text.replace(any, (found) => {
    const words = folded.get(fold(found, locale.language)) ?? found;
    return /^\p{Lu}/u.test(found) ? capitalise(words, locale.language) : words;
  });
}

const foldings = new WeakMap<object, { language: string; names: ReadonlyMap<string, string> }>();

/** What each name of some entries stands for, by the name in small letters. */
function foldedNames(
  entries: Readonly<Record<string, string>>,
  language: string,
): ReadonlyMap<string, string> {
  const known = foldings.get(entries);
  if (known?.language === language) return known.names;
  // Of two names that differ in case only, the last in this order holds.
  const names = new Map(
    Object.entries(entries)
      .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))
      .map(([name, words]) => [fold(name, language), words]),
  );
  foldings.set(entries, { language, names });
  return names;
}

function fold(text: string, language: string): string {
  return text.toLocaleLowerCase(language);
}

/** The text without the measure it opens with, and that measure; `undefined` where it opens with none. */
export function splitLead(text: string, wording: Wording): { lead: Lead; rest: string } | undefined {
  const name = placeholdersOf(text)[0];
  const measure = name === undefined ? undefined : wording.measures[name];
  if (name === undefined || !measure || !text.startsWith(`{${name}}`)) return undefined;
  const rest = text.slice(name.length + 2).trimStart();
  const lead = splitMeasure(withOwnUnit(measure, text, name, 0, wording), wording.locale);
  const size = lead.number.length <= 7 ? 'large' : lead.number.length <= 13 ? 'medium' : 'small';
  const after = inVocabulary(lead.after, wording);
  return { lead: { ...lead, after, size }, rest: toWords(rest, wording) };
}

/** Words of a text as they are spoken, by the language's own rules of word division. */
export function countWords(text: string, language: string): number {
  let count = 0;
  for (const segment of segmenter(language, 'word').segment(text)) {
    if (segment.isWordLike) count++;
  }
  return count;
}

/** Which of how many parts of a text: `2` of `3`. */
export interface Piece {
  n: number;
  of: number;
}

/** A text cut between sentences into parts of about the same length; this one. The text itself, where it is not cut. */
export function pieceOf(text: string, piece: Piece | undefined, language: string): string {
  if (!piece) return text;
  const sentences = sentencesOf(text, language);
  const cut = (i: number) => Math.round((i * sentences.length) / piece.of);
  return sentences
    .slice(cut(piece.n - 1), cut(piece.n))
    .join('')
    .trim();
}

/** The sentences of a text, by the language's own rules. */
export function sentencesOf(text: string, language: string): string[] {
  return [...segmenter(language, 'sentence').segment(text)].map(({ segment }) => segment);
}

const ENDED = /[.!?…。！？؟]$/u;

/** Texts one after the other, with a full stop between them where the first has no end of its own. */
export function joinSentences(texts: readonly (string | undefined)[], { words }: Locale): string {
  const space = words.stop.replace(/^\S+/, '');
  return texts
    .filter((text) => text !== undefined && text !== '')
    .reduce<string>(
      (all, text) => (all === '' ? '' : all + (ENDED.test(all) ? space : words.stop)) + text,
      '',
    );
}

/** The text with a full stop, if it has no end of its own. */
export function closeSentence(text: string, { words }: Locale): string {
  return text === '' || ENDED.test(text) ? text : text + words.stop.trimEnd();
}

export function capitalise(text: string, language: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(language) + text.slice(first.length);
}

function opensSentence(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  const sentence = before.trimEnd();
  return before === '' || (sentence !== before && ['.', '!', '?', '…'].includes(sentence.at(-1) ?? ''));
}

/** `OMI` becomes `Ozone Monitoring Instrument (OMI)` at its first use, unless the text spells it out itself. */
function spellOut(text: string, acronyms: Readonly<Record<string, string>>): string {
  const any = anyOf(acronyms, 'gu');
  if (!any) return text;
  const lower = text.toLowerCase();
  const used = new Set<string>();
  return text.replace(any, (acronym) => {
    const meaning = acronyms[acronym] ?? acronym;
    if (used.has(acronym) || lower.includes(meaning.toLowerCase())) return acronym;
    used.add(acronym);
    return `${meaning} (${acronym})`;
  });
}

const patterns = new WeakMap<object, RegExp>();

/** Finds each name of some entries as a whole word, the longest first; `undefined` where there are none. */
function anyOf(entries: Readonly<Record<string, string>>, flags: 'gu' | 'giu'): RegExp | undefined {
  const known = patterns.get(entries);
  if (known) return known;
  const names = Object.keys(entries).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (names.length === 0) return undefined;
  const any = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, flags);
  patterns.set(entries, pattern);
  return pattern;
}
