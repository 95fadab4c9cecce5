/** A check of a finished file, besides the searches that all files are held to. */
import type { BrowserPool } from '../../browser/pool.js';
import type { Edition } from '../../formats/edition.js';
import type { PlannedDeck } from '../../pipeline/family.js';
import type { Log } from '../rule.js';
import type { ReadSlide } from './slides.js';

/** `Content` is what the file's format reads of it. */
export interface FileCheck<Content, Id extends string> {
  /** The rules that it is for: where none of them is wanted, it does not run. */
  rules: readonly Id[];
  /** The editions whose files it is for. */
  editions: readonly Edition[];
  run(content: Content, context: FileContext, log: Log<Id>): Promise<void> | void;
}

export interface FileContext {
  /** Name of the file below the output folder. */
  file: string;
  /** Name of the deck: `public-short`. */
  name: string;
  member: PlannedDeck;
  /** The slides as the browser shows them. */
  seen: readonly ReadSlide[];
  /** The fonts of its slides. */
  fontCss: string;
  /** Text of the brand's file, whose words may stand on any slide. */
  brand: string | undefined;
  pool: BrowserPool;
}
