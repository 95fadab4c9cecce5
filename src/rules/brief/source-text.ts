/** The archived texts of a brief's sources, made comparable. */
import { fold } from '../../core/fold.js';
import type { LoadedBrief } from '../../load/load.js';
import { Passages } from './passage.js';

/** Passages that are checked for in a brief's sources: whoever has more to correct begins with these. */
const MOST_PASSAGES = 100;

/** The archived text of a source, made comparable. */
export class SourceText {
  readonly folded: string;
  #passages: Passages | undefined;
  readonly #budget: { left: number };

  constructor(text: string, budget: { left: number }) {
    this.folded = fold(text);
    this.#budget = budget;
  }

  /** What a finding says of the words that come nearest to some. */
  hint(words: string): string {
    if (this.#budget.left-- <= 0) return 'Give the very words of the source.';
    this.#passages ??= new Passages(this.folded);
    return `Nearest: ${this.#passages.nearest(words)}`;
  }
}

export type SourceTexts = ReadonlyMap<string, SourceText>;

/** The archived texts by source; one that several sources share is made comparable once. */
export function sourceTexts(archives: LoadedBrief['archives']): SourceTexts {
  const budget = { left: MOST_PASSAGES };
  const made = new Map<string, SourceText>();
  return new Map(
    [...archives].map(([id, { text, sha256 }]) => {
      const known = made.get(sha256) ?? new SourceText(text, budget);
      made.set(sha256, known);
      return [id, known];
    }),
  );
}
