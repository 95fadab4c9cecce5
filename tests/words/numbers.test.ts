import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLocale } from '../../src/load/profiles.js';
import { loadTemplates } from '../../src/load/templates.js';
import {
  formatAmount,
  formatBare,
  formatCount,
  formatMeasure,
  formatSign,
  splitMeasure,
} from '../../src/words/numbers.js';
import { english, inLanguage, measure } from './wording.js';

const templates = await loadTemplates();

describe('formatAmount', () => {
  it.each([
    [0, 'soldiers', '0'],
    [-0, 'soldiers', '0'],
    [4700, 'soldiers', '4,700'],
    [999_999, 'soldiers', '999,999'],
    [1_000_000, 'soldiers', '1 million'],
    [1_200_000, 'soldiers', '1.2 million'],
    [1_230_000, 'soldiers', '1.23 million'],
    [1_234_000, 'soldiers', '1,234,000'],
    [1_234_567, 'soldiers', '1,234,567'],
    [1_200_000.5, 'soldiers', '1,200,000.5'],
    [999_999_999_999_999, 'files', '999,999,999,999,999'],
    [3.4e9, 'people', '3.4 billion'],
    [2e12, 'tonnes', '2 trillion tonnes'],
    [-15_000, 'soldiers', '−15,000'],
    [-1_200_000, 'soldiers', '−1.2 million'],
    [0.1, 'parts', '0.1'],
    [0.00000012, 'parts', '0.00000012'],
    [1234.5678901, 'parts', '1,234.5678901'],
    [23.3, '%', '23.3%'],
    [-4, '%', '−4%'],
    [1.1, '%', '1.1%'],
    [1_200_000, '%', '1,200,000%'],
    [140, 'EUR', '€140'],
    [1.5, 'EUR', '€1.50'],
    [1.345, 'EUR', '€1.345'],
    [1.5, 'JPY', '¥1.5'],
    [1_200_000, 'EUR', '€1.2 million'],
    [-1_200_000, 'EUR', '−€1.2 million'],
    [1_234_567, 'EUR', '€1,234,567'],
    [5e12, 'KRW', '₩5 trillion'],
    // A dollar or a yuan that is not the reader's own says so.
    [5, 'CAD', 'CA$5'],
    [5, 'CNY', 'CN¥5'],
    [1_200_000, 'UAH', 'UAH 1.2 million'],
    [140, 'EUR per lorry', '€140'],
  ])('%d %s is %s', (amount, unit, expected) => {
    expect(formatAmount(amount, unit, english).replace(/\u00A0/g, ' ')).toBe(expected);
  });

  it.each([
    ['ko', 12_300_000, 'people', '1230만'],
    ['ko', 100_010_000, 'people', '100,010,000'],
    ['hi', 100_010_000, 'people', '10,00,10,000'],
    ['de', 1_200_000, 'EUR', '1,2 Millionen €'],
    ['de', 23.3, '%', '23,3 %'],
    ['tr', 23.3, '%', '%23,3'],
    ['ja', 1_200_000, 'JPY', '￥120万'],
  ])('in %s, %d %s is %s', (language, amount, unit, expected) => {
    expect(formatAmount(amount, unit, inLanguage(language)).replace(/[\u00A0\u202F]/g, ' ')).toBe(expected);
  });

  it.each([
    ['ko', 15_000, 'people', '1만 5천'],
    ['ko', 1_234_567, 'people', '123만 4567'],
    ['ko', 1_550_000_000, 'people', '15억 5천만'],
    ['ko', -30_000, 'people', '−3만'],
    ['ko', 9_999, 'people', '9,999'],
    ['ko', 15_000.5, 'people', '15,000.5'],
    ['ko', 1_200_000, 'EUR', '120만 유로'],
    ['zh', 15_000, 'people', '1.5万'],
    ['zh', 15_123, 'people', '15,123'],
    ['zh', 31_000_000, 'EUR', '3100万欧元'],
    ['uk', 1_200_000, 'EUR', '1,2 мільйона євро'],
    ['uk', 5_000_000, 'USD', '5 мільйонів доларів США'],
    ['ar', 1_200_000, 'EUR', '1.2 مليون يورو'],
    ['de', 1_200_000, 'EUR', '1,2 Millionen €'],
  ])('in the words of %s, %d %s is %s', (language, amount, unit, expected) => {
    const locale = readLocale(templates, language);
    expect(formatAmount(amount, unit, locale).replace(/[\u00A0\u202F]/g, ' ')).toBe(expected);
  });

  it('keeps every digit in Korean, unit by unit', () => {
    const korean = readLocale(templates, 'ko');
    const units: Record<string, number> = { 천: 1e3, 만: 1e4, 억: 1e8, 조: 1e12 };
    fc.assert(
      fc.property(fc.integer({ min: 1e4, max: 9e15 }), (amount) => {
        const parts = formatAmount(amount, '명', korean).split(' ');
        const read = parts.map((part) =>
          [...part.replace(/^\d+/, '')].reduce(
            (value, unit) => value * (units[unit] ?? Number.NaN),
            Number.parseInt(part, 10),
          ),
        );
        expect(read.reduce((sum, part) => sum + part, 0)).toBe(amount);
      }),
    );
  });

  it('keeps every digit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom(0, 1, 2, 3, 4, 5, 6),
        (integer, places) => {
          const amount = integer / 10 ** places;
          const scales: Record<string, number> = { million: 1e6, billion: 1e9, trillion: 1e12 };
          const [digits = '', scale] = formatAmount(amount, 'soldiers', english)
            .replace('−', '-')
            .replaceAll(',', '')
            .split(' ');
          const read = Number(digits) * (scale === undefined ? 1 : (scales[scale] ?? Number.NaN));
          expect(Math.abs(read - amount)).toBeLessThanOrEqual(Math.abs(amount) * 1e-12);
        },
      ),
    );
  });
});

describe('a measure', () => {
  it.each([
    ['exact', '4,700', '4,700'],
    ['about', 'about 4,700', '≈ 4,700'],
    ['at-least', 'at least 4,700', '≥ 4,700'],
    ['at-most', 'at most 4,700', '≤ 4,700'],
    ['nearly', 'nearly 4,700', 'nearly 4,700'],
    ['over', 'over 4,700', '> 4,700'],
  ] as const)('is never without its precision: %s', (precision, inText, atBar) => {
    const soldiers = measure({ value: 4700, unit: 'soldiers', precision });
    expect(formatMeasure(soldiers, english)).toBe(inText);
    expect(formatSign(soldiers, precision, english)).toBe(atBar);
    const { before, number, after } = splitMeasure(soldiers, english);
    expect([before, number, after].filter((part) => part !== '').join(' ')).toBe(inText);
  });

  it('may be a range', () => {
    expect(formatBare(measure({ range: [900_000, 1_500_000], unit: 'EUR' }), english)).toBe(
      '€900,000 to €1.5 million',
    );
    expect(formatBare(measure({ range: [-5, 3], unit: '%' }), english)).toBe('−5% to 3%');
    expect(formatMeasure(measure({ range: [3, 5], unit: 'days', precision: 'about' }), english)).toBe(
      'about 3 days to 5 days',
    );
  });

  it('may be 0', () => {
    expect(formatBare(measure({ value: 0, unit: 'days' }), english)).toBe('0 days');
  });

  it('puts the words of its language after the number where they belong there', () => {
    const locale = { ...english, precisions: { ...english.precisions, 'at-least': '{n} or more' } };
    expect(splitMeasure(measure({ value: 5, unit: 'jobs', precision: 'at-least' }), locale)).toEqual({
      before: '',
      number: '5',
      after: 'or more',
    });
  });
});

describe('a count', () => {
  it.each([
    ['en', 1, '1 other'],
    ['en', 2, '2 others'],
    ['uk', 1, '1 секунда · до 1:00 з 5:00'],
    ['uk', 3, '3 секунди · до 1:00 з 5:00'],
    ['uk', 21, '21 секунда · до 1:00 з 5:00'],
    ['uk', 25, '25 секунд · до 1:00 з 5:00'],
    ['ar', 2, 'اثنان آخران'],
    ['ko', 5, '그 밖의 5개'],
  ])('has the form of its language: %s %d', (language, n, expected) => {
    const count = expected.includes('5:00') ? 'pace' : 'others';
    expect(formatCount(count, n, readLocale(templates, language), { end: '1:00', all: '5:00' })).toBe(
      expected,
    );
  });
});
