import { expect, it } from 'vitest';
import { fillPlaceholders, placeholdersOf } from '../../src/load/placeholders.js';

it.each([
  ['{deployed} of {killed}, {deployed}', ['deployed', 'killed', 'deployed']],
  ['no number', []],
  ['{a}{b}', ['a', 'b']],
  ['{{a}}', ['a']],
  ['{extra_cost-2}', ['extra_cost-2']],
  ['{ a } {A} {1a} {} {a b} {a,b} {a', []],
  ['', []],
])('%j names %j', (text, names) => {
  expect(placeholdersOf(text)).toEqual(names);
});

it('fills each once and says where it stands', () => {
  expect(fillPlaceholders('{a} and {b}', (name, offset) => `<${name}@${offset}>`)).toBe('<a@0> and <b@8>');
});

it('takes what is filled in as it is: no placeholder, no pattern', () => {
  expect(fillPlaceholders('{a}{b}', (name) => (name === 'a' ? '{b}$&$1' : 'B'))).toBe('{b}$&$1B');
});
