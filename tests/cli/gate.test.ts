/** The gate between stopping and writing: whoever comes first wins. */
import { expect, it } from 'vitest';
import { Gate } from '../../src/cli/gate.js';

it.each([
  ['stop', 'write', [true, false]],
  ['write', 'stop', [true, false]],
  ['stop', 'stop', [true, true]],
])('%s before %s', (first, second, answers) => {
  const gate = new Gate();
  const other = new Gate(gate.memory);
  const ask = (from: Gate, what: string) => (what === 'stop' ? from.tryStop() : from.tryWrite());
  expect([ask(gate, first), ask(other, second)]).toEqual(answers);
});
