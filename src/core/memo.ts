/**
 * Results by the content that they were made from. Nothing is ever declared out of date: other content has another key,
 * and what has not been asked for in a while is dropped.
 */
import { sha256 } from './hash.js';

/** Turns for which a result is kept that nobody asks for. */
const KEPT_TURNS = 8;

/** The key of some content, which is data. */
export function contentKey(...content: readonly unknown[]): string {
  return sha256(JSON.stringify(content));
}

/** Results of one kind. */
export class Memo<T> {
  readonly #entries = new Map<string, { value: T; turn: number }>();
  #turn = 0;
  #made = 0;

  /** How many results were made, and not known already. */
  get made(): number {
    return this.#made;
  }

  get size(): number {
    return this.#entries.size;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** The result for a key, made where it is not known. A promise that is rejected is not kept. */
  of(key: string, make: () => T): T {
    const known = this.#entries.get(key);
    if (known) {
      known.turn = this.#turn;
      return known.value;
    }
    this.#made++;
    const entry = { value: make(), turn: this.#turn };
    this.#entries.set(key, entry);
    if (entry.value instanceof Promise)
      entry.value.catch(() => {
        if (this.#entries.get(key) === entry) this.#entries.delete(key);
      });
    return entry.value;
  }

  /** Begins a turn, and drops what was not asked for in the last ones. */
  next(): void {
    this.#turn++;
    for (const [key, { turn }] of this.#entries)
      if (this.#turn - turn > KEPT_TURNS) this.#entries.delete(key);
  }
}
