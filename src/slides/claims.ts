/** Claims on one topic: the most important one is the headline. */

import { claimRow, textRow } from '../compose/rows.js';
import type { Frame, Row } from '../compose/view.js';
import type { ClaimItem } from '../items/claim.js';
import { eachOf, type SlideKindOf, topicOf } from './slide-kind.js';

export interface ClaimsSlide extends Frame<'claims'> {
  headline: Row;
  rows: readonly ClaimRow[];
  /** Whether the hedge of the headline holds for every row that says none of its own. */
  isShared: boolean;
}

interface ClaimRow extends Row {
  /** Whether its hedge is said under the headline, and not again beside it. */
  isSaid: boolean;
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
        ...sharing(
          textRow(headline, context),
          rest.map((item) => claimRow(item, context)),
        ),
      },
    ];
  },
};

/**
 * A headline, and rows that do not say its hedge again. What is confirmed has no hedge either: where a row is, every
 * other says its own.
 */
function sharing(headline: Row, rows: readonly Row[]): Pick<ClaimsSlide, 'headline' | 'rows' | 'isShared'> {
  const said = JSON.stringify(headline.hedges);
  const isSame = ({ hedges }: Row) => JSON.stringify(hedges) === said;
  const isShared = rows.some(isSame) && [headline, ...rows].every(({ hedges }) => hedges.length > 0);
  return {
    headline,
    rows: rows.map((row) => ({ ...row, isSaid: isShared && isSame(row) })),
    isShared,
  };
}
