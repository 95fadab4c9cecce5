/** What is asked for, of whom, and by when: the last thing that is said. */
import { textRow } from '../compose/rows.js';
import type { Frame, Row } from '../compose/view.js';
import { type DecisionItem, termsOf } from '../items/decision.js';
import { eachOf, kickerOf, type SlideKindOf } from './slide-kind.js';

export interface DecisionSlide extends Frame<'decision'> {
  headline: Row;
  /** Of whom, and by when. */
  terms: readonly { label: string; text: string }[];
}

export const decisionSlide: SlideKindOf<DecisionSlide> = {
  kind: 'decision',
  most: 1,
  isTimed: true,
  seconds: 25,
  compose: (parts) =>
    eachOf(parts, 'decision', (item: DecisionItem) => ({
      ...parts.frame,
      kind: 'decision' as const,
      kicker: kickerOf(parts.context.wording.locale.words.decision, parts),
      headline: textRow(item, parts.context),
      terms: termsOf(item.data, parts.context.wording),
    })),
};
