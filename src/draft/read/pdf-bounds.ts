/** Reads a PDF in a thread, within a time and a growth of memory: a small file can unpack to pages of any size. */
import { Worker } from 'node:worker_threads';
import type { Answer } from './pdf-thread.js';

/** The compiled file, from wherever this one runs. */
const THREAD = new URL('../../../dist/draft/read/pdf-thread.js', import.meta.url);

const MB = 1024 * 1024;

export interface Bounds {
  milliseconds: number;
  /** Bytes by which the memory of the process grows. */
  memory: number;
}

/** Reports of 300 pages take about 10 s and 300 MB. */
export const BOUNDS: Bounds = { milliseconds: 60_000, memory: 1024 * MB };

const LOOKED_AT_EVERY = 100;

/** The answer of the thread; `undefined` where it was ended at a bound. */
export function readWithin(bytes: Buffer, bounds: Bounds): Promise<Answer | undefined> {
  const start = process.memoryUsage.rss();
  const until = performance.now() + bounds.milliseconds;
  // What V8 counts is bounded here; the bytes of streams are not among it.
  const resourceLimits = { maxOldGenerationSizeMb: bounds.memory / MB };
  const thread = new Worker(THREAD, { workerData: new Uint8Array(bytes), resourceLimits });
  return new Promise<Answer | undefined>((resolve) => {
    const watch = setInterval(() => {
      const isOver = performance.now() > until || process.memoryUsage.rss() - start > bounds.memory;
      if (isOver) end(undefined);
    }, LOOKED_AT_EVERY);
    const end = (answer: Answer | undefined) => {
      clearInterval(watch);
      resolve(answer);
      void thread.terminate();
    };
    thread.on('message', end);
    thread.on('error', (error) =>
      end(
        'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? undefined
          : { isLocked: false, reason: error.message },
      ),
    );
    thread.on('exit', () => end({ isLocked: false, reason: 'the thread that reads it ended' }));
  });
}
