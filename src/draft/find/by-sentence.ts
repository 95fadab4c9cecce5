/** What was found, by the sentence that it stands in: a long text is not searched anew for each of its sentences. */
import type { Sentence } from '../analyse/article.js';

/** What gives the items of a sentence, in their order. */
export function bySentence<T extends { readonly sentence: Sentence }>(
  items: readonly T[],
): (sentence: Sentence) => readonly T[] {
  const found = new Map<Sentence, T[]>();
  for (const item of items) {
    const others = found.get(item.sentence);
    if (others) others.push(item);
    else found.set(item.sentence, [item]);
  }
  return (sentence) => found.get(sentence) ?? [];
}
