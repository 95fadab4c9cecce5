import { expect, it } from 'vitest';
import { contentOf, stemOf } from '../../src/words/english.js';
import { Names, namesIn } from '../../src/words/names.js';

it.each([
  ['deployment', 'deployed'],
  ['closure', 'closes'],
  ['labour', 'labor'],
  ['levelled', 'leveled'],
  ['dropped', 'drop'],
  ['technologies', 'technology'],
  ['soldier’s', 'soldiers'],
])('%s and %s have one stem', (one, other) => {
  expect(stemOf(one)).toBe(stemOf(other));
});

it('a stem has three letters at least, and other words have others', () => {
  expect(stemOf('ates')).toBe('ate');
  expect(stemOf('confirmed')).not.toBe(stemOf('conflict'));
});

it('a long word of endings is no more work than it is long', () => {
  const stems = [2000, 4000].map((length) => stemOf(`${'iesed'.repeat(length)}z`));
  expect(stems.map((stem) => stem.length)).toEqual([10_001, 20_001]);
});

it('words of grammar and words for a source say nothing', () => {
  expect(contentOf('The article says that it is there.')).toEqual([]);
});

it('names are told from other capitals, and known in other forms', () => {
  expect(namesIn('decks of the Ohio River Valley in the U.S. and on')).toEqual(['Ohio River Valley', 'US']);
  const names = new Names('the United States, China, Kim Jong-un and A strand');
  expect(['US', 'Chinese', 'Kim', 'China'].map((name) => names.has(name))).toEqual([true, true, true, true]);
  expect(['April', 'Kimberley', 'UK'].map((name) => names.has(name))).toEqual([false, false, false]);
});
