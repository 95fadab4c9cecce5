/** The title slide: what the deck is called, of which day it is, and who briefs. */
import { toWords } from '../words/texts.js';
import { asOfIn, type SlideComposer } from './slide-kind.js';

export const title: SlideComposer<'title'> = {
  kind: 'title',
  compose({ frame, context }) {
    const { brief, wording } = context;
    const { subtitle, author, notice } = brief;
    return [
      {
        ...frame,
        kind: 'title',
        kicker: undefined,
        title: toWords(brief.title.text, wording),
        subtitle: subtitle && toWords(subtitle, wording),
        asOf: asOfIn(context),
        author,
        notice,
      },
    ];
  },
};
