/** What to watch for, and what it would mean. */

import { textRow } from '../compose/rows.js';
import type { Frame, Row } from '../compose/view.js';
import type { IndicatorItem } from '../items/indicator.js';
import { eachOf, kickerOf, type SlideKindOf } from './slide-kind.js';

export interface OutlookSlide extends Frame<'outlook'> {
  heading: string;
  rows: readonly (Row & { means: string | undefined })[];
}

export const outlookSlide: SlideKindOf<OutlookSlide> = {
  kind: 'outlook',
  most: 5,
  isTimed: true,
  seconds: 35,
  compose(parts) {
    const { frame, context } = parts;
    const { words } = context.wording.locale;
    return [
      {
        ...frame,
        kind: 'outlook',
        kicker: kickerOf(words.outlook, parts),
        heading: words.watch,
        rows: eachOf(parts, 'indicator', (item: IndicatorItem) => ({
          ...textRow(item, context),
          means: context.words.of(item).says[1],
        })),
      },
    ];
  },
};
