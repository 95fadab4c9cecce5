/** What the words of a chart depend on. */

import type { Chart } from '../../items/chart-fields.js';
import type { Event } from '../../items/event.js';
import type { BriefHead } from '../../load/head.js';
import type { Locale } from '../../load/locale.js';
import type { Table } from '../../load/table.js';
import { readUnit } from '../../load/units.js';
import { CURRENCIES } from '../../load/vocabulary.js';
import { formatAmount } from '../../words/numbers.js';
import type { Wording } from '../../words/texts.js';

export interface ChartContext {
  brief: Pick<BriefHead, 'asOf' | 'measures'> & { events: readonly Event[] };
  wording: Wording;
  tables: ReadonlyMap<string, Table>;
}

/** An amount of a chart in words; `decimals` are shown at least. */
export function format(value: number, chart: Chart, { wording }: ChartContext, decimals = 0): string {
  return formatAmount(value, symbolOf(chart, wording.locale), wording.locale, decimals);
}

/** The unit as it stands at a number: a currency or a percent sign; any other unit stands in the subtitle. */
export function symbolOf({ unit = '' }: Pick<Chart, 'unit'>, locale: Locale): string {
  const [first = '', next] = unit.split(' ');
  // `EUR million` is not shown as euros.
  if (next !== undefined && isMagnitude(next, locale)) return '';
  if (CURRENCIES.has(first) || first === '%') return first;
  const known = readUnit(unit);
  return known?.kind === 'measure' && known.id === 'percent' ? '%' : '';
}

/** Thousands and more as tables write them whatever their language; each locale has the words of its own. */
const INTERNATIONAL = ['k', 'm', 'mn', 'b', 'bn', 'tn', 'thousand', 'million', 'billion', 'trillion'];

function isMagnitude(word: string, { magnitudes }: Locale): boolean {
  const plain = (one: string) => one.toLowerCase().replace(/\.$/, '');
  return [...INTERNATIONAL, ...magnitudes].some((one) => plain(one) === plain(word));
}
