/** What the words of a chart depend on. */
import type { Brief, Chart } from '../../load/schema.js';
import type { Table } from '../../load/table.js';
import { CURRENCIES } from '../../load/terms.js';
import { formatAmount } from '../../words/numbers.js';
import type { Wording } from '../../words/texts.js';

export interface ChartContext {
  brief: Brief;
  wording: Wording;
  tables: ReadonlyMap<string, Table>;
}

/** An amount of a chart in words; `decimals` are shown at least. */
export function format(value: number, chart: Chart, { wording }: ChartContext, decimals = 0): string {
  return formatAmount(value, symbolOf(chart), wording.locale, decimals);
}

/** The unit as it stands at a number: a currency or a percent sign; a longer unit stands in the subtitle. */
export function symbolOf(chart: Chart): string {
  const unit = chart.unit ?? '';
  const [first = ''] = unit.split(' ');
  return CURRENCIES.has(first) || first === '%' ? first : '';
}
