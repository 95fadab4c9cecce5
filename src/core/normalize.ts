/** Texts as they survive every way of setting them: without spaces, in one case, with one form of each character. */
import { fold } from './fold.js';

export function normalize(text: string): string {
  return fold(text).replace(/[\s']/gu, '').toLowerCase();
}

/** Letters and figures only, for texts that come back from a PDF: those from right to left in no order of theirs. */
export function letters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .replace(RIGHT_TO_LEFT_RUN, (run) => [...run].sort().join(''));
}

/** A PDF has what runs from right to left as it is painted: letter by letter, from the left. */
export function isPaintedBackwards(text: string): boolean {
  return new RegExp(RIGHT_TO_LEFT_RUN.source, 'u').test(text);
}

const RIGHT_TO_LEFT_RUN = /[\p{Script=Arabic}\p{Script=Hebrew}]+/gu;
