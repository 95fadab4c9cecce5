/** What a session keeps from build to build: the browser, the reader of PDFs, and all that is known by content. */
import { BrowserPool } from '../browser/pool.js';
import { PdfReader } from '../unpack/pdf-reader.js';
import { Memory } from './memory.js';

export interface SessionOptions {
  /** Executable of the browser that measures and prints; found if not named. */
  browser?: string | undefined;
}

export class Resources {
  readonly pool: BrowserPool;
  readonly pdfs = new PdfReader();
  readonly memory = new Memory();

  constructor({ browser }: SessionOptions) {
    this.pool = new BrowserPool(browser);
  }

  /** Ends browser and reader: whatever waits for them is rejected. */
  async close(): Promise<void> {
    await Promise.all([this.pdfs.close(), this.pool.close()]);
  }
}
