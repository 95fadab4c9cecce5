/** A draft: a brief, and where in the articles each part of it was found. */
import type { BriefInput } from '../load/schema.js';

/** Where the words stand that carry an item: offsets in the archived text of a source. */
export interface Place {
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** An archived text of the draft. */
export interface DraftSource {
  readonly id: string;
  /** File in the folder of the brief. */
  readonly file: string;
  readonly text: string;
}

export interface Draft {
  /** As it is written into `brief.yaml`. */
  readonly brief: BriefInput;
  readonly sources: readonly DraftSource[];
  /** By id of an item or name of a measure; `bottom-line` is the bottom line. */
  readonly places: Readonly<Record<string, readonly Place[]>>;
  /** What the articles do not tell and a person has to answer. */
  readonly questions: readonly string[];
  /** What was found and left out, since it fell short of a rule. */
  readonly dropped: readonly string[];
}

export interface DraftOptions {
  /** ISO day of the articles, where they state none: relative dates count from it. */
  readonly date?: string | undefined;
  /** ISO day that the brief is of, where nothing else says it. */
  readonly today: string;
}
