/** A claim whose number stands alone. */
import { claimRow } from '../compose/rows.js';
import { eachOf, type SlideComposer, topicOf } from './slide-kind.js';

export const bigNumber: SlideComposer<'big-number'> = {
  kind: 'big-number',
  compose: (parts) =>
    eachOf(parts, 'claim', (item) => ({
      ...parts.frame,
      kind: 'big-number',
      kicker: topicOf(parts),
      row: claimRow(item, parts.context),
    })),
};
