import { expect, it } from 'vitest';
import { leaningIn } from '../../src/words/leaning.js';

it.each([
  ['Reports then told of arms.', 'Reports then'],
  ['For these it supplies munitions.', 'For these'],
  ['These pictures went round the world.', 'These'],
  ['This was harder to prove.', 'This'],
  ['And it rose before it fell.', 'And'],
  ['Both decks are closed.', 'Both'],
  ['State media also showed images.', 'State media also'],
  ['{casualties} of them are dead.', '{casualties} of them'],
  ['The second is nitrogen dioxide.', 'The second'],
  ['The former is shut.', 'The former'],
  ['A word on the numbers before we use them.', 'before we'],
  ['The warning, to which I come back to later.', 'I come back to'],
  ['It is shut, as mentioned above.', 'as mentioned above'],
])('is seen to lean on another text: %s', (text, words) => {
  expect(leaningIn(text)).toBe(words);
});

it.each([
  'Reports told of arms, and then of troops.',
  'This year the bridge is shut.',
  'Both Putin and Kim confirmed it.',
  'The second ferry sails today.',
  'So far nobody is hurt.',
  'Then-president Ruiz opened it.',
  '{vehicles} vehicles used it, {lorries} of them lorries.',
  'That troops were there was harder to prove.',
  'However far it goes, it stays shut.',
  'As mentioned by the port, it is shut.',
])('stands alone: %s', (text) => {
  expect(leaningIn(text)).toBeUndefined();
});
