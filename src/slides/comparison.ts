/** Claims side by side. */
import { textRow } from '../compose/rows.js';
import type { Column, Frame, Row } from '../compose/view.js';
import type { ClaimItem } from '../items/claim.js';
import type { ComparisonItem } from '../items/comparison.js';
import { eachOf, inPiece, type SlideContext, type SlideKindOf, topicOf } from './slide-kind.js';

export interface ComparisonSlide extends Frame<'comparison'> {
  headline: Row;
  left: Column;
  right: Column;
}

export const comparisonSlide: SlideKindOf<ComparisonSlide> = {
  kind: 'comparison',
  most: 1,
  isTimed: true,
  seconds: 40,
  compose(parts) {
    const { frame, context } = parts;
    return eachOf(parts, 'comparison', (item: ComparisonItem) => {
      const [, left = '', right = ''] = context.words.of(item).says;
      return {
        ...frame,
        kind: 'comparison' as const,
        kicker: topicOf(parts),
        headline: textRow(item, context),
        left: columnOf(left, item.data.left.claims, context),
        right: columnOf(right, item.data.right.claims, context),
      };
    });
  },
};

function columnOf(title: string, claims: readonly string[], context: SlideContext): Column {
  return {
    title,
    rows: inPiece(claims, context.piece).flatMap((id) => {
      const item = context.all.find((other): other is ClaimItem => other.type === 'claim' && other.id === id);
      return item ? [textRow(item, context)] : [];
    }),
  };
}
