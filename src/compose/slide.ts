/** A deck in words: what the templates, the renderer and the rules get. */
import type { Slide } from '../kinds/kinds.js';

export type { Slide } from '../kinds/kinds.js';
export type { Row, SourceLine } from './view.js';

/** What a deck is set in. */
export interface Style {
  /** Name of a file in themes/. */
  theme: string;
  /** The house style: name of a file of the templates, which has none where there is no such file. */
  brand: string;
  /** Folder of templates that go before the others. */
  templates: string | undefined;
  /** Whether it is a draft, which says so on every slide. */
  draft: boolean;
  /** Whether any of its slides has what nobody has reviewed: those say so. */
  unreviewed: boolean;
}

/** A deck, ready for the templates. */
export interface Deck extends Style {
  brief: string;
  audience: string;
  length: string;
  title: string;
  author: string | undefined;
  language: string;
  direction: 'ltr' | 'rtl';
  /** The brief's own date, for what dates the deck. */
  asOf: string;
  marking: string;
  seconds: number;
  slides: readonly Slide[];
}
