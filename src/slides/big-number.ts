/** A claim whose number stands alone. */

import { claimRow } from '../compose/rows.js';
import type { Frame, Row } from '../compose/view.js';
import type { ClaimItem } from '../items/claim.js';
import { eachOf, type SlideKindOf, topicOf } from './slide-kind.js';

export interface BigNumberSlide extends Frame<'big-number'> {
  row: Row;
}

export const bigNumberSlide: SlideKindOf<BigNumberSlide> = {
  kind: 'big-number',
  most: 1,
  isTimed: true,
  seconds: 25,
  compose: (parts) =>
    eachOf(parts, 'claim', (item: ClaimItem) => ({
      ...parts.frame,
      kind: 'big-number',
      kicker: topicOf(parts),
      row: claimRow(item, parts.context),
    })),
};
