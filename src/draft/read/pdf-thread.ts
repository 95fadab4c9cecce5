/** The thread in which one PDF is read, so that it can be ended when it takes too long or too much memory. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Layer } from './pdf-layer.js';

/** What the thread answers. */
export type Answer = { layer: Layer } | { isLocked: boolean; reason: string };

async function answer(): Promise<Answer> {
  try {
    const { layerOf } = await import('./pdf-layer.js');
    return { layer: await layerOf(workerData as Uint8Array) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
    return { isLocked: name === 'PasswordException', reason: message };
  }
}

parentPort?.postMessage(await answer());
