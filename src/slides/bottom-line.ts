/** The bottom line, which every deck has: what must be remembered, and one to three items under it. */

import { bottomLineRow, claimRow, judgmentRow } from '../compose/rows.js';
import type { Frame, LeadRow, Row } from '../compose/view.js';
import type { ClaimItem } from '../items/claim.js';
import type { JudgmentItem } from '../items/judgment.js';
import { asOfIn, eachOf, type SlideKindOf } from './slide-kind.js';

export interface BottomLineSlide extends Frame<'bottom-line'> {
  headline: Row;
  rows: readonly LeadRow[];
  notice: string | undefined;
}

export const bottomLineSlide: SlideKindOf<BottomLineSlide> = {
  kind: 'bottom-line',
  most: 3,
  isTimed: true,
  seconds: 30,
  compose(parts) {
    const { frame, context } = parts;
    const { words } = context.wording.locale;
    return [
      {
        ...frame,
        kind: 'bottom-line',
        kicker: words.bottomLine,
        footnote: asOfIn(context),
        headline: bottomLineRow(context),
        rows: [
          ...eachOf(parts, 'claim', (item: ClaimItem) => ({
            ...claimRow(item, context),
            judgment: undefined,
          })),
          ...eachOf(parts, 'judgment', (item: JudgmentItem) => {
            const judgment = judgmentRow(item, context);
            return { ...judgment, tag: words.judgments, judgment: { ...judgment, basis: [] } };
          }),
        ],
        notice: context.brief.notice,
      },
    ];
  },
};
