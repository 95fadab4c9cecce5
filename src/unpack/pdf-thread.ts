/** The thread in which PDFs are read, so that decks are made meanwhile. */
import { parentPort } from 'node:worker_threads';
import { readPdf } from './read-pdf.js';

parentPort?.on('message', async ({ id, bytes }: { id: number; bytes: Uint8Array }) => {
  try {
    parentPort?.postMessage({ id, pdf: await readPdf(bytes) });
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) });
  }
});
