/** A file as rows and the names of its columns: CSV (RFC 4180) or JSON, UTF-8, within limits. */
import { CsvError, parse } from 'csv-parse/sync';
import type { Problem } from '../core/problem.js';
import { LIMITS } from './limits.js';

/** A record of a file: its cells by column, and where it stands. */
export interface Row {
  cells: Readonly<Record<string, string>>;
  line?: number;
  /** What it is called where there are no lines: `record 3`. */
  name?: string;
}

/** A file as rows and the names of its columns. */
export interface Sheet {
  rows: readonly Row[];
  columns: readonly string[];
}

/** A text as rows. Problems instead, if it is no table. */
export function readSheet(text: string, file: string, format: 'csv' | 'json'): Sheet | Problem[] {
  return format === 'csv' ? readCsv(text, file) : readJson(text, file);
}

function readCsv(text: string, file: string): Sheet | Problem[] {
  let columns: string[] = [];
  const readHeader = (header: string[]) => {
    columns = header;
    // Columns of one name are put together at the price of their number squared: of too many, none is read.
    return header.length > LIMITS.tableColumns ? header.map(() => false as const) : header;
  };
  try {
    const records: { record: Record<string, string>; info: { lines: number } }[] = parse(text, {
      columns: readHeader,
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      to: LIMITS.tableRows + 1,
    });
    if (columns.length > LIMITS.tableColumns) return [tooManyColumns(columns.length, file)];
    if (records.length > LIMITS.tableRows) return [tooManyRows(file)];
    return { rows: records.map(({ record, info }) => ({ cells: record, line: info.lines })), columns };
  } catch (error) {
    return [{ ...describeFault(error), file }];
  }
}

function readJson(text: string, file: string): Sheet | Problem[] {
  const fault = (message: string): Problem[] => [
    { code: 'bad-json', message, file, hint: 'A list of flat records: [{"year": 2020, "value": 1.5}].' },
  ];
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fault(`is no valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!Array.isArray(data)) return fault('is no list of records');
  if (data.length > LIMITS.tableRows) return [tooManyRows(file)];
  const rows: Row[] = [];
  const columns = new Set<string>();
  for (const [i, record] of data.entries()) {
    const name = `record ${i + 1}`;
    if (typeof record !== 'object' || record === null || Array.isArray(record))
      return fault(`${name} is no record`);
    const cells: Record<string, string> = Object.create(null);
    for (const [column, value] of Object.entries(record)) {
      if (typeof value === 'object' && value !== null) return fault(`${name}, "${column}" is no plain value`);
      columns.add(column);
      cells[column] = value === null ? '' : String(value).trim();
    }
    rows.push({ cells, name });
  }
  return { rows, columns: [...columns] };
}

function tooManyColumns(count: number, file: string): Problem {
  return {
    code: 'too-many',
    message: `has ${count} columns; at most ${LIMITS.tableColumns} are read`,
    file,
    line: 1,
    hint: 'Cut it to the columns that charts draw.',
  };
}

function tooManyRows(file: string): Problem {
  return {
    code: 'too-many',
    message: `has over ${LIMITS.tableRows.toLocaleString('en')} rows`,
    file,
    line: LIMITS.tableRows + 2,
    hint: 'Cut it to the rows that charts draw.',
  };
}

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
