/** A chart's CSV file: header row, comma, UTF-8 (RFC 4180). Read whole, then cut to what the chart names. */
import { CsvError, parse } from 'csv-parse/sync';
import { type Problem, show, suggest } from '../problem.js';
import type { Chart } from './schema.js';

/** The part of a table that a chart draws: categories or years along, one series per column. */
export interface Table {
  x: readonly string[];
  series: readonly { label: string; values: readonly (number | null)[] }[];
}

/** Cuts a CSV text to what the chart names; an empty cell is a gap (`null`). Problems instead, if it cannot. */
export function readTable(text: string, file: string, csv: NonNullable<Chart['csv']>): Table | Problem[] {
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  let columns: string[] = [];
  try {
    const readHeader = (header: string[]) => {
      columns = header;
      return header;
    };
    rows = parse(text, { columns: readHeader, bom: true, info: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    return [{ ...describeFault(error), file }];
  }
  const named = [csv.x, ...Object.values(csv.y), ...Object.keys(csv.where ?? {})];
  const twice = [...new Set(named)].filter((name) => columns.filter((other) => other === name).length > 1);
  if (twice.length > 0) {
    return twice.map((name) => ({
      code: 'not-unique',
      message: `has two columns "${name}"`,
      file,
      line: 1,
      hint: 'Give each column a name of its own.',
    }));
  }
  const missing = [...new Set(named)].filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    return missing.map((name) => ({
      code: 'unknown-column',
      message: `has no column "${name}"`,
      file,
      line: 1,
      hint: suggest(name, columns),
    }));
  }
  const chosen = rows.filter(({ record }) =>
    Object.entries(csv.where ?? {}).every(([column, value]) => record[column] === value),
  );
  if (chosen.length === 0) {
    const where = Object.entries(csv.where ?? {}).map(([column, value]) => `${column} = ${value}`);
    return [
      {
        code: 'no-rows',
        message: `has no row${where.length > 0 ? ` where ${where.join(' and ')}` : ''}`,
        file,
        hint: 'Give the table rows, or change "where".',
      },
    ];
  }
  const problems: Problem[] = [];
  const series = Object.entries(csv.y).map(([label, column]) => ({
    label,
    values: chosen.map(({ record, info }) => {
      const cell = record[column] ?? '';
      if (cell === '') return null;
      if (NUMBER.test(cell)) return Number(cell);
      problems.push({
        code: 'no-number',
        message: `column "${column}" holds ${show(cell)}, which is no number`,
        file,
        line: info.lines,
        hint: 'Write a plain number with a decimal point, or leave the cell empty.',
      });
      return null;
    }),
  }));
  return problems.length > 0 ? problems : { x: chosen.map(({ record }) => record[csv.x] ?? ''), series };
}

/** A plain number, no wider than can be kept. */
const NUMBER = /^[+-]?(?=\.?\d)\d{0,15}(\.\d{0,15})?(e[+-]?\d{1,2})?$/i;

function describeFault(error: unknown): Problem {
  if (!(error instanceof CsvError)) throw error;
  const line = typeof error.lines === 'number' ? error.lines : undefined;
  if (error.code === 'CSV_RECORD_INCONSISTENT_COLUMNS') {
    return {
      code: 'bad-csv',
      message: 'this row has more cells than the header, or fewer',
      line,
      hint: 'Put a cell that holds a comma in quotes; leave empty cells empty, with their commas.',
    };
  }
  return {
    code: 'bad-csv',
    message: `is no valid CSV: ${error.message}`,
    line,
    hint: 'A header row, then a row for each record, with commas between the cells.',
  };
}
