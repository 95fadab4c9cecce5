/** Reads PDFs in a thread of its own, started with the first, and again if it dies. */
import { Worker } from 'node:worker_threads';
import type { ReadPdf } from './tags.js';

interface Waiting {
  resolve(pdf: ReadPdf): void;
  reject(error: Error): void;
}

/** The compiled file, from wherever this one runs. */
const THREAD = new URL('../../dist/unpack/pdf-thread.js', import.meta.url);

export class PdfReader {
  readonly #file: URL;
  #thread: Worker | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;
  #isClosed = false;

  constructor(file = THREAD) {
    this.#file = file;
  }

  /** All of a PDF. Throws where it is none, where the thread dies, and where the reader is closed. */
  read(bytes: Uint8Array): Promise<ReadPdf> {
    if (this.#isClosed) return Promise.reject(new Error('The reader of PDFs is closed.'));
    this.#thread ??= this.#start();
    const id = this.#next++;
    const answer = new Promise<ReadPdf>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#thread.postMessage({ id, bytes });
    return answer;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#thread?.terminate();
  }

  #start(): Worker {
    const thread = new Worker(this.#file);
    thread.on('message', ({ id, pdf, error }: { id: number; pdf?: ReadPdf; error?: string }) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (pdf) waiting?.resolve(pdf);
      else waiting?.reject(new Error(error));
    });
    thread.on('error', (error) => this.#fail(thread, error));
    thread.on('exit', () => this.#fail(thread, new Error('The thread that reads PDFs ended.')));
    return thread;
  }

  /** The thread is gone, and with it what waits for it. */
  #fail(thread: Worker, error: Error): void {
    if (this.#thread !== thread) return;
    this.#thread = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
