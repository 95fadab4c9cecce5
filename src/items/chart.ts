/** A chart: a headline that states what it shows, over a picture of values, or of events to scale. */
import type { Chart } from '../load/schema.js';
import { hedgesOf, measuresIn } from '../words/hedges.js';
import { toWords } from '../words/texts.js';
import type { ChartItem, ItemKind } from './item.js';
import { said, saidWithHedge } from './spoken.js';

/** The texts of a chart, and the measures that it draws, as texts that name them. */
export function chartTexts({ headline, subtitle, data = [] }: Chart): (string | undefined)[] {
  return [headline, subtitle, ...data.map(({ measure }) => measure && `{${measure}}`)];
}

export const chart: ItemKind<ChartItem> = {
  type: 'chart',
  list: 'charts',
  part: 'story',
  slides: ['chart'],
  shown: ({ headline, subtitle }) => ({ texts: subtitle === undefined ? [headline] : [headline, subtitle] }),
  spoken({ data, measures }, wording) {
    const { headline, subtitle } = data;
    const text = said(wording, toWords(headline, wording), subtitle && toWords(subtitle, wording));
    return saidWithHedge(text, data, measures, wording);
  },
  statement: ({ data }, _, wording) => ({
    texts: [data.headline, ...(data.subtitle === undefined ? [] : [data.subtitle])].map((text) =>
      toWords(text, wording),
    ),
    hedges: hedgesOf(data, measuresIn(...chartTexts(data)), wording),
  }),
};
