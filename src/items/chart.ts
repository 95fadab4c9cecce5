/** A chart: a headline that states what it shows, over a picture of values, or of events to scale. */

import { hedgesOf, measuresIn } from '../words/hedges.js';
import { toWords } from '../words/texts.js';
import { type Chart, chartSchema } from './chart-fields.js';
import type { Event } from './event.js';
import { type ItemOf, itemKind } from './item.js';
import { said, saidWithHedge } from './spoken.js';

export type ChartItem = ItemOf<'chart', Chart>;

/** The texts of a chart, and the measures that it draws, as texts that name them. */
export function chartTexts({ headline, subtitle, data = [] }: Chart): (string | undefined)[] {
  return [headline, subtitle, ...data.map(({ measure }) => measure && `{${measure}}`)];
}

export const chart = itemKind({
  type: 'chart',
  list: 'charts',
  schema: chartSchema,
  precedence: 20,
  part: 'story',
  slide: 'chart',
  arranged: 'alone',
  // The headline is held to the chart.
  stated: ['subtitle', 'caveat'],
  drawnFrom: ({ events }, brief: { events: readonly Event[] }) =>
    events ? brief.events.filter(({ id }) => events.includes(id)) : [],
  shown: ({ headline, subtitle }) => ({ texts: subtitle === undefined ? [headline] : [headline, subtitle] }),
  answersFor: chartTexts,
  spoken: (_, { says, hedges }, wording) => saidWithHedge(said(wording, ...says), hedges, wording),
  statement: ({ data }, _, wording) => ({
    texts: [data.headline, ...(data.subtitle === undefined ? [] : [data.subtitle])].map((text) =>
      toWords(text, wording),
    ),
    hedges: hedgesOf(data, measuresIn(...chartTexts(data)), wording),
  }),
});
