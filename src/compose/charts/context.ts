/** What the words of a chart depend on. */
import type { Chart } from '../../load/schema.js';
import type { Table } from '../../load/table.js';
import { CURRENCIES } from '../../load/vocabulary.js';
import type { VisibleBrief } from '../../visible/visible.js';
import { formatAmount } from '../../words/numbers.js';
import type { Wording } from '../../words/texts.js';

export interface ChartContext {
  brief: VisibleBrief;
  wording: Wording;
  tables: ReadonlyMap<string, Table>;
}

/** An amount of a chart in words; `decimals` are shown at least. */
export function format(value: number, chart: Chart, { wording }: ChartContext, decimals = 0): string {
  return formatAmount(value, symbolOf(chart), wording.locale, decimals);
}

/** Words and signs for a thousand and more in the languages of the locales: `EUR million` is not shown as euros. */
const MAGNITUDE =
  /^(?:k|m|bn?|mn|tn|thousands?|millions?|billions?|trillions?|tausend|mio\.?|mrd\.?|millionen|milliarden?|mille|milliers|milliards?|mil|miles|millón|millones|тис\.?|млн|млрд|мільйон\S*|мільярд\S*|천|만|백만|억|조|千|万|亿|ألف|آلاف|مليون|ملايين|مليار)(?:\s|$)/iu;

/** The unit as it stands at a number: a currency or a percent sign; a longer unit stands in the subtitle. */
export function symbolOf(chart: Chart): string {
  const unit = chart.unit ?? '';
  const [first = '', ...rest] = unit.split(' ');
  if (MAGNITUDE.test(rest.join(' '))) return '';
  return CURRENCIES.has(first) || first === '%' ? first : '';
}
