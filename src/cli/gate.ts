/**
 * Decides between two threads whether a command may be ended at any moment, or is writing files, which must be
 * completed or undone first. Whoever comes first wins; there is no moment in between.
 */
export class Gate {
  readonly memory: SharedArrayBuffer;
  readonly #state: Int32Array;

  /** Given the memory of a gate in another thread, the same gate. */
  constructor(memory = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) {
    this.memory = memory;
    this.#state = new Int32Array(memory);
  }

  /** Whether the command may be ended; it cannot begin to write from then on. */
  tryStop(): boolean {
    return Atomics.compareExchange(this.#state, 0, OPEN, STOPPED) !== WRITING;
  }

  /** Whether the command may write; it cannot be ended from then on. */
  tryWrite(): boolean {
    return Atomics.compareExchange(this.#state, 0, OPEN, WRITING) !== STOPPED;
  }
}

const OPEN = 0;
const STOPPED = 1;
const WRITING = 2;
