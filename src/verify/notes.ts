/** No speaker note in what an audience gets. Pure. */
import type { Ledger } from '../check/ledger.js';
import type { VisibleBrief } from '../visible/visible.js';
import { toWords, type Wording } from '../words/texts.js';
import { withoutCode } from './blocks.js';
import { squeeze } from './squeeze.js';
import type { Unpacked } from './unpack.js';

const LEAST = 12;

/** Every note of a brief, squeezed, as far as it says what no other text does. */
export function notesIn(brief: VisibleBrief, wording: Wording): string[] {
  const notes = [
    brief.bottomLine,
    ...brief.claims,
    ...brief.quotes,
    ...brief.events,
    ...brief.judgments,
    ...brief.indicators,
    ...brief.questions,
    ...brief.people,
    ...brief.charts,
    ...brief.comparisons,
    ...brief.images,
  ].flatMap((item) => (item.notes === undefined ? [] : [toWords(item.notes, wording)]));
  const others: string[] = [];
  JSON.stringify(brief, (key, value: unknown) => {
    if (key === 'notes') return undefined;
    if (typeof value === 'string') others.push(toWords(value, wording));
    return value;
  });
  const said = squeeze(others.join('\n'));
  return notes
    .flatMap((note) => [note, ...note.split(/(?<=[.!?])\s+/)])
    .map(squeeze)
    .filter((note) => note.length >= LEAST && !said.includes(note));
}

const HINT = 'Look for a template that writes notes outside {{#if notes}}.';

/** Searches a file of the audience edition. */
export function checkNotes(
  notes: readonly string[],
  deck: string,
  { name }: Unpacked,
  holds: (words: string) => boolean,
  ledger: Ledger,
): void {
  // Counted by file: how much there is to say is the speaker's to know.
  ledger.look('note-leak');
  const report = (what: string) =>
    ledger.find({
      rule: 'note-leak',
      deck,
      element: name,
      message: `holds what only the speaker may see: "${what}"`,
      hint: HINT,
    });
  for (const note of notes) if (holds(note)) report(note);
}

/** Searches the markup of an HTML file of the audience edition; a comment that an author typed is text there. */
export function checkComments(deck: string, file: string, html: string, ledger: Ledger): void {
  ledger.look('note-leak');
  const markup = withoutCode(html);
  if (!/<!--|<[a-z][^>]*\sclass="[^"]*\bbespoke-marp-note\b/i.test(markup)) return;
  ledger.find({
    rule: 'note-leak',
    deck,
    element: file,
    message: 'holds a comment, or a note of the presenter view',
    hint: HINT,
  });
}
