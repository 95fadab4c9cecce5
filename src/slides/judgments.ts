/** Judgments, each with whose it is and, on a named scale, how likely. */

import { judgmentRow } from '../compose/rows.js';
import type { Frame, JudgmentRow } from '../compose/view.js';
import type { JudgmentItem } from '../items/judgment.js';
import { eachOf, kickerOf, type SlideKindOf } from './slide-kind.js';

export interface JudgmentsSlide extends Frame<'judgments'> {
  headline: JudgmentRow;
  rows: readonly JudgmentRow[];
}

export const judgmentsSlide: SlideKindOf<JudgmentsSlide> = {
  kind: 'judgments',
  most: 5,
  isTimed: true,
  seconds: 40,
  compose(parts) {
    const { words } = parts.context.wording.locale;
    const [headline, ...rows] = eachOf(parts, 'judgment', (item: JudgmentItem) =>
      judgmentRow(item, parts.context),
    );
    if (!headline) return [];
    const hasScale = [headline, ...rows].some((row) => row.likelihood !== undefined);
    return [
      {
        ...parts.frame,
        kind: 'judgments',
        kicker: kickerOf(words.judgments, parts),
        footnote: hasScale ? words.icd203 : undefined,
        headline,
        rows,
      },
    ];
  },
};
