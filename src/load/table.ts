/** A chart's table: the part of a sheet that the chart names. */
import { type Problem, show, suggest } from '../core/problem.js';
import type { ChartTable } from '../items/chart-fields.js';
import { aggregate, leastSure, scaled } from './aggregate.js';
import { parseDate, spanOf } from './dates.js';
import { LIMITS } from './limits.js';
import { type Row, readSheet, type Sheet } from './sheet.js';
import { STATUSES, type Status } from './vocabulary.js';

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

/** A plain number, no wider than can be kept. */
const NUMBER = /^[+-]?(?=\.?\d)\d{0,15}(\.\d{0,15})?(e[+-]?\d{1,2})?$/i;
