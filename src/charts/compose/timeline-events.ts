/** Events of the brief on a scale of dates. */

import type { Chart } from '../../items/chart-fields.js';
import { isPoint, parseDate, spanOf } from '../../load/dates.js';
import { formatDate } from '../../words/dates.js';
import { capitalise, toWords, type Wording } from '../../words/texts.js';
import type { TimelineEvent } from '../model.js';
import type { ChartContext } from './context.js';

export function timelineEvents(chart: Chart, { brief, wording }: ChartContext): TimelineEvent[] {
  const asOf = parseDate(brief.asOf);
  return brief.events
    .filter((event) => chart.events?.includes(event.id))
    .flatMap((event): TimelineEvent[] => {
      const date = event.date === undefined ? undefined : parseDate(event.date);
      // An event without a date has no place on a scale of dates; the timeline slide lists it.
      if (!date || event.date === undefined) return [];
      const [start, end] = spanOf(date);
      const isToCome = asOf !== undefined && start >= spanOf(asOf)[1];
      return [
        {
          start,
          end,
          exact: isPoint(date),
          when: capitalise(formatDate(event.date, wording.locale), wording.locale.language),
          text: toWords(event.text, wording),
          importance: event.importance,
          certain: event.status === 'confirmed' && !isToCome,
          ...(event.status === 'confirmed' ? {} : { status: wording.locale.statuses[event.status] }),
        },
      ];
    })
    .sort((a, b) => a.start - b.start);
}

/** Years along a timeline; on a short one, its months. */
export function ticksOf(
  events: readonly TimelineEvent[],
  { locale }: Wording,
): { at: number; text: string }[] {
  const first = Math.min(...events.map((event) => event.start));
  const last = Math.max(...events.map((event) => event.end));
  const from = new Date(first).getUTCFullYear();
  const to = new Date(last).getUTCFullYear();
  const ticks: { at: number; text: string }[] = [];
  const step = Math.max(1, Math.ceil((to - from) / 10));
  for (let year = from; year <= to + 1; year += step) {
    const at = Date.UTC(year, 0);
    if (at >= first && at <= last) ticks.push({ at, text: formatDate(String(year), locale) });
  }
  return ticks;
}
