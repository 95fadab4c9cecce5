/** The build: options, browser, and the one place where decks are written. `make.ts` shows the way through. */

import { BrowserPool } from './browser.js';
import { choose } from './choose.js';
import type { Manifest } from './export/manifest.js';
import { writeAll } from './export/write.js';
import type { Problem } from './problem.js';
import type { Choice } from './project.js';

export const FORMATS = ['html', 'pdf', 'md'] as const;
export type Format = (typeof FORMATS)[number];
export const EDITIONS = ['audience', 'speaker'] as const;
export type Edition = (typeof EDITIONS)[number];

export interface BuildOptions extends Choice {
  /** Folder for the decks. */
  out: string;
  /** Default: html and pdf. */
  formats?: readonly string[] | undefined;
  /** Default: both. The speaker edition is HTML and Markdown only. */
  editions?: readonly string[] | undefined;
  /** Families of decks made at a time. */
  jobs?: number | undefined;
  /** Told of each deck that is done. */
  onProgress?: ((done: number, all: number, deck: string) => void) | undefined;
  /** Stops the build: nothing is written then. */
  signal?: AbortSignal | undefined;
}

/** A deck that was built: its manifest, and its files below the output folder. */
export interface BuiltDeck {
  manifest: Manifest;
  files: readonly string[];
}

export interface BuildResult {
  decks: readonly BuiltDeck[];
  /** The page to choose from. */
  index: string;
  /** What the rules found that does not stop a build. */
  warnings: readonly Problem[];
}

/**
 * Builds the decks and writes them, all or none. Throws `BriefError` with every problem of every brief,
 * `MachineError` where a browser or font is missing, `UsageError` for a name that does not exist.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const formats = choose('format', options.formats ?? ['html', 'pdf'], FORMATS);
  const editions = choose('edition', options.editions, EDITIONS);
  const pool = new BrowserPool(options.browser);
  try {
    pool.warm();
    // The rest is loaded while the browser starts.
    const { makeDecks } = await import('./make.js');
    const { decks, index, warnings, files } = await makeDecks(options, formats, editions, pool);
    options.signal?.throwIfAborted();
    await writeAll(options.out, files);
    return { decks, index, warnings };
  } finally {
    await pool.close();
  }
}
