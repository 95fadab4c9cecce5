/** A table in a file of its own. It has no text: what it holds goes into charts. */
import { BriefError } from '../../core/problem.js';
import { readSheet } from '../../load/sheet.js';
import { type SourceKind, textOf } from './kind.js';

export const csv: SourceKind = {
  extensions: ['csv'],
  isIn: () => false,
  read: async (content) => {
    const sheet = readSheet(textOf(content), content.file, 'csv');
    if (Array.isArray(sheet)) throw new BriefError(sheet);
    const { columns, rows } = sheet;
    const cells = rows.map((row) => columns.map((column) => row.cells[column] ?? ''));
    const file = content.file.replace(/^.*[/\\]/, '');
    return {
      text: '',
      headings: [],
      tables: [{ name: file.replace(/\.csv$/i, ''), rows: [[...columns], ...cells] }],
    };
  },
};
