import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ id, bytes }) => {
  const text = new TextDecoder().decode(bytes);
  if (text === 'die') process.exit(1);
  if (text === 'throw') throw new Error('out of order');
  if (text !== 'wait') parentPort.postMessage({ id, pdf: { pages: [text] } });
});
