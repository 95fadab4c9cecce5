/** An output format: one descriptor, in a file of its own. What makes, names, searches and checks files loops over them. */
import type { BrowserPool } from '../browser/pool.js';
import type { OutputFile } from '../output/write.js';
import type { DeckRenderer } from '../pipeline/deck-renderer.js';
import type { PlannedDeck } from '../pipeline/family.js';
import type { RenderedDeck } from '../render/document.js';
import type { Paper } from '../render/handout.js';
import type { FileCheck } from '../rules/deck/file-check.js';
import type { RuleId } from '../rules/registry.js';
import type { PdfReader } from '../unpack/pdf-reader.js';
import type { Unpacked } from '../unpack/unpacked.js';
import type { Edition } from './edition.js';

/** `Content` is what is read of a finished file once, for the search and for every check. */
export interface Format<Content = unknown> {
  /** Its name on the command line and in certificates. */
  id: string;
  /** Of its files, without the dot. */
  extension: string;
  /** The editions that it is made in. */
  editions: readonly Edition[];
  /** Whether it is made where nothing is said. */
  isDefault: boolean;
  /** Whether `check` makes it: not where its files show only what those of another format show. */
  isChecked: boolean;
  /** The files of one deck in one edition. */
  make(deck: DeckToMake, edition: Edition, tools: MakeTools): Promise<readonly MadeFile[]>;
  /** Reads a finished file. Throws where it is not of this format. */
  read(bytes: Uint8Array | string, tools: ReadTools): Promise<Content>;
  /** All that the file says, for the search for what it must not say. */
  unpack(name: string, content: Content): Unpacked;
  /** The checks of finished files that apply, besides the searches, which apply to all. */
  checks: readonly FileCheck<Content, RuleId>[];
}

/** A deck that fits. */
export interface DeckToMake extends PlannedDeck {
  markdown: string;
  rendered: RenderedDeck;
  /** Name of its audience, for readers. */
  audienceName: string;
}

export interface MakeTools {
  renderer: DeckRenderer;
  pool: BrowserPool;
  /** What a handout is printed on. */
  paper: Paper;
}

export interface ReadTools {
  pdfs: PdfReader;
}

export interface MadeFile {
  /** What of the deck it shows, where that is not all of it: `chart-costs`. */
  part?: string | undefined;
  bytes: Uint8Array | string;
}

/** A finished file of a deck. */
export interface DeckFile extends OutputFile {
  format: Format;
  edition: Edition;
  part: string | undefined;
}
