/** Rivals in words: their spread beside each of them, and what supersedes a number. */
import { describe, expect, it } from 'vitest';
import { rivals } from '../../src/items/rivals.js';
import { readLocale } from '../../src/load/profiles.js';
import { loadTemplates } from '../../src/load/templates.js';
import { hedgesOf, hedgeText } from '../../src/words/hedges.js';
import { currentOf, latestOf, shownBeside, spreadOf } from '../../src/words/rivals.js';
import type { Wording } from '../../src/words/texts.js';
import { english, measure } from './wording.js';

const measures = {
  low: measure({ value: 3958, unit: 'people' }),
  high: measure({ value: 20000, unit: 'people', precision: 'about', status: 'claimed', attribution: 'Kyiv' }),
  between: measure({ range: [4000, 6000], unit: 'people', status: 'estimated', attribution: 'A team' }),
  early: measure({ value: 900, unit: 'people', supersededBy: 'later', asOf: '2026-02' }),
  later: measure({ value: 1000, unit: 'people', supersededBy: 'low' }),
  other: measure({ value: 7, unit: 'lorries' }),
  same: measure({ value: 3958, unit: 'people' }),
};
const toll = { id: 'toll', question: 'How many died?', measures: ['early', 'low', 'high', 'between'] };
const wording: Wording = { measures, rivals: [toll], locale: english, spellOut: {}, replace: {} };

const said = (...names: string[]) => hedgesOf({}, names, wording).map((hedge) => hedgeText(hedge, wording));

describe('a measure with rivals', () => {
  it('is shown with their spread, in which no superseded one counts', () => {
    expect(said('low')).toEqual(['Between 3,958 and about 20,000, by 3 counts']);
    expect(said('high')).toEqual(['Claim: Kyiv. Between 3,958 and about 20,000, by 3 counts']);
  });

  it('says which question the spread answers, beside other numbers', () => {
    expect(said('low', 'other')).toEqual(['How many died? Between 3,958 and about 20,000, by 3 counts']);
  });

  it('needs no spread beside all the others', () => {
    expect(said('low', 'high', 'between').join()).not.toContain('counts');
  });

  it('needs none where all say the same, or one is left', () => {
    expect(spreadOf(['low', 'same'], measures, english)).toBeUndefined();
    expect(spreadOf(['low', 'early'], measures, english)).toBeUndefined();
  });

  it('brings its rivals, and what supersedes it', () => {
    expect(shownBeside(['high'], wording)).toEqual(['low', 'between']);
    expect(shownBeside(['early'], wording)).toEqual(['low', 'high', 'between']);
    expect(shownBeside(['other'], wording)).toEqual([]);
  });
});

describe('a superseded measure', () => {
  it('says by what, to the last', () => {
    expect(latestOf('early', measures)).toBe('low');
    expect(latestOf('low', measures)).toBeUndefined();
    expect(currentOf(toll.measures, measures)).toEqual(['low', 'high', 'between']);
    expect(said('early')).toEqual(['Superseded by 3,958. Between 3,958 and about 20,000, by 3 counts']);
    expect(said('later')).toEqual(['Superseded by 3,958']);
  });
});

it.each(['ar', 'de', 'en', 'es', 'fr', 'ko', 'uk', 'zh'])(
  'a spread has both its ends in %s',
  async (language) => {
    const locale = readLocale(await loadTemplates(), language);
    const names = ['low', 'high', 'between', 'other', 'same'];
    for (let count = 2; count <= names.length; count++) {
      const spread = spreadOf(names.slice(0, count), { ...measures, other: measures.low }, locale);
      expect(spread?.replace(/[^\p{Nd}만万]/gu, '')).toMatch(/^(?=.*3958)(?=.*(?:20000|2[만万]))/);
    }
  },
);

it('the slide of rivals has all of them, the superseded one last', () => {
  const data = { ...toll, importance: 3, topics: [], sources: [] };
  const item = { type: 'rivals', id: 'toll', data, marking: 'TLP:CLEAR', measures: toll.measures } as const;
  const { texts } = rivals.statement({ ...item, sources: [], order: 0, asOf: 0, grade: 'G7' }, {}, wording);
  expect(texts).toEqual([
    'How many died?',
    'Between 3,958 and about 20,000, by 3 counts',
    ...['3,958', 'Confirmed'],
    ...['About 20,000', 'Claim', 'Kyiv'],
    ...['4,000 to 6,000', 'Estimate', 'A team'],
    ...['900', 'Confirmed', 'February 2026', 'Superseded by 3,958'],
  ]);
});
