/** The title slide: what the deck is called, of which day it is, and who briefs. */
import type { Frame } from '../compose/view.js';
import { asOfIn, type SlideKindOf } from './slide-kind.js';

export interface TitleSlide extends Frame<'title'> {
  title: string;
  subtitle: string | undefined;
  /** `As of 2 March 2026`. */
  asOf: string;
  /** Who briefs. */
  author: string | undefined;
  /** What must be known of the whole deck: `Invented example`. */
  notice: string | undefined;
}

export const titleSlide: SlideKindOf<TitleSlide> = {
  kind: 'title',
  most: 0,
  isTimed: true,
  seconds: 10,
  compose({ frame, context }) {
    const { author, notice } = context.brief;
    const { text, subtitle } = context.words.title;
    return [
      {
        ...frame,
        kind: 'title',
        kicker: undefined,
        title: text,
        subtitle,
        asOf: asOfIn(context),
        author,
        notice,
      },
    ];
  },
};
