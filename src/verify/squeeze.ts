/** Texts as they survive every way of setting them: without spaces, in one case, with one form of each character. */
import { fold } from '../check/fold.js';

export function squeeze(text: string): string {
  return fold(text).replace(/[\s']/gu, '').toLowerCase();
}

/** Letters and figures only, for texts that come back from a PDF. */
export function letters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
