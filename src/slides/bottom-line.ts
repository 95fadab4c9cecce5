/** The bottom line, which every deck has: what must be remembered, and one to three items under it. */
import { bottomLineRow, claimRow, judgmentRow } from '../compose/rows.js';
import { asOfIn, eachOf, type SlideComposer } from './slide-kind.js';

export const bottomLine: SlideComposer<'bottom-line'> = {
  kind: 'bottom-line',
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
          ...eachOf(parts, 'claim', (item) => ({ ...claimRow(item, context), judgment: undefined })),
          ...eachOf(parts, 'judgment', (item) => {
            const judgment = judgmentRow(item, context);
            return { ...judgment, tag: words.judgments, judgment: { ...judgment, basis: [] } };
          }),
        ],
        notice: context.brief.notice,
      },
    ];
  },
};
