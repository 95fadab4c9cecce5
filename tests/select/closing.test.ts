/** Options and decisions: what there is to choose from, and what is asked for, at the end of a deck. */
import { expect, it } from 'vitest';
import { composeDecks } from '../../src/compose/deck.js';
import { wordBrief } from '../../src/items/worded.js';
import { planDecks } from '../../src/select/plan.js';
import { loadedFrom, visibleOf } from '../loaded.js';
import { audiences, lengths, locale } from './families.js';

const options = ['ferry', 'night', 'wait'].map((id) => ({
  id,
  text: `Choose ${id}.`,
  for: ['It is quick.'],
}));
const BRIEF = {
  id: 'b',
  title: 'The bridge',
  asOf: '2026-03-02',
  bottomLine: 'The bridge is shut.',
  indicators: [{ id: 'tender', text: 'A tender.', importance: 5 }],
  options,
  decisions: [{ id: 'board', text: 'Release the money.', of: 'the board', due: '2026-03-06' }],
};

function decksOf(brief: object) {
  const { brief: seen } = visibleOf(loadedFrom(brief));
  const words = wordBrief(seen, { measures: {}, rivals: [], locale, spellOut: {}, replace: {} });
  const [audience] = audiences.filter(({ order }) => order.includes('closing'));
  if (!audience) throw new Error('no audience has a closing');
  return composeDecks(planDecks(words, audience, lengths), new Map(), words);
}

it('close every deck but the shortest, options before the decision', () => {
  const [flash, ...longer] = decksOf(BRIEF);
  expect(flash?.slides.map(({ kind }) => kind)).not.toContain('decision');
  expect(longer.length).toBeGreaterThan(0);
  for (const { slides } of longer) {
    const kinds = slides.map(({ kind }) => kind).filter((kind) => kind !== 'sources');
    expect(kinds.slice(-2)).toEqual(['option', 'decision']);
  }
});

it('say of whom and by when', () => {
  const slide = decksOf(BRIEF)[1]?.slides.find(({ kind }) => kind === 'decision');
  expect(slide).toMatchObject({
    headline: { text: 'Release the money.' },
    terms: [{ text: 'the board' }, { text: '6 March 2026' }],
  });
});

it('stand side by side, all of one topic or none', () => {
  const few = decksOf(BRIEF)[1]?.slides.filter(({ kind }) => kind === 'option');
  expect(few?.map(({ items }) => items)).toEqual([['ferry', 'night', 'wait']]);
  const long = { ...BRIEF, options: options.map((one) => ({ ...one, notes: 'word '.repeat(500) })) };
  const items = decksOf(long)[1]?.slides.flatMap((slide) => slide.items) ?? [];
  expect(items).toContain('board');
  for (const { id } of options) expect(items).not.toContain(id);
});
