/** Claims side by side. */
import { textRow } from '../compose/rows.js';
import type { Column } from '../compose/slide.js';
import { itemsOf } from '../items/items.js';
import type { Comparison } from '../load/schema.js';
import { type Piece, toWords } from '../words/texts.js';
import { eachOf, type SlideComposer, type SlideContext, topicOf } from './slide-kind.js';

export const comparison: SlideComposer<'comparison'> = {
  kind: 'comparison',
  compose(parts) {
    const { frame, context } = parts;
    return eachOf(parts, 'comparison', (item) => ({
      ...frame,
      kind: 'comparison',
      kicker: topicOf(parts),
      headline: textRow(item, item.data.headline, context),
      left: columnOf(item.data.left, context),
      right: columnOf(item.data.right, context),
    }));
  },
};

function columnOf({ title, claims }: Comparison['left'], context: SlideContext): Column {
  return {
    title: toWords(title, context.wording),
    rows: inPiece(claims, context.piece).flatMap((id) => {
      const item = itemsOf(context.brief).find((other) => other.id === id);
      return item?.type === 'claim' ? [textRow(item, item.data.text, context)] : [];
    }),
  };
}

/** The part of a list that one of several slides shows; the same rows of two lists stand side by side. */
function inPiece<T>(list: readonly T[], piece: Piece | undefined): readonly T[] {
  if (!piece) return list;
  const rows = Math.ceil(list.length / piece.of);
  return list.slice((piece.n - 1) * rows, piece.n * rows);
}
