import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DATE_PATTERN, parseDate, spanOf } from '../../src/load/dates.js';

const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const span = (text: string) => {
  const date = parseDate(text);
  return date && spanOf(date).map(iso);
};

describe('parseDate', () => {
  it('keeps the precision that was written', () => {
    expect(parseDate('2026-02-28')).toEqual({ precision: 'day', year: 2026, month: 2, day: 28 });
    expect(parseDate('2026-02')).toEqual({ precision: 'month', year: 2026, month: 2 });
    expect(parseDate('2026-spring')).toEqual({ precision: 'season', year: 2026, season: 'spring' });
    expect(parseDate('2026')).toEqual({ precision: 'year', year: 2026 });
  });

  it('knows parts of days, decades, centuries, and parts of what is long', () => {
    expect(parseDate('2026-03-03-night')).toEqual({
      precision: 'day',
      year: 2026,
      month: 3,
      day: 3,
      time: 'night',
    });
    expect(parseDate('1970s')).toEqual({ precision: 'decade', year: 1970 });
    expect(parseDate('mid-1970s')).toEqual({ precision: 'decade', year: 1970, part: 'mid' });
    expect(parseDate('early-2024')).toEqual({ precision: 'year', year: 2024, part: 'early' });
    expect(parseDate('late-2024-03')).toEqual({ precision: 'month', year: 2024, month: 3, part: 'late' });
    expect(parseDate('19th-century')).toEqual({ precision: 'century', century: 19 });
    expect(parseDate('late-21st-century')).toEqual({ precision: 'century', century: 21, part: 'late' });
  });

  it.each([
    '1975s',
    '0000s',
    '19st-century',
    '0th-century',
    '100th-century',
    'early-2026-02-28',
    'early-2026-spring',
    'earlier-2026',
    '2026-02-night',
    '2026-02-28-noon',
    'mid-',
    '',
    '26',
    '2026-',
    '2026-13',
    '2026-00',
    '2026-2',
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-02-00',
    '2026-02-28T10:00',
    '28.2.2026',
    '2026-fall',
    '2026-Spring',
    ' 2026',
    '2026\n',
    '0000',
    '0000-02-29',
    '-2026',
  ])('refuses %j', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  it.each(['2024-02-29', '2000-02-29', '0079-08-24', '9999-12-31'])('takes %s', (text) => {
    expect(parseDate(text)?.precision).toBe('day');
  });

  it('takes exactly the days that the calendar has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const pad = (n: number, width: number) => String(n).padStart(width, '0');
          const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
          const isReal =
            !Number.isNaN(Date.parse(`${text}T00:00Z`)) && iso(Date.parse(`${text}T00:00Z`)) === text;
          expect(parseDate(text) !== undefined).toBe(isReal);
          expect(DATE_PATTERN.test(text)).toBe(true);
        },
      ),
    );
  });
});

describe('spanOf', () => {
  it.each([
    ['2026-02-28', ['2026-02-28', '2026-03-01']],
    ['2026-12-31', ['2026-12-31', '2027-01-01']],
    ['2026-02', ['2026-02-01', '2026-03-01']],
    ['2026-12', ['2026-12-01', '2027-01-01']],
    ['2026-winter', ['2026-01-01', '2026-03-01']],
    ['2026-spring', ['2026-03-01', '2026-06-01']],
    ['2026-summer', ['2026-06-01', '2026-09-01']],
    ['2026-autumn', ['2026-09-01', '2026-12-01']],
    ['2026', ['2026-01-01', '2027-01-01']],
    ['1970s', ['1970-01-01', '1980-01-01']],
    ['19th-century', ['1801-01-01', '1901-01-01']],
    ['early-2026', ['2026-01-01', '2026-05-02']],
    ['late-1970s', ['1976-08-31', '1980-01-01']],
    ['2026-03-03-night', ['2026-03-03', '2026-03-04']],
    // Date.UTC would take the year 79 for 1979.
    ['0079', ['0079-01-01', '0080-01-01']],
    ['0079-08-24', ['0079-08-24', '0079-08-25']],
    ['0099', ['0099-01-01', '0100-01-01']],
  ])('%s', (text, expected) => {
    expect(span(text)).toEqual(expected);
  });

  it('has the parts of a day, a year, a decade and a century in their order', () => {
    for (const texts of [
      ['2026-03-03', '2026-03-03-morning', '2026-03-03-afternoon', '2026-03-03-evening', '2026-03-03-night'],
      ['2026-03-03-night', '2026-03-04-morning'],
      ['early-2026-03', 'mid-2026-03', 'late-2026-03'],
      [
        '18th-century',
        'early-1900s',
        'mid-1900s',
        'late-1900s',
        'early-1910',
        'mid-1910',
        'late-1910',
        '1911',
      ],
    ]) {
      const starts = texts.map((text) => {
        const date = parseDate(text);
        return date ? spanOf(date)[0] : Number.NaN;
      });
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
    }
  });

  it('leaves every season within its year', () => {
    for (const season of ['winter', 'spring', 'summer', 'autumn']) {
      const [start = '', end = ''] = span(`2026-${season}`) ?? [];
      expect(start >= '2026-01-01' && end <= '2027-01-01' && start < end).toBe(true);
    }
  });
});
