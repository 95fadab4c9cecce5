/** The values behind a chart, as tables: backup slides. */

import { chartTables, type TableView } from '../charts/compose/table.js';
import type { Frame, SlideLink } from '../compose/view.js';
import type { ChartItem } from '../items/chart.js';
import type { Hedge } from '../words/hedges.js';
import { continued, eachOf, inSlides, linkBack, type SlideKindOf } from './slide-kind.js';

/** Most rows of a table on one slide; fewer where they do not fit. */
const TABLE_ROWS = 10;

export interface DataSlide extends Frame<'data'> {
  heading: string;
  subtitle: string | undefined;
  hedges: readonly Hedge[];
  table: TableView;
  /** The slide of the chart. */
  back: SlideLink | undefined;
}

export const dataSlide: SlideKindOf<DataSlide> = {
  kind: 'data',
  most: 1,
  isTimed: false,
  seconds: 0,
  compose(parts) {
    const { frame, context } = parts;
    const { words } = context.wording.locale;
    return eachOf(parts, 'chart', (chart: ChartItem) => {
      const [heading = '', subtitle] = context.words.of(chart).says;
      const tables = chartTables(chart.data, context).flatMap(({ head, rows }, t) => {
        const keyOf = (part: readonly { n: number }[]) =>
          `data ${chart.id} ${t} ${part.map((row) => row.n).join(' ')}`;
        const numbered = rows.map((cells, n) => ({ cells, n }));
        return inSlides(numbered, TABLE_ROWS, keyOf, context).map((part) => ({
          key: keyOf(part),
          table: { head, rows: part.map((row) => row.cells) },
        }));
      });
      return tables.map((table, i) => ({
        ...frame,
        ...table,
        kind: 'data' as const,
        kicker: continued(`${words.backup} · ${words.data}`, i, tables.length, context),
        heading,
        subtitle,
        hedges: context.words.of(chart).hedges,
        back: linkBack(chart.id, context),
      }));
    }).flat();
  },
};
