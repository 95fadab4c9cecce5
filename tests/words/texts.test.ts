import { describe, expect, it } from 'vitest';
import { capitalise, countWords, splitLead, toWords } from '../../src/words/texts.js';
import { measure, wording } from './wording.js';

const measures = {
  sent: measure({ value: 4700, unit: 'soldiers', precision: 'nearly' }),
  killed: measure({ value: 600, unit: 'soldiers', precision: 'about' }),
  cost: measure({ value: 1_200_000, unit: 'EUR' }),
};

describe('toWords', () => {
  const say = (text: string) => toWords(text, wording(measures));

  it.each([
    ['Of {sent} sent, {killed} died.', 'Of nearly 4,700 sent, about 600 died.'],
    ['{sent} were sent. {killed} died.', 'Nearly 4,700 were sent. About 600 died.'],
    [
      'Did they go? {sent} did! {killed} died… {sent} went.',
      'Did they go? Nearly 4,700 did! About 600 died… Nearly 4,700 went.',
    ],
    ['They sent ({sent}) and cost {cost}', 'They sent (nearly 4,700) and cost €1.2 million'],
    ['{cost} a day', '€1.2 million a day'],
    ['A {Name}, a { sent } and {} stay', 'A {Name}, a { sent } and {} stay'],
    ['{unknown} stays', '{unknown} stays'],
    ['{constructor} stays', '{constructor} stays'],
    ['$& $1 {killed} $$', '$& $1 about 600 $$'],
  ])('%s', (text, expected) => {
    const own = Object.assign(Object.create(null), measures);
    expect(toWords(text, wording(own))).toBe(expected);
  });

  it('says the same in every place', () => {
    expect(say('Then {sent}.')).toContain('nearly 4,700');
    expect(say('{sent}.')).toContain('early 4,700');
  });
});

describe('vocabulary', () => {
  const say = (text: string, replace: Record<string, string>) =>
    toWords(text, { ...wording(measures), replace });

  it('puts whole words in the place of whole words, each once', () => {
    expect(say('Lorries and lorry parks; the lorries wait.', { lorries: 'trucks', trucks: 'vans' })).toBe(
      'Trucks and lorry parks; the trucks wait.',
    );
    expect(say('C++ (a+b) costs $1', { 'a+b': '$& $1', costs: 'is' })).toBe('C++ ($& $1) is $1');
    expect(say('The port authority spoke.', { port: 'harbour', 'port authority': 'port board' })).toBe(
      'The port board spoke.',
    );
  });

  it('is that of what stands beside a large number, too', () => {
    const replace = { soldiers: 'troops' };
    expect(splitLead('{sent} soldiers went', { ...wording(measures), replace })?.rest).toBe('troops went');
  });
});

describe('acronyms', () => {
  const say = (text: string, glossary: Record<string, string>) => toWords(text, wording(measures, glossary));
  const glossary = {
    OMI: 'Ozone Monitoring Instrument',
    EU: 'European Union',
    'C++': 'a language',
    EUM: 'the operator',
  };

  it.each([
    ['OMI saw it. OMI is old.', 'Ozone Monitoring Instrument (OMI) saw it. OMI is old.'],
    ['The Ozone Monitoring Instrument (OMI) saw it.', 'The Ozone Monitoring Instrument (OMI) saw it.'],
    [
      'The ozone monitoring instrument saw it; OMI is old.',
      'The ozone monitoring instrument saw it; OMI is old.',
    ],
    [
      'EUROPE and the neuEU are not it; the EU is.',
      'EUROPE and the neuEU are not it; the European Union (EU) is.',
    ],
    ['EUM and omi', 'the operator (EUM) and omi'],
    ['In C++.', 'In a language (C++).'],
    ['Nothing.', 'Nothing.'],
  ])('%s', (text, expected) => {
    expect(say(text, glossary)).toBe(expected);
  });

  it('takes a meaning as it is written', () => {
    expect(say('An X.', { X: '$& and $1' })).toBe('An $& and $1 (X).');
  });

  it('stand as they are where the audience knows them', () => {
    expect(say('OMI saw it.', {})).toBe('OMI saw it.');
  });
});

describe('splitLead', () => {
  it('takes the number that opens a text', () => {
    expect(splitLead('{sent} were sent, {killed} died.', wording(measures))).toEqual({
      lead: { before: 'nearly', number: '4,700', after: '', size: 'large' },
      rest: 'were sent, about 600 died.',
    });
  });

  it.each(['Of {sent}', '{nobody} knows', 'No number', ''])('finds none in %j', (text) => {
    expect(splitLead(text, wording(measures))).toBeUndefined();
  });

  it('makes a long number smaller', () => {
    const sizes = [
      { value: 999_999, unit: 'x' },
      { value: 1_200_000, unit: 'x' },
      { range: [900_000, 1_500_000] as [number, number], unit: 'x' },
    ].map((parts) => splitLead('{n} of them', wording({ n: measure(parts) }))?.lead.size);
    expect(sizes).toEqual(['large', 'medium', 'small']);
  });
});

describe('countWords', () => {
  it.each([
    ['', 'en', 0],
    ['— … !', 'en', 0],
    ["It doesn't open before mid-April.", 'en', 6],
    ['It costs €1.2 million, or 23.3%.', 'en', 6],
    ['다리는 4월 중순까지 폐쇄된다.', 'ko', 5],
    ['الجسر مغلق حتى أبريل.', 'ar', 4],
    ['大桥将关闭至四月。', 'zh', 6],
  ])('%j in %s has %d', (text, language, count) => {
    expect(countWords(text, language)).toBe(count);
  });
});

describe('capitalise', () => {
  it.each([
    ['about 5', 'en', 'About 5'],
    ['izmir', 'tr', 'İzmir'],
    ['état', 'fr', 'État'],
    ['약 5', 'ko', '약 5'],
    ['5 of', 'en', '5 of'],
    ['𐐨𐐩', 'en', '𐐀𐐩'],
    ['', 'en', ''],
  ])('%s in %s is %s', (text, language, expected) => {
    expect(capitalise(text, language)).toBe(expected);
  });
});
