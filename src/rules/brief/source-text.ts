/** The archived texts of a brief's sources, made comparable. */
import { fold } from '../../core/fold.js';
import type { LoadedBrief } from '../../load/load.js';
import { Passages } from './passage.js';

/** Passages that are checked for in a brief's sources: whoever has more to correct begins with these. */
const MOST_PASSAGES = 100;

/** The archived text that a source is looked up in, made comparable. */
export class SourceText {
  /** How a finding names it: `the archived text of "notice"`. */
  readonly name: string;
  readonly folded: string;
  #passages: Passages | undefined;
  readonly #budget: { left: number };

  constructor(name: string, folded: string, budget: { left: number }) {
    this.name = name;
    this.folded = folded;
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

/**
 * The archived texts by source. A source that was read in another one is looked up in the text of that one, along the
 * chain.
 */
export function sourceTexts({ brief, archives }: Pick<LoadedBrief, 'brief' | 'archives'>): SourceTexts {
  const budget = { left: MOST_PASSAGES };
  const folded = new Map<string, string>();
  return new Map(
    Object.keys(brief.sources).flatMap((id): [string, SourceText][] => {
      const holder = holderOf(id, brief.sources, archives);
      const archive = holder === undefined ? undefined : archives.get(holder);
      if (!archive) return [];
      const text = folded.get(archive.sha256) ?? fold(archive.text);
      folded.set(archive.sha256, text);
      const cited = holder === id ? '' : `, in which "${id}" was read,`;
      return [[id, new SourceText(`the archived text of "${holder}"${cited}`, text, budget)]];
    }),
  );
}

/** The first source with an archived text along the chain of those that cite each other. */
function holderOf(
  id: string,
  sources: LoadedBrief['brief']['sources'],
  archives: LoadedBrief['archives'],
): string | undefined {
  const seen = new Set<string>();
  let at: string | undefined = id;
  while (at !== undefined && !seen.has(at)) {
    if (archives.has(at)) return at;
    seen.add(at);
    at = sources[at]?.citedIn;
  }
  return undefined;
}
