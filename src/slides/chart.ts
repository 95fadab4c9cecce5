/** A chart with its headline; claims may stand beside it. */

import { type ChartView, chartSentence, chartView } from '../charts/compose/chart.js';
import { claimRow, textRow } from '../compose/rows.js';
import type { Frame, Row } from '../compose/view.js';
import type { ChartItem } from '../items/chart.js';
import { chartTexts } from '../items/chart.js';
import type { Chart } from '../items/chart-fields.js';
import type { ClaimItem } from '../items/claim.js';
import { formatDate } from '../words/dates.js';
import { type Hedge, hedgesOf, measuresIn } from '../words/hedges.js';
import { capitalise } from '../words/texts.js';
import { asOfIn, eachOf, type SlideContext, type SlideKindOf, topicOf } from './slide-kind.js';

export interface ChartSlide extends Frame<'chart'> {
  headline: Row;
  subtitle: string | undefined;
  chart: ChartView;
  /** Claims that stand beside it; the chart is drawn narrower then. */
  rows: readonly Row[];
}

export const chartSlide: SlideKindOf<ChartSlide> = {
  kind: 'chart',
  most: 1,
  isTimed: true,
  seconds: 40,
  compose(parts) {
    const { frame, context } = parts;
    const { wording } = context;
    return eachOf(parts, 'chart', (item: ChartItem) => ({
      ...frame,
      notes: [...frame.notes, chartSentence(item.data, context)].filter((note) => note !== undefined),
      kind: 'chart',
      kicker: item.data.kind === 'timeline' ? wording.locale.words.timeline : topicOf(parts),
      headline: {
        ...textRow(item, context),
        ...(item.data.events && { hedges: hedgesWithEvents(item.data, context) }),
      },
      subtitle: context.words.of(item).says[1],
      chart: chartView(item.data, context),
      rows: eachOf(parts, 'claim', (claim: ClaimItem) => claimRow(claim, context)),
      footnote: asOfIn(context),
    }));
  },
};

/** The hedges of a timeline, and those of the events that it draws. */
function hedgesWithEvents(chart: Chart, { brief, wording }: SlideContext): Hedge[] {
  const data = brief.events.flatMap(({ id, date, status, attribution, caveat }) => {
    if (date === undefined || !chart.events?.includes(id)) return [];
    const label = capitalise(formatDate(date, wording.locale), wording.locale.language);
    return [{ label, status, attribution, caveat }];
  });
  return hedgesOf({ ...chart, data }, measuresIn(...chartTexts(chart)), wording);
}
