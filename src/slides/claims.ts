/** Claims on one topic: the most important one is the headline. */

import { claimRow, textRow } from '../compose/rows.js';
import type { Frame, Row } from '../compose/view.js';
import type { ClaimItem } from '../items/claim.js';
import { eachOf, type SlideKindOf, topicOf } from './slide-kind.js';

export interface ClaimsSlide extends Frame<'claims'> {
  headline: Row;
  rows: readonly Row[];
}

export const claimsSlide: SlideKindOf<ClaimsSlide> = {
  kind: 'claims',
  most: 4,
  isTimed: true,
  seconds: 35,
  compose(parts) {
    const { frame, context } = parts;
    const [headline, ...rest] = eachOf(parts, 'claim', (item: ClaimItem) => item);
    if (!headline) return [];
    return [
      {
        ...frame,
        kind: 'claims',
        kicker: topicOf(parts),
        headline: textRow(headline, context),
        rows: rest.map((item) => claimRow(item, context)),
      },
    ];
  },
};
