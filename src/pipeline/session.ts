/**
 * A project that is built, checked or shown again and again: the browser stays, and what was made or seen of a slide is
 * known by its content. One call at a time is under way; others wait.
 */
import path from 'node:path';
import { choose } from '../core/choose.js';
import { oneAtATime } from '../core/parallel.js';
import { DEFAULT_EDITIONS, EDITIONS } from '../formats/edition.js';
import { FORMATS } from '../formats/index.js';
import { tryFolder, writeAll } from '../output/write.js';
import { PAPERS } from '../render/handout.js';
import type { ExplainedPlan } from './jobs.js';
import type { BuildOutput } from './make.js';
import type { BuildOptions, BuildResult, CheckOptions, CheckResult, MakeOptions } from './options.js';
import type { Choice } from './project.js';
import { Resources, type SessionOptions } from './resources.js';
import type { SessionUpdate, ShownSlides } from './update.js';

/** Text of a file that is not saved; without a text the file is read again. */
export interface Edit {
  file: string;
  text?: string | undefined;
}

export interface Session {
  /** Builds the decks and writes them, all or none. */
  build(options: BuildOptions): Promise<BuildResult>;
  /** Makes every file of the decks and holds it to every rule, and writes none. */
  check(options: CheckOptions): Promise<CheckResult>;
  /** The plan of every wanted deck: what is in it, what is out, and why. */
  explain(choice: Choice): Promise<ExplainedPlan[]>;
  /** The wanted decks after an edit, or as the files are now; what did not change is not made again. */
  update(choice: Choice, edit?: Edit): Promise<SessionUpdate>;
  /** Ends the browser; calls that are under way are rejected. */
  close(): Promise<void>;
}

/** The formats that are made where nothing is said. */
export const DEFAULT_FORMATS = FORMATS.filter(({ isDefault }) => isDefault).map(({ id }) => id);
export const FORMAT_IDS = FORMATS.map(({ id }) => id);

/** Opens a session. Whoever opens it closes it. */
export function openSession(options: SessionOptions = {}): Session {
  return sessionWith(new Resources(options));
}

/** A session with resources that others may use beside it; its end is theirs. */
export function sessionWith(resources: Resources): Session {
  const unsaved = new Map<string, string>();
  const shown: ShownSlides = new Map();
  const inTurn = oneAtATime();
  const call = <R>(run: () => Promise<R>): Promise<R> =>
    inTurn(() => {
      resources.memory.next();
      resources.pool.warm();
      return run();
    });
  return {
    build: ({ onWrite, ...wanted }) =>
      call(async () => {
        await tryFolder(wanted.out);
        const { decks, index, warnings, files } = await make(wanted, resources);
        onWrite?.();
        await writeAll(wanted.out, files, wanted.signal);
        return { decks, index, warnings };
      }),
    check: (wanted) =>
      call(async () => {
        const formats = FORMATS.filter((format) => format.isChecked).map(({ id }) => id);
        const { decks, warnings } = await make({ ...wanted, formats, editions: EDITIONS }, resources);
        return { decks: decks.map((deck) => deck.manifest), warnings };
      }),
    explain: (choice) =>
      call(async () => {
        const { explainDecks } = await import('./jobs.js');
        return explainDecks(choice, resources);
      }),
    update: (choice, edit) =>
      call(async () => {
        if (edit?.text !== undefined) unsaved.set(path.resolve(edit.file), edit.text);
        else if (edit) unsaved.delete(path.resolve(edit.file));
        const { updateDecks } = await import('./update.js');
        return updateDecks(choice, resources, unsaved, shown);
      }),
    close: () => resources.close(),
  };
}

async function make(options: MakeOptions, resources: Resources): Promise<BuildOutput> {
  const ids = choose('format', options.formats ?? DEFAULT_FORMATS, FORMAT_IDS);
  const formats = FORMATS.filter(({ id }) => ids.includes(id));
  const editions = choose('edition', options.editions ?? DEFAULT_EDITIONS, EDITIONS);
  const [paper = 'a4'] = options.paper === undefined ? [] : choose('paper', [options.paper], PAPERS);
  // The rest is loaded while the browser starts.
  const { makeDecks } = await import('./make.js');
  return makeDecks(options, { formats, editions, paper }, resources);
}
