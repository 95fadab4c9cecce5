/** Texts made comparable: the same words in other quotation marks, dashes or white space are the same words. */

/** Folds Unicode forms, quotation marks, dashes and white space. Letters and their case stay. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’‚‛′`´“”„‟″«»‹›"]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

const WORD_BEFORE = /(?<=[\p{L}\p{N}])$/u;
const WORD_AFTER = /^[\p{L}\p{N}]/u;

/** Whether a folded text holds some words, whole: `60` is not in `600`. */
export function holds(text: string, words: string): boolean {
  const wanted = fold(words);
  if (wanted === '') return false;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    // A character may be two code units.
    if (!WORD_BEFORE.test(text.slice(Math.max(0, at - 2), at)) && !WORD_AFTER.test(text.slice(end, end + 2)))
      return true;
  }
  return false;
}
