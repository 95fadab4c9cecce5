/** What a build is asked for, and what it makes of each deck. */
import type { Manifest } from '../certificates/manifest.js';
import type { Problem } from '../core/problem.js';
import type { Edition } from '../formats/edition.js';
import type { Format } from '../formats/format.js';
import type { Paper } from '../render/handout.js';
import type { Choice } from './project.js';

/** What is made, and how; without a folder nothing is written, and nothing is known of earlier builds. */
export interface MakeOptions extends Choice {
  out?: string | undefined;
  /** Default: html and pdf. */
  formats?: readonly string[] | undefined;
  /** Default: audience and speaker. An edition is made in those of the formats that have it. */
  editions?: readonly string[] | undefined;
  /** What a handout is printed on. Default: a4. */
  paper?: string | undefined;
  /** Families of decks made at a time. */
  jobs?: number | undefined;
  /** Makes drafts of decks that fall short: they say so on every slide. Leaks stop them all the same. */
  draft?: boolean | undefined;
  /** Told of each deck that is done. */
  onProgress?: ((done: number, all: number, deck: string) => void) | undefined;
  /** Stops the work at its next step: nothing is written then. */
  signal?: AbortSignal | undefined;
}

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

export type CheckOptions = Choice & Pick<MakeOptions, 'onProgress' | 'signal'>;

/** What was checked and not written. */
export interface CheckResult {
  decks: readonly Manifest[];
  /** What the rules found that would not stop a build. */
  warnings: readonly Problem[];
}

/** Which files are made of each deck. */
export interface OutputOptions {
  formats: readonly Format[];
  editions: readonly Edition[];
  paper: Paper;
}

/** A deck that was built: its manifest, and its files below the output folder. */
export interface BuiltDeck {
  manifest: Manifest;
  files: readonly string[];
}
