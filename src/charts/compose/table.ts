/** The values of a chart as tables, for whoever opens them. */
import type { Chart } from '../../items/chart-fields.js';
import { inVocabulary } from '../../words/texts.js';
import type { ChartContext } from './context.js';
import { customGrid } from './custom.js';
import { withStatus } from './describe.js';
import { type Grid, gridOf } from './grid.js';
import { timelineEvents } from './timeline-events.js';

export interface TableView {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** Every value of a chart that draws no events. */
export function fullGrid(chart: Chart, context: ChartContext): Grid {
  return chart.config ? customGrid(chart.config, chart, context) : gridOf(chart, context);
}

/** Most columns of figures beside the names of their rows. */
const TABLE_COLUMNS = 6;

/** The figures of a chart, as rows under a header; of many series, in several tables. */
export function chartTables(chart: Chart, context: ChartContext): TableView[] {
  if (chart.events)
    return [
      {
        head: ['', ''],
        rows: timelineEvents(chart, context).map((event) => [event.when, withStatus(event, context)]),
      },
    ];
  const { places, series } = fullGrid(chart, context);
  // A single series is named by the unit; its own name is that of a column.
  const isNamed = series.length > 1;
  const columns = series.map(({ label, cells }) => ({
    head: isNamed ? label : inVocabulary(chart.unit ?? '', context.wording),
    cells: cells.map((cell) => (cell ? withStatus(cell, context) : '–')),
  }));
  const parts = Math.max(1, Math.ceil(columns.length / TABLE_COLUMNS));
  return Array.from({ length: parts }, (_, n) => {
    const part = columns.slice(n * TABLE_COLUMNS, (n + 1) * TABLE_COLUMNS);
    return {
      head: ['', ...part.map(({ head }) => head)],
      rows: places.map(({ label }, i) => [label, ...part.map(({ cells }) => cells[i] ?? '–')]),
    };
  });
}
