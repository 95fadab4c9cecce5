/** Somebody's own words, with who said them, when, and through whom they reached us. */

import { textRow } from '../compose/rows.js';
import type { Frame, ImageView, Row } from '../compose/view.js';
import type { QuoteItem } from '../items/quote.js';
import { fill } from '../load/locale.js';
import { formatDate } from '../words/dates.js';
import { inVocabulary } from '../words/texts.js';
import { pictureOf } from './picture.js';
import { eachOf, kickerOf, type SlideKindOf } from './slide-kind.js';

export interface QuoteSlide extends Frame<'quote'> {
  portrait: ImageView | undefined;
  heading: string;
  row: Row;
  speaker: string;
  role: string | undefined;
  date: string | undefined;
  original: { text: string; language: string } | undefined;
  translated: string | undefined;
  via: string | undefined;
}

export const quoteSlide: SlideKindOf<QuoteSlide> = {
  kind: 'quote',
  most: 1,
  isTimed: true,
  seconds: 25,
  compose(parts) {
    const { frame, context } = parts;
    const { brief, wording } = context;
    const { words, direction } = wording.locale;
    return eachOf(parts, 'quote', (item: QuoteItem) => {
      const { speaker, role, date, original, translated, via } = item.data;
      const image = brief.images.find(({ id }) => id === item.data.portrait);
      const portrait = image && pictureOf(image, 'portrait', context);
      const chain = via.join(direction === 'rtl' ? ' ← ' : ' → ');
      return {
        ...frame,
        footnote: portrait?.credit,
        portrait,
        kind: 'quote',
        kicker: undefined,
        heading: kickerOf(words.quote, parts),
        row: textRow(item, context),
        speaker,
        role: role && inVocabulary(role, wording),
        date: date && formatDate(date, wording.locale),
        original,
        translated: translated && fill(words.translated, { language: translated }),
        via: via.length > 0 ? fill(words.via, { chain }) : undefined,
      };
    });
  },
};
