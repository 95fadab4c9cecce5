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
    expect(readTable(text, 't.csv', { ...csv, where: { station: 'A' } })).toEqual({
      x: ['2024', '2025'],
      series: [{ label: 'NO2', values: [1.5, -30] }],
    });
    expect(readTable(text, 't.csv', { ...csv, y: { A: 'no2', B: 'so2' } })).toMatchObject({
      series: [{ label: 'A' }, { label: 'B', values: [9, 9, 9] }],
    });
  });

  it('reads an empty cell as a gap', () => {
    expect(problems('year,no2\n2024,\n2025,0\n')).toMatchObject({ series: [{ values: [null, 0] }] });
  });

  it('reads quotes, line ends of Windows, a byte order mark and blank lines', () => {
    expect(problems('\uFEFFyear,"no2"\r\n"20,24","1"\r\n\r\n2025, 2 \r\n')).toEqual({
      x: ['20,24', '2025'],
      series: [{ label: 'NO2', values: [1, 2] }],
    });
  });

  it.each([
    '1,200',
    '0x1F',
    'Infinity',
    'NaN',
    '1e999',
    '12345678901234567890',
    '1_000',
    '.',
    '-',
    '٣',
    '5%',
  ])('refuses %s as a number', (cell) => {
    expect(problems(`year,no2\n2024,1\n2025,"${cell}"\n`)).toEqual([['no-number', 3]]);
  });

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
    expect(problems('year,no2\n2024,1\n', { ...csv, where: JSON.parse(`{"${name}": "x"}`) })).toEqual([
      ['unknown-column', 1],
    ]);
  });
});
