/**
 * What a template gets: everything a slide shows, already in words. Each kind of slide adds its own fields in its file;
 * a field that may be absent is always there, as `undefined`, so that a misspelt one is an error.
 */
import type { Marking } from '../load/vocabulary.js';
import type { Hedge } from '../words/hedges.js';
import type { Lead } from '../words/texts.js';

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

/** A link to a slide of the same deck. */
export interface SlideLink {
  /** Number of the slide. */
  n: number;
  /** What is there: `If asked: slide 9`. */
  label: string;
}

/** A statement with all that must stand beside it. */
export interface Row {
  id: string;
  /** Number that opens the text and stands large beside it. */
  lead: Lead | undefined;
  /** Words that stand large beside a text that opens with no number. */
  tag: string | undefined;
  text: string;
  /** How sure, who says so, what limits it: must be shown. */
  hedges: readonly Hedge[];
  /** Numbers of its sources; empty where the audience sees none. */
  marks: readonly number[];
  /** The backup slides that it has in this deck: its questions, the data of its chart. */
  backup: readonly SlideLink[];
}

export interface JudgmentRow extends Row {
  /** Whose it is. */
  by: string;
  /** The word, its percentages, and the seven steps of the scale with the one that is meant. */
  likelihood:
    | { word: string; percent: string; scale: readonly { word: string; on: boolean; percent: string }[] }
    | undefined;
  /** How sure whoever judged is. */
  confidence: string | undefined;
  /** The slides that hold the claims it rests on: `slide 3`. */
  basis: readonly string[];
}

/** What stands under the bottom line: a fact, or a judgment. */
export interface LeadRow extends Row {
  /** The judgment, where it is one: shown by its own fields. */
  judgment: JudgmentRow | undefined;
}

export interface EventRow extends Row {
  /** The date, as precise as it is known. */
  when: string;
  /** How the date is drawn: a point, a span, or hollow for what is not confirmed or not yet. */
  shape: 'point' | 'span' | 'open';
}

/** A picture, with what must stand beside it. */
export interface ImageView {
  /** The address of what is drawn. */
  src: string;
  alt: string;
  /** Who made it, and under which licence. */
  credit: string;
  /** What is marked on it: a number, a name, and per cent from the left and from the top. */
  places: readonly { n: number; name: string; x: number; y: number }[];
}

/** One side of a comparison. */
export interface Column {
  title: string;
  rows: readonly Row[];
}

/** The fields that every slide has. */
export interface Frame<K extends string = string> {
  kind: K;
  /** Its place in the deck, from 1. */
  number: number;
  /** What it is known by when it has been measured. */
  key: string;
  /** Whether anything on it was drafted by program and not reviewed: the slide says so. */
  unreviewed: boolean;
  /** Set closer, since it does not fit otherwise. */
  dense: boolean;
  /** `TLP:CLEAR`, of what is on it. */
  marking: string;
  /** A few words above the headline: the topic, or what the slide is. */
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

/** A finding as a draft lists it. */
export interface FindingLine {
  rule: string;
  /** The part of the brief, or the slide; empty where it is of neither. */
  where: string;
  message: string;
  /** The length whose deck it is of, where it is not of all. */
  length: string | undefined;
}

/** What a draft lists as found, and the highest marking that any of it may have. */
export interface OpenFindings {
  lines: readonly FindingLine[];
  marking: Marking;
}

/** Sources by id, numbered in the order in which the longest deck of an audience shows them. */
export type Numbering = ReadonlyMap<string, SourceLine>;
