/** A chart's table: CSV (RFC 4180) or JSON, UTF-8. Read whole, then cut to what the chart names. */
import { CsvError, parse } from 'csv-parse/sync';
import { type Problem, show, suggest } from '../core/problem.js';
import { parseDate, spanOf } from './dates.js';
import { LIMITS } from './limits.js';
import type { ChartTable } from './schema.js';
import { type Aggregate, STATUSES, type Status } from './vocabulary.js';

type Column = readonly (number | null)[];

/** The part of a table that a chart draws: categories or dates along, one series or several. */
export interface Table {
  x: readonly string[];
  /** `low` and `high` are the ends of ranges; a series without ranges has none. `status` is how sure each value is. */
  series: readonly {
    label: string;
    values: Column;
    low?: Column;
    high?: Column;
    status?: readonly Status[];
  }[];
}

/** Every number of a table. */
export function valuesOf(table: Table | undefined): number[] {
  return (table?.series ?? []).flatMap((one) =>
    [...one.values, ...(one.low ?? []), ...(one.high ?? [])].filter((value) => value !== null),
  );
}

/** A record of a file: its cells by column, and where it stands. */
interface Row {
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

/** Cuts a text to what the chart names; an empty cell or NaN is a gap (`null`). Problems instead, if it cannot. */
export function readTable(
  text: string,
  file: string,
  wanted: ChartTable,
  format: 'csv' | 'json' = 'csv',
): Table | Problem[] {
  const sheet = readSheet(text, file, format);
  return Array.isArray(sheet) ? sheet : cutTable(sheet, file, wanted);
}

/** The part of a sheet that the chart names. */
export function cutTable({ rows, columns }: Sheet, file: string, wanted: ChartTable): Table | Problem[] {
  const y = wanted.y ?? { '': '' };
  const named = [
    wanted.x,
    wanted.series,
    wanted.low,
    wanted.high,
    wanted.status,
    ...Object.values(wanted.y ?? {}),
    ...Object.keys(wanted.where ?? {}),
  ].filter((name) => name !== undefined);
  const missing = checkColumns(named, columns, file);
  if (missing.length > 0) return missing;
  const chosen = rows.filter(({ cells }) =>
    Object.entries(wanted.where ?? {}).every(([column, values]) => values.includes(cells[column] ?? '')),
  );
  if (chosen.length === 0) return [noRows(wanted, file)];
  const unfit = checkLabels(chosen, wanted, file) ?? checkCells(chosen, wanted, file);
  if (unfit) return [unfit];

  const problems: Problem[] = [];
  const report = (problem: Problem) => {
    // No more than are told.
    if (problems.length <= LIMITS.problems) problems.push(problem);
  };
  const numberIn = (row: Row, column: string | undefined): number | null => {
    const cell = column === undefined ? '' : (row.cells[column] ?? '');
    if (cell === '' || cell === 'NaN') return null;
    if (NUMBER.test(cell)) return scaled(Number(cell), wanted.scale);
    report({
      code: 'no-number',
      message: `${row.name ? `${row.name}, ` : ''}column "${column}" holds ${show(cell)}, which is no number`,
      file,
      line: row.line,
      hint: 'Write a plain number with a decimal point, or leave the cell empty.',
    });
    return null;
  };
  const statusIn = (row: Row): Status => {
    const cell = row.cells[wanted.status ?? ''] ?? '';
    const known = STATUSES.find((status) => status === cell);
    if (known !== undefined || cell === '') return known ?? 'confirmed';
    report({
      code: 'no-status',
      message: `${row.name ? `${row.name}, ` : ''}column "${wanted.status}" holds ${show(cell)}, which is no status`,
      file,
      line: row.line,
      hint: `Write one of ${STATUSES.join(', ')}, or leave the cell empty.`,
    });
    return 'confirmed';
  };
  const x = placesOf(chosen, wanted.x, file, report);
  const seriesOf = (label: string, column: string, own: readonly Row[]) => {
    const byPlace = groupedBy(own, wanted.x);
    const pick = (name: string | undefined): Column =>
      x.map((place) => {
        const values = (byPlace.get(place) ?? []).map((row) => numberIn(row, name));
        return aggregate(values, wanted.aggregate);
      });
    if (wanted.aggregate === undefined) {
      for (const [place, same] of byPlace) {
        const [, second] = same;
        if (second) report(severalRows(place, second, wanted, file));
      }
    }
    return {
      label,
      values: pick(wanted.y ? column : undefined),
      ...(wanted.status === undefined
        ? {}
        : { status: x.map((place) => leastSure((byPlace.get(place) ?? []).map(statusIn))) }),
      ...(wanted.low === undefined ? {} : { low: pick(wanted.low), high: pick(wanted.high) }),
    };
  };
  const { series: by } = wanted;
  const series =
    by === undefined
      ? Object.entries(y).map(([label, column]) => seriesOf(label, column, chosen))
      : [...groupedBy(chosen, by)].map(([label, own]) => seriesOf(label, Object.values(y)[0] ?? '', own));
  return problems.length > 0 ? problems : { x, series };
}

/** A chart of more cells than a slide can show would take time and memory, and nobody could read it. */
function checkCells(rows: readonly Row[], { x, y, series }: ChartTable, file: string): Problem | undefined {
  const places = new Set(rows.map(({ cells }) => cells[x])).size;
  const columns =
    series === undefined
      ? Object.keys(y ?? { '': '' }).length
      : new Set(rows.map(({ cells }) => cells[series])).size;
  if (places * columns <= LIMITS.tableCells) return undefined;
  const most = LIMITS.tableCells.toLocaleString('en');
  return {
    code: 'too-many',
    message: `makes ${places} places times ${columns} series; at most ${most} cells are drawn`,
    file,
    line: 1,
    hint: 'Choose rows with "where", or make fewer of them before.',
  };
}

/** What stands along a chart and at its lines is as long as a name. */
function checkLabels(rows: readonly Row[], { x, series }: ChartTable, file: string): Problem | undefined {
  for (const column of series === undefined ? [x] : [x, series]) {
    const long = rows.find((row) => cellLength(row, column) > LIMITS.name);
    if (long)
      return {
        code: 'too-long',
        message: `${long.name ? `${long.name}, ` : ''}column "${column}" has ${cellLength(long, column)} characters; at most ${LIMITS.name} are allowed`,
        file,
        line: long.line,
        hint: 'Shorten it, or choose another column.',
      };
  }
  return undefined;
}

function cellLength({ cells }: Row, column: string): number {
  return (cells[column] ?? '').length;
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

/** Of several values that become one, the status that is the furthest from confirmed. */
function leastSure(statuses: readonly Status[]): Status {
  return statuses.reduce<Status>(
    (least, status) => (STATUSES.indexOf(status) > STATUSES.indexOf(least) ? status : least),
    'confirmed',
  );
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

/** Rows by what stands in a column, in the order of the file. */
function groupedBy(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const cell = row.cells[column] ?? '';
    const group = groups.get(cell);
    if (group) group.push(row);
    else groups.set(cell, [row]);
  }
  return groups;
}

function checkColumns(named: readonly string[], columns: readonly string[], file: string): Problem[] {
  const wanted = [...new Set(named)];
  const twice = wanted.filter((name) => columns.filter((other) => other === name).length > 1);
  if (twice.length > 0) {
    return twice.map((name) => ({
      code: 'not-unique',
      message: `has two columns "${name}"`,
      file,
      line: 1,
      hint: 'Give each column a name of its own.',
    }));
  }
  return wanted
    .filter((name) => !columns.includes(name))
    .map((name) => ({
      code: 'unknown-column',
      message: `has no column "${name}"`,
      file,
      line: 1,
      hint: suggest(name, columns),
    }));
}

function noRows({ where = {} }: ChartTable, file: string): Problem {
  const conditions = Object.entries(where).map(([column, values]) => `${column} = ${values.join(' or ')}`);
  return {
    code: 'no-rows',
    message: `has no row${conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''}`,
    file,
    hint: 'Give the table rows, or change "where".',
  };
}

function severalRows(place: string, row: Row, { x }: ChartTable, file: string): Problem {
  return {
    code: 'several-rows',
    message: `${row.name ? `${row.name} is` : 'has'} a second row where ${x} = ${show(place)}`,
    file,
    line: row.line,
    hint: 'Choose one with "where", name the column of the series, or say how they become one: "aggregate: sum".',
  };
}

/** The places along, each once: dates in their order, anything else in the order of the file. */
function placesOf(
  rows: readonly Row[],
  column: string,
  file: string,
  report: (problem: Problem) => void,
): string[] {
  const places = [...new Set(rows.map(({ cells }) => cells[column] ?? ''))];
  const empty = rows.find(({ cells }) => (cells[column] ?? '') === '');
  if (empty) {
    report({
      code: 'no-place',
      message: `${empty.name ? `${empty.name}, ` : ''}column "${column}" is empty`,
      file,
      line: empty.line,
      hint: 'Every row has a category or date.',
    });
  }
  const dates = places.map(parseDate);
  const known = dates.filter((date) => date !== undefined);
  if (known.length < places.length) {
    // A column of dates with a few cells that are none: those are mistakes.
    if (known.length >= 3 && known.length >= places.length * 0.8) {
      for (const row of rows.filter(({ cells }) => parseDate(cells[column] ?? '') === undefined)) {
        report({
          code: 'no-date',
          message: `${row.name ? `${row.name}, ` : ''}column "${column}" holds ${show(row.cells[column] ?? '')}, which is no date`,
          file,
          line: row.line,
          hint: 'Write dates as 2026-02-28, 2026-02 or 2026.',
        });
      }
    }
    return places;
  }
  const startOf = (place: string) => {
    const date = parseDate(place);
    return date ? spanOf(date)[0] : 0;
  };
  return places.sort((a, b) => startOf(a) - startOf(b));
}

/** Several values as one; gaps do not count. As many decimals as the values have, but one for a mean of whole numbers. */
function aggregate(values: Column, how: Aggregate | undefined): number | null {
  const known = values.filter((value) => value !== null);
  if (how === 'count') return known.length;
  const [first] = known;
  if (first === undefined) return null;
  if (how === undefined || how === 'first') return first;
  const decimals = known.reduce((most, value) => Math.max(most, String(value).split('.')[1]?.length ?? 0), 0);
  const round = (value: number, more: number) => Number(value.toFixed(Math.min(15, decimals + more)));
  const sorted = known.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  switch (how) {
    case 'last':
      return known.at(-1) ?? first;
    case 'min':
      return sorted[0] ?? first;
    case 'max':
      return sorted.at(-1) ?? first;
    case 'median':
      return round(((sorted[Math.floor(middle)] ?? first) + (sorted[Math.ceil(middle)] ?? first)) / 2, 1);
    case 'sum':
    case 'mean': {
      const sum = known.reduce((all, value) => all + value, 0);
      return how === 'sum' ? round(sum, 0) : round(sum / known.length, decimals === 0 ? 1 : 0);
    }
  }
}

/** A value times the scale, without the noise of binary fractions: 0.07 × 100 is 7. */
function scaled(value: number, scale: number | undefined): number {
  return scale === undefined ? value : Number((value * scale).toPrecision(15));
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
