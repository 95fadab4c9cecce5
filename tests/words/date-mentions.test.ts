import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/load/dates.js';
import { datesIn, mayBeOf } from '../../src/words/date-mentions.js';

const bare = (text: string) => datesIn(text).map(({ text: _, ...date }) => date);

describe('datesIn', () => {
  it.each([
    ['opened on 28 February 2026.', [{ day: 28, month: 2, year: 2026 }]],
    ['on March 3rd, 2026, the port', [{ day: 3, month: 3, year: 2026 }]],
    ['on Sept. 4 the', [{ day: 4, month: 9 }]],
    ['2026-02-28', [{ day: 28, month: 2, year: 2026 }]],
    ['in May 1998 and in 2001', [{ month: 5, year: 1998 }, { year: 2001 }]],
    ['reopens in April at', [{ month: 4 }]],
    ['im März', [{ month: 3 }]],
    ['in the 1970s', [{ year: 1970, years: 10 }]],
    ['am 3. März 2026', [{ day: 3, month: 3, year: 2026 }]],
    ['im Jahr 1998', [{ year: 1998 }]],
    ['le 1er mars 2026', [{ day: 1, month: 3, year: 2026 }]],
    ['el 28 de febrero de 2026', [{ day: 28, month: 2, year: 2026 }]],
    ['28 лютого 2026 року', [{ day: 28, month: 2, year: 2026 }]],
    ['2026년 3월 3일에', [{ day: 3, month: 3, year: 2026 }]],
    ['2026年3月3日', [{ day: 3, month: 3, year: 2026 }]],
    ['في 28 فبراير 2026', [{ day: 28, month: 2, year: 2026 }]],
    ['٢٨ شباط ٢٠٢٦', [{ day: 28, month: 2, year: 2026 }]],
    // What happened from then on, or until then, happened at another time.
    ['for the first time since 1998', []],
    ['before March 2024', []],
    // Numbers that count something.
    ['with 2000 soldiers', []],
    ['in 2000 homes', []],
    ['may 5 of them', [{ day: 5, month: 5 }]],
  ])('%s', (text, expected) => {
    expect(bare(text)).toEqual(expected);
  });

  it.each(['en', 'de', 'fr', 'es', 'uk', 'ar', 'ko', 'zh'])(
    'reads any day as Intl writes it: %s',
    (language) => {
      const format = new Intl.DateTimeFormat(language, {
        dateStyle: 'long',
        timeZone: 'UTC',
        calendar: 'gregory',
      });
      fc.assert(
        fc.property(
          fc.date({ min: new Date('1000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }),
          (date) => {
            const iso = parseDate(date.toISOString().slice(0, 10));
            const [mention, ...others] = datesIn(`x ${format.format(date)}, x`);
            expect(others).toEqual([]);
            expect(mention && iso && mayBeOf(mention, iso)).toBe(true);
            expect(mention).toMatchObject({
              day: date.getUTCDate(),
              month: date.getUTCMonth() + 1,
              year: date.getUTCFullYear(),
            });
          },
        ),
        { numRuns: 1000 },
      );
    },
  );
});

it.each([
  ['on 28 February', '2026-02-28', true],
  ['on 28 February', '2026-02', true],
  ['on 28 February', '2026', true],
  ['on 28 February', '2026-02-27', false],
  ['in 1998', '1988', false],
  ['in 1998', '1990s', true],
  ['in 1998', '20th-century', true],
  ['in the 1970s', 'mid-1970s', true],
  ['in the 1970s', '1981-05', false],
  ['in March 2026', '2026-spring', true],
])('%s may be of %s: %s', (text, date, expected) => {
  const [mention] = datesIn(text);
  const parsed = parseDate(date);
  expect(mention && parsed && mayBeOf(mention, parsed)).toBe(expected);
});
