/** A text of the brief in the words of a deck: measures filled in, acronyms spelt out where that is wanted. */

import type { Locale } from '../load/locale.js';
import { fillPlaceholders, placeholdersOf } from '../load/placeholders.js';
import type { VisibleBrief } from '../visible/visible.js';
import { segmenter } from './intl.js';
import { formatMeasure, splitMeasure } from './numbers.js';

/** How texts are put into words for one audience. The same item gets the same words in every length. */
export interface Wording {
  measures: VisibleBrief['measures'];
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
    const words = formatMeasure(measure, wording.locale);
    return opensSentence(text, offset) ? capitalise(words, wording.locale.language) : words;
  });
  return spellOut(inVocabulary(filled, wording), wording.spellOut);
}

/** A text in the audience's own words: each term once, the longest first, and a capital stays a capital. */
export function inVocabulary(text: string, { replace, locale }: Wording): string {
  const terms = Object.keys(replace).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (terms.length === 0) return text;
  const byFolded = new Map(terms.map((term) => [fold(term, locale.language), replace[term] ?? term]));
  const any = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu'), (found) => {
    const words = byFolded.get(fold(found, locale.language)) ?? found;
    return /^\p{Lu}/u.test(found) ? capitalise(words, locale.language) : words;
  });
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
  const lead = splitMeasure(measure, wording.locale);
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
  return /(^|[.!?…]\s+)$/u.test(text.slice(0, offset));
}

/** `OMI` becomes `Ozone Monitoring Instrument (OMI)` at its first use, unless the text spells it out itself. */
function spellOut(text: string, acronyms: Readonly<Record<string, string>>): string {
  let spelt = text;
  for (const [acronym, meaning] of Object.entries(acronyms).sort()) {
    if (spelt.toLowerCase().includes(meaning.toLowerCase())) continue;
    const escaped = acronym.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    spelt = spelt.replace(
      new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u'),
      () => `${meaning} (${acronym})`,
    );
  }
  return spelt;
}
