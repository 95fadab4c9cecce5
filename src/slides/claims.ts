/** Claims on one topic: the most important one is the headline. */
import { claimRow, textRow } from '../compose/rows.js';
import { eachOf, type SlideComposer, topicOf } from './slide-kind.js';

export const claims: SlideComposer<'claims'> = {
  kind: 'claims',
  compose(parts) {
    const { frame, context } = parts;
    const [headline, ...rest] = eachOf(parts, 'claim', (item) => item);
    if (!headline) return [];
    return [
      {
        ...frame,
        kind: 'claims',
        kicker: topicOf(parts),
        headline: textRow(headline, headline.data.text, context),
        rows: rest.map((item) => claimRow(item, context)),
      },
    ];
  },
};
