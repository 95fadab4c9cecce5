/** What the server of the preview tells the page, over server-sent events. Types only: the page has them too. */

/** Something to choose, and what it is called. */
export interface Offer {
  id: string;
  name: string;
}

export const CHOOSABLE = ['brief', 'audience', 'length', 'language', 'theme'] as const;
export type Choosable = (typeof CHOOSABLE)[number];

/** What a page shows. An empty language or theme is the audience's own. */
export type Selection = Readonly<Record<Choosable, string>>;

export type Offers = Readonly<Record<Choosable, readonly Offer[]>>;

export interface ShownProblem {
  code: string;
  severity: 'error' | 'warn';
  message: string;
  hint?: string | undefined;
  /** `brief.yaml:12:3 claims[2].text` */
  place: string;
  /** Opens the editor there. */
  href?: string | undefined;
}

export interface ShownSlide {
  /** Of all that it shows but its number. */
  key: string;
  /** What it is about, whatever it says: by this the page finds the slide it was at. */
  about: string;
  seconds: number;
  /** Missing where the page has a slide of this key. */
  html?: string | undefined;
}

export interface ShownDeck {
  title: string;
  language: string;
  marking: string;
  seconds: number;
  /** Missing where the page has them. */
  fonts?: string | undefined;
  css?: string | undefined;
  slides: readonly ShownSlide[];
}

export type Message =
  | { kind: 'offers'; offers: Offers; selection: Selection }
  | { kind: 'deck'; deck: ShownDeck; isMeasured: boolean }
  | { kind: 'findings'; findings: readonly ShownProblem[] }
  | { kind: 'failed'; problems: readonly ShownProblem[] };
