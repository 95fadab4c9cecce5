/** Reads PDFs in a thread of its own, started with the first. */
import { Worker } from 'node:worker_threads';
import type { ReadPdf } from './tags.js';

interface Waiting {
  resolve(pdf: ReadPdf): void;
  reject(error: Error): void;
}

export class PdfReader {
  #thread: Worker | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;

  /** All of a PDF. Throws where it is none. */
  read(bytes: Uint8Array): Promise<ReadPdf> {
    this.#thread ??= this.#start();
    const id = this.#next++;
    const answer = new Promise<ReadPdf>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#thread.postMessage({ id, bytes });
    return answer;
  }

  async close(): Promise<void> {
    await this.#thread?.terminate();
  }

  #start(): Worker {
    // The compiled file, from wherever this one runs.
    const thread = new Worker(new URL('../../dist/verify/pdf-thread.js', import.meta.url));
    thread.on('message', ({ id, pdf, error }: { id: number; pdf?: ReadPdf; error?: string }) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (pdf) waiting?.resolve(pdf);
      else waiting?.reject(new Error(error));
    });
    thread.on('error', (error) => {
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    });
    return thread;
  }
}
