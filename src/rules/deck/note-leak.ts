/** No speaker note in what an audience gets. Pure. */

import { normalize } from '../../core/normalize.js';
import { EDITIONS, HAS_NOTES } from '../../formats/edition.js';
import type { ItemData } from '../../items/item.js';
import { LISTS } from '../../kinds/kinds.js';
import { withoutCode } from '../../unpack/blocks.js';
import type { Unpacked } from '../../unpack/unpacked.js';
import type { VisibleBrief } from '../../visible/visible.js';
import { toWords, type Wording } from '../../words/texts.js';
import type { Log, Rule } from '../rule.js';
import type { FileCheck } from './file-check.js';

export const noteLeak = {
  id: 'note-leak',
  severity: 'error',
  asks: 'No speaker note is in an edition for the audience.',
  stopsDrafts: true,
} as const satisfies Rule;

const LEAST = 12;

/** Every note of a brief, normalized, as far as it says what no other text does. */
export function notesIn(brief: VisibleBrief, wording: Wording): string[] {
  const notes = [brief.bottomLine, ...LISTS.flatMap((list): readonly ItemData[] => brief[list])].flatMap(
    (item) => (item.notes === undefined ? [] : [toWords(item.notes, wording)]),
  );
  const others: string[] = [];
  JSON.stringify(brief, (key, value: unknown) => {
    if (key === 'notes') return undefined;
    if (typeof value === 'string') others.push(toWords(value, wording));
    return value;
  });
  const said = normalize(others.join('\n'));
  return notes
    .flatMap((note) => [note, ...note.split(/(?<=[.!?])\s+/)])
    .map(normalize)
    .filter((note) => note.length >= LEAST && !said.includes(note));
}

const HINT = 'Look for a template that writes notes outside {{#if notes}}.';

/** Searches a file of the audience edition. */
export function checkNotes(
  notes: readonly string[],
  deck: string,
  { name }: Unpacked,
  holds: (words: string) => boolean,
  log: Log<'note-leak'>,
): void {
  // Counted by file: how much there is to say is the speaker's to know.
  log.count('note-leak');
  const report = (what: string) =>
    log.find({
      rule: 'note-leak',
      deck,
      element: name,
      message: `holds what only the speaker may see: "${what}"`,
      hint: HINT,
    });
  for (const note of notes) if (holds(note)) report(note);
}

/** Searches the markup of an HTML file of the audience edition; a comment that an author typed is text there. */
export function checkComments(deck: string, file: string, html: string, log: Log<'note-leak'>): void {
  log.count('note-leak');
  const markup = withoutCode(html);
  if (!/<!--|<[a-z][^>]*\sclass="[^"]*\bbespoke-marp-note\b/i.test(markup)) return;
  log.find({
    rule: 'note-leak',
    deck,
    element: file,
    message: 'holds a comment, or a note of the presenter view',
    hint: HINT,
  });
}

/** Searches the markup of an HTML file. */
export const comments: FileCheck<string, 'note-leak'> = {
  rules: ['note-leak'],
  editions: EDITIONS.filter((edition) => !HAS_NOTES[edition]),
  run: (html, { name, file }, log) => checkComments(name, file, html, log),
};
