/** Files beside a brief, read on its word; what keeps one from being read is a problem of the brief. */
import path from 'node:path';
import type { Problem } from '../core/problem.js';
import { describeUnread, readInside, TooLarge, type Unsaved } from './files.js';
import { LIMITS, megabytes } from './limits.js';
import type { Reading } from './read.js';
import { type Path, showPath } from './schema-errors.js';

/** Reads the files that one brief names, each once, and all together no more than is allowed. */
export class Beside {
  readonly #reading: Reading;
  readonly #problems: Problem[];
  readonly #unsaved: Unsaved | undefined;
  readonly #known = new Map<string, Uint8Array>();
  #left: number = LIMITS.folderBytes;

  constructor(reading: Reading, problems: Problem[], unsaved?: Unsaved) {
    this.#reading = reading;
    this.#problems = problems;
    this.#unsaved = unsaved;
  }

  /** The text of a file, or a problem. */
  async text(name: string, at: Path, most: number): Promise<string | undefined> {
    const bytes = await this.bytes(name, at, most);
    if (!bytes) return undefined;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      this.report(
        { code: 'encoding', message: `"${name}" is no text in UTF-8`, hint: 'Save it again as UTF-8.' },
        at,
      );
      return undefined;
    }
  }

  /** The bytes of a file of at most so many, or a problem. */
  async bytes(name: string, at: Path, most: number): Promise<Uint8Array | undefined> {
    const known = this.#known.get(name);
    if (known && known.length <= most) return known;
    try {
      const folder = path.dirname(this.#reading.file);
      const bytes = await readInside(folder, name, Math.min(most, this.#left), this.#unsaved);
      this.#left -= bytes.length;
      this.#known.set(name, bytes);
      return bytes;
    } catch (error) {
      this.report(
        error instanceof TooLarge && error.size <= most
          ? {
              code: 'too-large',
              message: `with "${name}" the files of the brief are over ${megabytes(LIMITS.folderBytes)}`,
              hint: 'Cut pictures and tables to what is used, or make two briefs of it.',
            }
          : describeUnread(error, name, 'the folder of the brief'),
        at,
      );
      return undefined;
    }
  }

  /** A problem of what the brief says at a place. */
  report(problem: Problem, at: Path): void {
    const { file, placeOf } = this.#reading;
    this.#problems.push({ ...problem, file, ...placeOf(at), path: showPath(at) });
  }
}
