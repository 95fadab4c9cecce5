/** The words of a source that are most like those that a brief gives, to show what differs. */
import { diffWordsWithSpace } from 'diff';

/** Windows of a text that are compared word for word. */
const MOST_COMPARED = 20;

/** Texts with more changes than this have nothing in common that is worth showing. */
const MOST_CHANGES = 400;

const bare = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** A text in words, as it is searched. */
export class Passages {
  readonly #words: readonly string[];
  readonly #bare: readonly string[];

  constructor(text: string) {
    this.#words = text.split(' ');
    this.#bare = this.#words.map(bare);
  }

  /** The passage that is most like some words, with what differs marked. */
  nearest(words: string): string {
    const wanted = words.split(' ');
    const start = this.#nearestStart(wanted.map(bare));
    return wordDiff(
      this.#words
        .slice(start, start + wanted.length)
        .join(' ')
        .slice(0, 2 * words.length + 100),
      words,
    );
  }

  /** Words that are there count, and count double in their place: first by sight of the one, then of the other. */
  #nearestStart(wanted: readonly string[]): number {
    const known = new Set(wanted);
    const last = Math.max(0, this.#bare.length - wanted.length);
    const isKnown = (i: number) => Number(known.has(this.#bare[i] ?? ''));
    let count = 0;
    for (let i = 0; i < wanted.length; i++) count += isKnown(i);
    let best: { at: number; count: number }[] = [];
    for (let at = 0; at <= last; at++) {
      if (best.length < MOST_COMPARED || count > (best.at(-1)?.count ?? 0)) {
        best.push({ at, count });
        best.sort((a, b) => b.count - a.count || a.at - b.at);
        best = best.slice(0, MOST_COMPARED);
      }
      count += isKnown(at + wanted.length) - isKnown(at);
    }
    const alike = ({ at, count: there }: { at: number; count: number }) =>
      wanted.reduce((sum, word, n) => sum + Number(word === this.#bare[at + n]), there);
    return (
      best.map((one) => ({ at: one.at, score: alike(one) })).sort((a, b) => b.score - a.score)[0]?.at ?? 0
    );
  }
}

/** `the [-old-]{+new+} words`: taken from the source, put in by the brief. */
export function wordDiff(source: string, brief: string): string {
  const changes = diffWordsWithSpace(source, brief, { maxEditLength: MOST_CHANGES });
  if (!changes) return `[-${source}-]{+${brief}+}`;
  return changes
    .map(({ added, removed, value }) => (added ? `{+${value}+}` : removed ? `[-${value}-]` : value))
    .join('');
}
