/** A rule, and how what it checks and finds is told. What checks a rule depends on this file, not on the list of all rules. */
import type { LoadedBrief } from '../load/load.js';
import type { PlannedDeck } from '../pipeline/family.js';
import type { SourceTexts } from './brief/source-text.js';

export type Severity = 'off' | 'warn' | 'error';

export interface Rule<Id extends string = string> {
  /** Stable: it stands in settings and certificates. */
  id: Id;
  /** What it is, unless a call says otherwise. */
  severity: Severity;
  /** What it asks for, in a sentence. */
  asks: string;
  /** It keeps from an audience what is not for it: what falls short of it stops a draft as well. */
  stopsDrafts?: true;
}

/** Something that falls short of a rule. */
export interface Finding<Id extends string = string> {
  rule: Id;
  message: string;
  hint: string;
  /** In the brief, from its root. */
  path?: readonly PropertyKey[] | undefined;
  /** In a deck: `public-short`. */
  deck?: string | undefined;
  /** Number of the slide. */
  slide?: number | undefined;
  /** Of the slide, as CSS would name it, or of the output folder. */
  element?: string | undefined;
}

/** Where the checks of some rules are counted, and what they find is told. */
export interface Log<Id extends string> {
  count(rule: Id, count?: number): void;
  find(finding: Finding<Id>): void;
}

/** A brief, whole or as far as an audience may see it, and what is beside it. */
export interface BriefToCheck extends Pick<LoadedBrief, 'brief' | 'archives' | 'tables'> {
  /** The brief that this one translates; itself where it is no translation. */
  original: LoadedBrief['brief'];
  /** The archived texts, made comparable. */
  texts: SourceTexts;
}

/** Rules that need nothing but the brief. One reading may be for several of them. */
export interface BriefCheck<Id extends string = string> {
  check(brief: BriefToCheck, log: Log<Id>): void;
}

/** Rules that hold the decks of one brief for one audience, shortest first, to each other. */
export interface FamilyCheck<Id extends string = string> {
  check(family: readonly PlannedDeck[], log: Log<Id>, said: SaidNumbers): void;
}

/** What an item says in a deck. */
export interface Said {
  saying: string;
  /** Figures of acronyms that are spelt out for one audience and not for another: `7` of `Group of 7 nations (G7)`. */
  spelt: readonly string[];
  deck: string;
}

/** What items say in the decks that were compared so far, by language and item: numbers are everybody's. */
export type SaidNumbers = Map<string, Said>;
