/** The thread in which a command runs. What it prints is sent to the main thread, which can end it at any moment. */
import { parentPort, workerData } from 'node:worker_threads';
import { Gate } from './gate.js';
import { run } from './run.js';

/** What the thread is given. */
export interface ThreadData {
  argv: readonly string[];
  gate: SharedArrayBuffer;
  columns: number | undefined;
}

/** What the thread says. */
export type ThreadMessage =
  | { kind: 'out' | 'err'; text: string }
  | { kind: 'progress'; done: number; all: number; deck: string };

const { argv, gate: memory, columns }: ThreadData = workerData;
const gate = new Gate(memory);
const controller = new AbortController();
// Its only message: stop.
parentPort?.once('message', () => controller.abort());

const send = (message: ThreadMessage) => parentPort?.postMessage(message);
const streams = {
  out: { write: (text: string) => send({ kind: 'out', text }) },
  err: { write: (text: string) => send({ kind: 'err', text }) },
  progress: (done: number, all: number, deck: string) => send({ kind: 'progress', done, all, deck }),
  columns,
};

process.exitCode = await run(argv, streams, {
  signal: controller.signal,
  onWrite() {
    if (!gate.tryWrite()) controller.abort();
    controller.signal.throwIfAborted();
  },
});
parentPort?.close();
