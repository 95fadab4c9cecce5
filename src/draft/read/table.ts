/** A table of a page as rows of cells, where it is one and no layout. */

import type { SourceText } from '../source-text.js';
import { tidy } from './blocks.js';
import type { PageElement } from './dom.js';

type Table = SourceText['tables'][number];

/** A cell with more characters than this is no datum. */
const LONGEST_CELL = 200;
const MOST_COLUMNS = 100;

/** The rows of a table; `undefined` where it only sets a page in columns. */
export function rowsOf(table: PageElement): Table['rows'] | undefined {
  if (table.querySelector('table')) return undefined;
  const rows: string[][] = [];
  // What a cell covers in the rows below it.
  const covered: { column: number; rows: number; text: string }[] = [];
  for (const tr of table.querySelectorAll('tr')) {
    const row: string[] = [];
    const fill = () => {
      for (let above = at(row.length); above; above = at(row.length)) {
        row.push(above.text);
        above.rows--;
      }
    };
    const at = (column: number) => covered.find((cell) => cell.column === column && cell.rows > 0);
    let cells = 0;
    for (const cell of tr.querySelectorAll('th, td')) {
      const text = tidy(cell.textContent ?? '').replaceAll('\n', ' ');
      if (text.length > LONGEST_CELL) return undefined;
      cells++;
      for (let span = spanOf(cell, 'colspan'); span > 0 && row.length < MOST_COLUMNS; span--) {
        fill();
        const below = spanOf(cell, 'rowspan') - 1;
        if (below > 0) covered.push({ column: row.length, rows: below, text });
        row.push(text);
      }
    }
    fill();
    // A row of one cell is the title of the table or a note to it.
    if (cells > 1) rows.push(row);
  }
  const width = Math.max(0, ...rows.slice(0, 1000).map((row) => row.length));
  return rows.length >= 2 && width >= 2 ? rows.map((row) => padded(row, width)) : undefined;
}

function spanOf(cell: PageElement, name: string): number {
  const span = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, MOST_COLUMNS) : 1;
}

function padded(row: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, i) => row[i] ?? '');
}
