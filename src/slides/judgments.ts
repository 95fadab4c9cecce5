/** Judgments, each with whose it is and, on a named scale, how likely. */
import { judgmentRow } from '../compose/rows.js';
import { eachOf, kickerOf, type SlideComposer } from './slide-kind.js';

export const judgments: SlideComposer<'judgments'> = {
  kind: 'judgments',
  compose(parts) {
    const { words } = parts.context.wording.locale;
    const [headline, ...rows] = eachOf(parts, 'judgment', (item) => judgmentRow(item, parts.context));
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
