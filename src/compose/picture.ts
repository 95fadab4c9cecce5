/** Charts as data to draw: every text in them is already in words of the deck's language. */

/** One bar: an amount, or a range drawn from low to high. */
export interface Bar {
  label: string;
  value?: number;
  range?: readonly [low: number, high: number];
  /** Shown at its end: `≈ 15,000`. */
  text: string;
  certain: boolean;
}

/** One line over the categories of a picture; `null` is a gap. */
export interface Series {
  label: string;
  values: readonly (number | null)[];
  certain: boolean;
  /** The value at its end, in words. */
  last: string;
}

/** One event on a timeline. */
export interface Moment {
  /** The span that its date covers, UTC milliseconds: first instant, and first instant after it. */
  start: number;
  end: number;
  /** A day or month is drawn as a point; a season or year as the span it is. */
  exact: boolean;
  when: string;
  text: string;
  certain: boolean;
}

export type Picture =
  | { kind: 'bar'; bars: readonly Bar[] }
  | { kind: 'line'; x: readonly string[]; series: readonly Series[]; unit: string; language: string }
  | { kind: 'timeline'; events: readonly Moment[]; ticks: readonly { at: number; text: string }[] };
