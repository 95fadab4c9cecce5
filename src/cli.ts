#!/usr/bin/env node
/**
 * The command line. A command runs in a thread of its own, so that this one can answer a signal at any moment, whatever
 * the command does: it ends the thread, waits until the browser and the temporary folders are gone, and exits.
 */
import { constants, tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { Gate } from './cli/gate.js';
import type { ThreadData, ThreadMessage } from './cli/thread.js';
import { describeUnexpected } from './cli/unexpected.js';
import { codeOf, ownFolders, removeFolder, TEMPORARY } from './core/folders.js';
import { EXIT } from './core/problem.js';

type Signal = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGPIPE';

/** Milliseconds given to the thread to end, and then to the browser. */
const GRACE = 400;

/** Said where nothing was changed, and where writing was cut off by a second signal. */
const STOPPED = 'Stopped. The earlier decks are as they were.\n';
const CUT_OFF = 'Stopped while decks were being written. Build them again.\n';

const { stdout, stderr } = process;
const argv = process.argv.slice(2);
const gate = new Gate();
const workerData: ThreadData = {
  argv,
  gate: gate.memory,
  columns: stdout.isTTY ? stdout.columns : undefined,
};
const thread = new Worker(new URL('./cli/thread.js', import.meta.url), { workerData });
const bar = stderr.isTTY ? (await import('./cli/progress.js')).progressBar(stderr) : undefined;
let stoppedBy: Signal | undefined;
let isDone = false;

thread.on('message', (message: ThreadMessage) => {
  if (message.kind === 'progress') {
    const { done, all, deck } = message;
    if (bar) bar.update(done, all, deck);
    else stderr.write(`${done}/${all} ${deck}\n`);
    return;
  }
  bar?.clear();
  (message.kind === 'out' ? stdout : stderr).write(message.text);
});
thread.on('error', (error) => stderr.write(describeUnexpected(error, argv)));
thread.on('exit', (code) => {
  isDone = true;
  bar?.clear();
  process.exitCode = code;
  // Files that were being written may have been completed: then the result counts, and not the signal.
  if (code === EXIT.stopped || stoppedBy === 'SIGPIPE') exitBy(stoppedBy ?? 'SIGINT', STOPPED);
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal));
// A reader that has seen enough (`| head`) ends the command without a word; the exit code is that of a program which
// the system ends by SIGPIPE (141), so that a result that was cut off does not pass for a success.
stdout.on('error', (error) => {
  if (codeOf(error) !== 'EPIPE') throw error;
  if (stoppedBy === undefined) stop('SIGPIPE');
});
// Nobody reads how far it is: the work goes on.
stderr.on('error', () => undefined);

/** Stops the command: at once, or where it is writing, in order; a second signal does not wait for that. */
function stop(signal: Signal): void {
  const isSecond = stoppedBy !== undefined;
  stoppedBy ??= signal;
  if (isDone) exitBy(stoppedBy, '');
  else if (gate.tryStop()) void end(stoppedBy, STOPPED);
  else if (isSecond) void end(stoppedBy, CUT_OFF);
  else thread.postMessage('stop');
}

async function end(signal: Signal, message: string): Promise<void> {
  const isEnded = await Promise.race([thread.terminate().then(() => true), sleep(GRACE, false)]);
  if (isEnded) await removeTemporary();
  exitBy(signal, message, isEnded);
}

/** Waits for the browser, which removes its own files, and removes what is left. */
async function removeTemporary(): Promise<void> {
  const left = () => ownFolders(tmpdir(), TEMPORARY);
  const deadline = performance.now() + GRACE;
  while ((await left()).length > 0 && performance.now() < deadline) await sleep(10);
  for (const folder of await left()) await removeFolder(folder).catch(() => undefined);
}

/** Exits with the code of a command that was stopped by a signal; `isEnded` is whether the thread has ended. */
function exitBy(signal: Signal, message: string, isEnded = true): void {
  bar?.clear();
  if (signal !== 'SIGPIPE') stderr.write(message);
  if (!isEnded) {
    // An exit waits for the thread, which is busy in the system or a library; the signal's own effect does not.
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  }
  process.exit(128 + constants.signals[signal]);
}
