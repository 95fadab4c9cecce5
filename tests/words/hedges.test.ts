import { describe, expect, it } from 'vitest';
import { hedgesOf, hedgeText, measuresIn, sourcesOf } from '../../src/words/hedges.js';
import { measure, wording } from './wording.js';

const lawmakers = 'South Korean lawmakers';
const measures = {
  sent: measure({ value: 4700, unit: 'x', precision: 'nearly', status: 'estimated', attribution: lawmakers }),
  killed: measure({
    value: 600,
    unit: 'x',
    status: 'estimated',
    attribution: lawmakers,
    caveat: 'Wounded not counted',
  }),
  seen: measure({ value: 12, unit: 'x', status: 'claimed', attribution: 'Kyiv' }),
  sure: measure({ value: 5, unit: 'x' }),
};

/** The hedges of a statement with these numbers in it, as they are said. */
const said = (statement: Parameters<typeof hedgesOf>[0], ...names: string[]) =>
  hedgesOf(statement, names, wording(measures)).map((hedge) => hedgeText(hedge, wording()));

describe('hedgesOf', () => {
  it('says nothing of what is confirmed', () => {
    expect(said({ status: 'confirmed' }, 'sure')).toEqual([]);
    expect(said({})).toEqual([]);
  });

  it('says who confirmed it and what limits it, where the brief does', () => {
    expect(said({ status: 'confirmed', attribution: 'The ministry' })).toEqual(['The ministry']);
    expect(said({ status: 'confirmed', caveat: 'As of noon' })).toEqual(['As of noon']);
  });

  it.each([
    ['reported', 'Reported'],
    ['claimed', 'Claim'],
    ['estimated', 'Estimate'],
    ['disputed', 'Disputed'],
    ['unverified', 'Unverified'],
  ] as const)('puts %s in words', (status, word) => {
    expect(said({ status, attribution: 'Kyiv', caveat: 'Not audited.' })).toEqual([
      `${word}: Kyiv. Not audited.`,
    ]);
  });

  it('takes on the hedge of a number in the text', () => {
    expect(said({ status: 'confirmed' }, 'sent')).toEqual([`Estimate: ${lawmakers}`]);
  });

  it('says a hedge once that statement and number share, and every caveat', () => {
    expect(said({ status: 'estimated', attribution: lawmakers }, 'sent', 'killed')).toEqual([
      `Estimate: ${lawmakers}. Wounded not counted`,
    ]);
    expect(said({ status: 'estimated', attribution: lawmakers, caveat: 'A first count' }, 'killed')).toEqual([
      `Estimate: ${lawmakers}. A first count. Wounded not counted`,
    ]);
    expect(
      said({ status: 'estimated', attribution: lawmakers, caveat: 'Wounded not counted' }, 'killed'),
    ).toEqual([`Estimate: ${lawmakers}. Wounded not counted`]);
  });

  it('keeps apart what different people say, and names the number', () => {
    expect(said({ status: 'reported', attribution: 'The press' }, 'seen')).toEqual([
      'Reported: The press',
      '12: Claim: Kyiv',
    ]);
    expect(said({ status: 'claimed', attribution: lawmakers }, 'sent')).toEqual([
      `Claim: ${lawmakers}`,
      `nearly 4,700: Estimate: ${lawmakers}`,
    ]);
  });

  it('names every number that a hedge is of', () => {
    expect(said({ status: 'confirmed' }, 'sent', 'killed', 'seen', 'sure')).toEqual([
      `nearly 4,700 and 600: Estimate: ${lawmakers}. Wounded not counted`,
      '12: Claim: Kyiv',
    ]);
  });

  it('ends an attribution once', () => {
    expect(said({ status: 'reported', attribution: 'A paper in the U.S.', caveat: 'Not seen.' })).toEqual([
      'Reported: A paper in the U.S. Not seen.',
    ]);
  });

  it('fills in the numbers of a caveat', () => {
    expect(said({ status: 'claimed', attribution: 'Kyiv', caveat: 'Of {sent} in all' })).toEqual([
      'Claim: Kyiv. Of nearly 4,700 in all',
    ]);
  });

  it('passes over a name that is no measure', () => {
    expect(said({}, 'nobody')).toEqual([]);
  });
});

it('measuresIn names each once, in order', () => {
  expect(measuresIn('{b} {a}', undefined, '{a} {c}')).toEqual(['b', 'a', 'c']);
});

it('sourcesOf has the statement’s own first, each once', () => {
  const own = {
    ...measures,
    sent: measure({
      value: 1,
      unit: 'x',
      sources: [
        { id: 'b', evidence: 'x' },
        { id: 'a', evidence: undefined },
      ],
    }),
  };
  const refs = sourcesOf([{ id: 'a', evidence: 'own' }], ['sent', 'seen'], wording(own));
  expect(refs).toEqual([
    { id: 'a', evidence: 'own' },
    { id: 'b', evidence: 'x' },
  ]);
});
