/** Numbers of an article that a brief keeps as measures: those with a unit, or with a noun that they count. */
import { fold } from '../../core/fold.js';
import { readUnit } from '../../load/units.js';
import type { Precision } from '../../load/vocabulary.js';
import { type Amount, amountsIn } from '../../words/amounts.js';
import { precisionOf } from '../../words/precision-words.js';
import type { Sentence, Span, Token } from '../analyse/article.js';
import { unitAround } from './unit.js';

export interface FoundMeasure {
  readonly value: number;
  readonly unit: string;
  readonly precision: Precision;
  /** The words that the measure stands for in a text: with its unit, where that is read with it, and its precision. */
  readonly at: Span;
  readonly sentence: Sentence;
}

/** A number from here on is worth a measure though it is written in words. */
const LARGE = 1000;
const NOT_BEFORE =
  /(?:\p{L}-?|[-/:#№§.]|\b(?:no|nos|number|part|chapter|page|section|article|version|phase|level|grade|channel|room|flight|route|highway|unit|item|figure|table|volume)\.? )$/iu;
const NOT_AFTER = /^(?:\p{L}|[-–/:]\d|-\p{L}|:\d|(?:st|nd|rd|th)\b| ?[ap]\.?m\b)/u;
const YEAR = /^(?:1[5-9]|20)\d\d$/u;
const EXCEEDS = /\bexceed(?:s|ed|ing)? ?$/iu;
const BELOW = /\b(?:fewer than|less than|under|below) ?$/iu;

/** The measures of a sentence; `dates` are what its dates take. */
export function measuresIn(sentence: Sentence, dates: readonly Span[]): FoundMeasure[] {
  const folded = fold(sentence.text);
  // Where folding has changed places, a number has none that is known.
  if (folded.length !== sentence.text.length) return [];
  const found: FoundMeasure[] = [];
  for (const amount of amountsIn(sentence.text)) {
    const measure = measureOf(amount, sentence);
    if (!measure || isIn(measure.at, dates) || found.some((one) => isIn(measure.at, [one.at]))) continue;
    found.push(measure);
  }
  return found;
}

function measureOf(amount: Amount, sentence: Sentence): FoundMeasure | undefined {
  const { text, at, before, after, values } = amount;
  const [value] = values;
  const end = at + text.length;
  if (value === undefined || sentence.text.slice(at, end) !== fold(text)) return undefined;
  if (NOT_BEFORE.test(before) || NOT_AFTER.test(after)) return undefined;
  if (!/\d/.test(text) && value < LARGE) return undefined;
  const said = precisionOf(before, after);
  if (EXCEEDS.test(before) || BELOW.test(before)) return undefined;
  const unit = unitAround(sentence.text, at, end + said.after, nounsAfter(sentence, end + said.after), {
    isSure: value >= 100 || said.precisions.length > 0,
  });
  if (!unit) return undefined;
  // A year before a name: "the 2015 Customer Experience Index rankings".
  if (YEAR.test(text) && !sentence.text.slice(end).startsWith(` ${unit.name}`)) return undefined;
  const isRead = readUnit(unit.name) !== undefined;
  const start = Math.min(isRead ? unit.start : at, said.before > 0 ? at - said.before : at);
  const stop = isRead ? Math.max(unit.end, end) : end + said.after;
  return {
    value,
    unit: unit.name,
    precision: said.precisions.at(-1) ?? 'exact',
    at: { start: sentence.start + start, end: sentence.start + stop },
    sentence,
  };
}

function nounsAfter({ tokens, start }: Sentence, at: number): readonly Token[] {
  const from = tokens.findIndex((token) => token.start >= start + at);
  return from < 0 ? [] : tokens.slice(from, from + 6);
}

function isIn({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => start < span.end && end > span.start);
}
