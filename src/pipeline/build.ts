/** The build: options, browser, and the one place where decks are written. `make.ts` shows the way through. */

import { BrowserPool } from '../browser/pool.js';
import type { Manifest } from '../certificates/manifest.js';
import { choose } from '../core/choose.js';
import type { Problem } from '../core/problem.js';
import { DEFAULT_EDITIONS, EDITIONS } from '../formats/edition.js';
import { FORMATS } from '../formats/index.js';
import { tryFolder, writeAll } from '../output/write.js';
import { PAPERS } from '../render/handout.js';
import { PdfReader } from '../unpack/pdf-reader.js';
import type { BuildOutput } from './make.js';
import type { BuiltDeck, MakeOptions } from './options.js';
import type { Choice } from './project.js';

export const FORMAT_IDS = FORMATS.map(({ id }) => id);
/** The formats that are made where nothing is said. */
export const DEFAULT_FORMATS = FORMATS.filter(({ isDefault }) => isDefault).map(({ id }) => id);

export interface BuildOptions extends MakeOptions {
  /** Folder for the decks. */
  out: string;
  /** Told before the decks are written; if it throws, they are not. */
  onWrite?: (() => void) | undefined;
}

export interface BuildResult {
  decks: readonly BuiltDeck[];
  /** The page to choose from. */
  index: string;
  /** What the rules found that does not stop a build; that of drafts has errors among it. */
  warnings: readonly Problem[];
}

/** What was checked and not written. */
export interface CheckResult {
  decks: readonly Manifest[];
  /** What the rules found that would not stop a build. */
  warnings: readonly Problem[];
}

/**
 * Builds the decks and writes them, all or none. Throws `BriefError` with every problem of every brief,
 * `MachineError` where a browser or font is missing, `UsageError` for a name that does not exist.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  await tryFolder(options.out);
  const { decks, index, warnings, files } = await make(options);
  options.onWrite?.();
  await writeAll(options.out, files, options.signal);
  return { decks, index, warnings };
}

/** Makes every file of the decks and holds it to every rule, and writes none. Throws as {@link build} does. */
export async function check(
  choice: Choice & Pick<MakeOptions, 'onProgress' | 'signal'>,
): Promise<CheckResult> {
  const formats = FORMATS.filter((format) => format.isChecked).map(({ id }) => id);
  const { decks, warnings } = await make({ ...choice, formats, editions: EDITIONS });
  return { decks: decks.map((deck) => deck.manifest), warnings };
}

async function make(options: MakeOptions): Promise<BuildOutput> {
  const ids = choose('format', options.formats ?? DEFAULT_FORMATS, FORMAT_IDS);
  const formats = FORMATS.filter(({ id }) => ids.includes(id));
  const editions = choose('edition', options.editions ?? DEFAULT_EDITIONS, EDITIONS);
  const [paper = 'a4'] = options.paper === undefined ? [] : choose('paper', [options.paper], PAPERS);
  options.signal?.throwIfAborted();
  const pool = new BrowserPool(options.browser);
  const pdfs = new PdfReader();
  const close = async () => {
    await Promise.all([pdfs.close(), pool.close()]);
  };
  // Whatever waits for the browser or for a PDF is rejected then.
  options.signal?.addEventListener('abort', close, { once: true });
  try {
    pool.warm();
    // The rest is loaded while the browser starts.
    const { makeDecks } = await import('./make.js');
    return await makeDecks(options, { formats, editions, paper }, pool, pdfs);
  } catch (error) {
    options.signal?.throwIfAborted();
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', close);
    await close();
  }
}
