/** A chart's CSV file: header row, comma, UTF-8 (RFC 4180). Read whole, then cut to what the chart names. */
import { parse } from 'csv-parse/sync';
import { type Problem, suggest } from '../problem.js';
import type { Chart } from './schema.js';

/** The part of a table that a chart draws: categories or years along, one series per column. */
export interface Table {
  x: readonly string[];
  series: readonly { label: string; values: readonly (number | null)[] }[];
}

/** Cuts a CSV text to what the chart names; an empty cell is a gap (`null`). Problems instead, if it cannot. */
export function readTable(text: string, file: string, csv: NonNullable<Chart['csv']>): Table | Problem[] {
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    rows = parse(text, { columns: true, bom: true, info: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [
      {
        code: 'bad-csv',
        message: `is no valid CSV: ${message}`,
        file,
        hint: 'A header row, then one row a record.',
      },
    ];
  }
  const columns = Object.keys(rows[0]?.record ?? {});
  const missing = [csv.x, ...Object.values(csv.y), ...Object.keys(csv.where ?? {})].filter(
    (name) => !columns.includes(name),
  );
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
      },
    ];
  }
  const problems: Problem[] = [];
  const series = Object.entries(csv.y).map(([label, column]) => ({
    label,
    values: chosen.map(({ record, info }) => {
      const cell = record[column] ?? '';
      if (cell === '') return null;
      const value = Number(cell);
      if (Number.isFinite(value)) return value;
      problems.push({
        code: 'no-number',
        message: `column "${column}" holds "${cell}", which is no number`,
        file,
        line: info.lines,
        hint: 'Write a plain number with a decimal point, or leave the cell empty.',
      });
      return null;
    }),
  }));
  return problems.length > 0 ? problems : { x: chosen.map(({ record }) => record[csv.x] ?? ''), series };
}
