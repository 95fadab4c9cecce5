/** What to watch for, and what it would mean. */
import { textRow } from '../compose/rows.js';
import { toWords } from '../words/texts.js';
import { eachOf, kickerOf, type SlideComposer } from './slide-kind.js';

export const outlook: SlideComposer<'outlook'> = {
  kind: 'outlook',
  compose(parts) {
    const { frame, context } = parts;
    const { words } = context.wording.locale;
    return [
      {
        ...frame,
        kind: 'outlook',
        kicker: kickerOf(words.outlook, parts),
        heading: words.watch,
        rows: eachOf(parts, 'indicator', (item) => ({
          ...textRow(item, item.data.text, context, [item.data.text, item.data.means]),
          means: item.data.means && toWords(item.data.means, context.wording),
        })),
      },
    ];
  },
};
