/**
 * What a template gets: everything a slide shows, already in words. Each kind of slide has its own fields;
 * a field that may be absent is always there, as `undefined`, so that a misspelt one is an error.
 */
import type { SlideKind } from '../load/terms.js';
import type { Hedge } from '../words/hedges.js';
import type { Lead } from '../words/texts.js';
import type { ChartPicture } from './charts/chart.js';

/** A source as a slide names it. */
export interface SourceLine {
  id: string;
  /** Its number, the same in every length for one audience. */
  n: number;
  /** Short, for the foot of a slide: `Port Authority, 28 February 2026`. */
  label: string;
  title: string;
  publisher: string;
  issued: string | undefined;
  /** `as cited in …`, where it was read in another source. */
  citedIn: string | undefined;
  url: string | undefined;
  /** Admiralty grade, only where the audience sees full sourcing. */
  grade: string | undefined;
}

/** A statement with all that must stand beside it. */
export interface Row {
  id: string;
  /** Number that opens the text and stands large beside it. */
  lead: Lead | undefined;
  /** Words that stand large beside a text that opens with no number. */
  tag: string | undefined;
  text: string;
  hedges: readonly Hedge[];
  /** Numbers of its sources; empty where the audience sees none. */
  marks: readonly number[];
}

export interface JudgmentRow extends Row {
  by: string;
  likelihood:
    | { word: string; percent: string; scale: readonly { word: string; on: boolean; percent: string }[] }
    | undefined;
  confidence: string | undefined;
  /** The slides that hold the claims it rests on: `slide 3`. */
  basis: readonly string[];
}

/** What stands under the bottom line: a fact, or a judgment. */
export type LeadRow = Row & { judgment: JudgmentRow | undefined };

export interface EventRow extends Row {
  when: string;
  /** How the date is drawn: a point, a span, or hollow for what is not confirmed or not yet. */
  shape: 'point' | 'span' | 'open';
}

export interface TableView {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

interface Frame<K extends SlideKind> {
  kind: K;
  /** Its place in the deck, from 1. */
  number: number;
  /** What it is known by when it has been measured. */
  key: string;
  /** Set closer, since it does not fit otherwise. */
  dense: boolean;
  marking: string;
  kicker: string | undefined;
  /** What opens its foot: the date of the brief, or the scale of its likelihoods. */
  footnote: string | undefined;
  /** Sources of what is on it. */
  foot: readonly SourceLine[];
  /** Seconds, and seconds gone when it ends; both 0 outside the time. */
  seconds: number;
  endsAt: number;
  /** Ids of the items on it. */
  items: readonly string[];
  /** What the speaker says; empty in every edition but the speaker's. */
  notes: readonly string[];
}

export type Slide =
  | (Frame<'title'> & {
      title: string;
      subtitle: string | undefined;
      asOf: string;
      author: string | undefined;
      notice: string | undefined;
    })
  | (Frame<'bottom-line'> & { headline: Row; rows: readonly LeadRow[]; notice: string | undefined })
  | (Frame<'claims'> & { headline: Row; rows: readonly Row[] })
  | (Frame<'big-number'> & { row: Row })
  | (Frame<'chart'> & { headline: Row; subtitle: string | undefined; chart: ChartPicture })
  | (Frame<'quote'> & {
      heading: string;
      row: Row;
      speaker: string;
      role: string | undefined;
      date: string | undefined;
      original: { text: string; language: string } | undefined;
      translated: string | undefined;
      via: string | undefined;
    })
  | (Frame<'timeline'> & { heading: string; rows: readonly EventRow[] })
  | (Frame<'judgments'> & { headline: JudgmentRow; rows: readonly JudgmentRow[] })
  | (Frame<'outlook'> & { heading: string; rows: readonly (Row & { means: string | undefined })[] })
  | (Frame<'people'> & {
      heading: string;
      rows: readonly (Row & { role: string; say: string | undefined })[];
    })
  | (Frame<'sources'> & { heading: string; sources: readonly SourceLine[]; hasGrades: boolean })
  | (Frame<'question'> & { question: string; row: Row })
  | (Frame<'data'> & {
      heading: string;
      subtitle: string | undefined;
      hedges: readonly Hedge[];
      table: TableView;
    });

/** A deck, ready for the templates. */
export interface Deck {
  brief: string;
  audience: string;
  length: string;
  title: string;
  author: string | undefined;
  language: string;
  direction: 'ltr' | 'rtl';
  theme: string;
  /** The brief's own date, for what dates the deck. */
  asOf: string;
  marking: string;
  seconds: number;
  slides: readonly Slide[];
}
