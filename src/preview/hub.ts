/** The pages that are open, and the work for them: after a change, each selection that is shown is made once. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Problem } from '../core/problem.js';
import type { PreviewStages } from '../pipeline/preview.js';
import type { UpdatedDeck } from '../pipeline/update.js';
import type { Client } from './client.js';
import type { Message, Selection } from './messages.js';
import { shownProblem, shownProblems } from './problems.js';

/** Makes the deck of a selection; resolves with what was found. */
export type MakeDeck = (
  selection: Selection,
  stages: Omit<PreviewStages, 'onDrawn'> & { onDeck(deck: UpdatedDeck, isMeasured: boolean): void },
) => Promise<readonly Problem[]>;

/** Milliseconds in which several files that are saved at once are one change. */
const TOGETHER = 15;
/** Milliseconds after which an error is told, if nothing changes: a file may have been read half written. */
const PATIENCE = 120;

export class Hub {
  readonly #clients = new Set<Client>();
  readonly #make: MakeDeck;
  readonly #editor: string;
  /** Selections that are to be made, by their keys. */
  readonly #waiting = new Map<string, Selection>();
  #current: AbortController | undefined;
  #isWorking = false;
  #isClosed = false;

  constructor(make: MakeDeck, editor: string) {
    this.#make = make;
    this.#editor = editor;
  }

  add(client: Client): void {
    this.#clients.add(client);
    this.#want(client.selection);
    void this.#work();
  }

  remove(client: Client): void {
    this.#clients.delete(client);
  }

  /** Files have changed: what is being made is out of date. */
  changed(): void {
    for (const { selection } of this.#clients) this.#want(selection);
    this.#current?.abort();
    void this.#work();
  }

  /** Tells every page. */
  tell(message: Message): void {
    for (const client of this.#clients) client.send(message);
  }

  close(): void {
    this.#isClosed = true;
    this.#waiting.clear();
    this.#current?.abort();
  }

  #want(selection: Selection): void {
    this.#waiting.set(keyOf(selection), selection);
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    await sleep(TOGETHER);
    for (;;) {
      const [next] = this.#waiting;
      if (!next || this.#isClosed) break;
      this.#waiting.delete(next[0]);
      if (this.#showing(next[0]).length > 0) await this.#show(next[1]);
    }
    this.#isWorking = false;
  }

  async #show(selection: Selection): Promise<void> {
    const controller = new AbortController();
    this.#current = controller;
    const { signal } = controller;
    const tell = (message: Message) => {
      for (const client of this.#showing(keyOf(selection))) client.send(message);
    };
    try {
      const found = await this.#make(selection, {
        signal,
        onDeck: (deck, isMeasured) => {
          for (const client of this.#showing(keyOf(selection))) client.show(deck, isMeasured);
        },
      });
      tell({ kind: 'findings', findings: found.map((one) => shownProblem(one, this.#editor)) });
    } catch (error) {
      if (!signal.aborted) await sleep(PATIENCE, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) tell({ kind: 'failed', problems: shownProblems(error, this.#editor) });
    }
  }

  #showing(key: string): Client[] {
    return [...this.#clients].filter(({ selection }) => keyOf(selection) === key);
  }
}

function keyOf(selection: Selection): string {
  return JSON.stringify(selection);
}
