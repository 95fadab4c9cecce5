import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/load/table.js';

const csv = { file: 't.csv', x: 'year', y: { NO2: 'no2' } };
const problems = (text: string, what: Parameters<typeof readTable>[2] = csv) => {
  const table = readTable(text, 't.csv', what);
  return Array.isArray(table) ? table.map(({ code, line }) => [code, line]) : table;
};

describe('readTable', () => {
  it('cuts the table to what the chart names', () => {
    const text = 'year,station,no2,so2\n2024,A,1.5,9\n2024,B,2,9\n2025,A,-3e1,9\n';
    expect(readTable(text, 't.csv', { ...csv, where: { station: ['A'] } })).toEqual({
      x: ['2024', '2025'],
      series: [{ label: 'NO2', values: [1.5, -30] }],
    });
    expect(
      readTable(text, 't.csv', { ...csv, where: { station: ['A', 'C'] }, y: { A: 'no2', B: 'so2' } }),
    ).toMatchObject({
      series: [{ label: 'A' }, { label: 'B', values: [9, 9] }],
    });
  });

  it('reads an empty cell and NaN as gaps', () => {
    expect(problems('year,no2\n2024,\n2025,0\n2026,NaN\n2027,""\n')).toMatchObject({
      series: [{ values: [null, 0, null, null] }],
    });
  });

  it('makes a series of each value of a column, and leaves gaps where one has no row', () => {
    const text = 'year,code,no2\n2021,DE,1\n2020,DE,2\n2020,FR,3\n';
    expect(readTable(text, 't.csv', { ...csv, y: { no2: 'no2' }, series: 'code' })).toEqual({
      x: ['2020', '2021'],
      series: [
        { label: 'DE', values: [2, 1] },
        { label: 'FR', values: [3, null] },
      ],
    });
  });

  it('takes the status of each row; of several that become one, the least sure', () => {
    const text = 'year,no2,how\n2024,1,estimated\n2024,3,disputed\n2025,2,\n2026,2,sure\n';
    const wanted = { ...csv, status: 'how', aggregate: 'mean' as const };
    expect(problems(text.replace(/.*sure\n/, ''), wanted)).toMatchObject({
      series: [{ values: [2, 2], status: ['disputed', 'confirmed'] }],
    });
    expect(problems(text, wanted)).toEqual([['no-status', 5]]);
    expect(problems('year,no2\n2024,1\n', wanted)).toEqual([['unknown-column', 1]]);
  });

  it('takes one row for each place, or is told how several become one', () => {
    const text = 'year,no2\n2024,1.5\n2024,2\n2024,\n2024,7\n2025,3\n';
    expect(problems(text)).toEqual([['several-rows', 3]]);
    const value = (aggregate: 'sum' | 'mean' | 'median' | 'min' | 'max' | 'first' | 'last' | 'count') => {
      const table = readTable(text, 't.csv', { ...csv, aggregate });
      return Array.isArray(table) ? table : table.series[0]?.values[0];
    };
    expect(value('sum')).toBe(10.5);
    expect(value('mean')).toBe(3.5);
    expect(value('median')).toBe(2);
    expect(value('min')).toBe(1.5);
    expect(value('max')).toBe(7);
    expect(value('first')).toBe(1.5);
    expect(value('last')).toBe(7);
    expect(value('count')).toBe(3);
  });

  it('sums without the noise of binary fractions', () => {
    const table = readTable('year,no2\n2024,0.1\n2024,0.2\n', 't.csv', { ...csv, aggregate: 'sum' });
    expect(table).toMatchObject({ series: [{ values: [0.3] }] });
    expect(readTable('year,no2\n2024,0.07\n', 't.csv', { ...csv, scale: 100 })).toMatchObject({
      series: [{ values: [7] }],
    });
  });

  it('reads the ends of ranges', () => {
    const ranges = { file: 't.csv', x: 'year', low: 'from', high: 'to' };
    expect(readTable('year,from,to\n2024,1,3\n2025,2,\n', 't.csv', ranges)).toMatchObject({
      series: [{ values: [null, null], low: [1, 2], high: [3, null] }],
    });
  });

  it('finds the cells that are no dates among dates, and the empty ones', () => {
    expect(problems('year,no2\n2021,1\n2022,1\n2023,1\n2024,1\n20X5,1\n')).toEqual([['no-date', 6]]);
    expect(problems('year,no2\n2024,1\n2023-02-30,1\n,1\n')).toEqual([['no-place', 4]]);
  });

  it('reads JSON, a list of flat records', () => {
    const read = (text: string) => readTable(text, 't.json', csv, 'json');
    expect(read('[{"year": 2024, "no2": 1.5}, {"year": 2025, "no2": null}]')).toEqual({
      x: ['2024', '2025'],
      series: [{ label: 'NO2', values: [1.5, null] }],
    });
    for (const text of ['{', '{}', '[1]', '[{"year": {}}]', ''])
      expect(read(text)).toMatchObject([{ code: 'bad-json' }]);
    expect(read('[{"year": 2024, "no2": "many"}]')).toMatchObject([
      { code: 'no-number', message: 'record 1, column "no2" holds "many", which is no number' },
    ]);
    expect(read('[{"year": 2024}]')).toMatchObject([{ code: 'unknown-column' }]);
  });

  it('reads quotes, line ends of Windows, a byte order mark and blank lines', () => {
    expect(problems('\uFEFFyear,"no2"\r\n"20,24","1"\r\n\r\n2025, 2 \r\n')).toEqual({
      x: ['20,24', '2025'],
      series: [{ label: 'NO2', values: [1, 2] }],
    });
  });

  it.each(['1,200', '0x1F', 'Infinity', '1e999', '12345678901234567890', '1_000', '.', '-', '٣', '5%'])(
    'refuses %s as a number',
    (cell) => {
      expect(problems(`year,no2\n2024,1\n2025,"${cell}"\n`)).toEqual([['no-number', 3]]);
    },
  );

  it.each([
    ['-1', -1],
    ['+1', 1],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['1.5E-3', 0.0015],
    ['007', 7],
  ])('takes %s', (cell, value) => {
    expect(problems(`year,no2\n2024,${cell}\n`)).toMatchObject({ series: [{ values: [value] }] });
  });

  it('counts lines, not rows', () => {
    expect(problems('year,no2\n"two\nlines",1\n\n2025,x\n2026,y\n')).toEqual([
      ['no-number', 5],
      ['no-number', 6],
    ]);
  });

  it.each([
    [
      '',
      [
        ['unknown-column', 1],
        ['unknown-column', 1],
      ],
    ],
    ['year,no2\n', [['no-rows', undefined]]],
    [
      'year;no2\n2024;1\n',
      [
        ['unknown-column', 1],
        ['unknown-column', 1],
      ],
    ],
    ['year,no2\n2024\n', [['bad-csv', 2]]],
    ['year,no2,no2\n2024,1,2\n', [['not-unique', 1]]],
    ['year,no2\n2024,"1\n', [['bad-csv', 2]]],
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it.each(['__proto__', 'constructor', 'toString'])('has no column %s but its own', (name) => {
    expect(problems('year,no2\n2024,1\n', { ...csv, y: { A: name } })).toEqual([['unknown-column', 1]]);
    expect(problems('year,no2\n2024,1\n', { ...csv, where: JSON.parse(`{"${name}": ["x"]}`) })).toEqual([
      ['unknown-column', 1],
    ]);
  });
});
