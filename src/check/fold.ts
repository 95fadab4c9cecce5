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

/** Whether a folded text holds some words, whole: `60` is not in `600`. */
export function holds(text: string, words: string): boolean {
  const escaped = fold(words).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(text);
}
