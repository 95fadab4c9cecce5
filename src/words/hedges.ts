/** What must stand beside a statement: how sure it is, who says so, what limits it. A hedge cannot be cut. */

import type { SourceRef } from '../load/fields.js';
import { fill } from '../load/locale.js';
import { placeholdersOf } from '../load/placeholders.js';
import type { Status } from '../load/vocabulary.js';
import { formatCount, formatMeasure } from './numbers.js';
import { latestOf, rivalsBeside, spreadOf } from './rivals.js';
import { capitalise, inVocabulary, joinSentences, toWords, type Wording } from './texts.js';

/** One hedge in words: `Estimate`, `South Korean lawmakers`, `not independently verified`. */
export interface Hedge {
  /** Absent where the status is confirmed: that needs no label. */
  status: string | undefined;
  attribution: string | undefined;
  caveat: string | undefined;
  /** Attribution and caveat in one: what stands after the status. */
  detail: string;
  /** The number or numbers it is about, with a colon, where a statement has several hedges. */
  of: string | undefined;
}

interface Statement {
  status?: Status;
  attribution?: string | undefined;
  caveat?: string | undefined;
  /** What a chart draws, each with a status of its own where it has one. */
  data?: readonly Labelled[] | undefined;
}

/** A value that is drawn, with how sure it is. */
export interface Labelled {
  label: string;
  status?: Status | undefined;
  attribution?: string | undefined;
  caveat?: string | undefined;
}

/** Names of the measures in some texts, each once, in order. */
export function measuresIn(...texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.flatMap((text) => placeholdersOf(text ?? '')))];
}

/** The hedges of a statement and of the measures in it, alike ones once. */
export function hedgesOf(statement: Statement, measures: readonly string[], wording: Wording): Hedge[] {
  const hedges: (Omit<Hedge, 'detail' | 'of'> & { kind: Status; of: string[] | undefined })[] = [];
  const add = (from: Statement, of: string | undefined, beside: readonly string[] = []) => {
    const { status = 'confirmed', attribution, caveat } = from;
    const caveats = [words(caveat, wording) ?? [], beside].flat();
    if (status === 'confirmed' && attribution === undefined && caveats.length === 0) return;
    const same = hedges.find((h) => h.kind === status && h.attribution === words(attribution, wording));
    if (!same) {
      hedges.push({
        kind: status,
        status: status === 'confirmed' ? undefined : wording.locale.statuses[status],
        attribution: words(attribution, wording),
        caveat: caveats.length === 0 ? undefined : joinSentences(caveats, wording.locale),
        of: of === undefined ? undefined : [of],
      });
      return;
    }
    // What holds for the whole statement holds for its numbers; what holds for one number now holds for two.
    if (of !== undefined && same.of?.includes(of) === false) same.of.push(of);
    for (const one of caveats)
      if (!same.caveat?.includes(one)) same.caveat = joinSentences([same.caveat, one], wording.locale);
  };
  add(statement, undefined);
  const labels = new Set<string>();
  for (const { label, status, attribution, caveat } of statement.data ?? []) {
    if (status === undefined || status === 'confirmed') continue;
    add({ status, attribution: attribution ?? statement.attribution, caveat }, label);
    labels.add(label);
  }
  for (const name of measures) {
    const measure = wording.measures[name];
    if (measure) add(measure, formatMeasure(measure, wording.locale), besideMeasure(name, measures, wording));
  }
  // A number that is alone needs no name; one of several that are drawn does.
  const { colon } = wording.locale.words;
  const isPlain = hedges.length === 1 && labels.size === 0;
  const list = new Intl.ListFormat(wording.locale.language);
  return hedges.map(({ kind: _, of, ...hedge }) => ({
    ...hedge,
    detail: joinSentences([hedge.attribution, hedge.caveat], wording.locale),
    of: isPlain || of === undefined ? undefined : list.format(few(of, wording)) + colon.trimEnd(),
  }));
}

/** What must stand beside a measure of a statement: that it is superseded, and the spread of its rivals. */
function besideMeasure(name: string, named: readonly string[], wording: Wording): string[] {
  const spreads = rivalsBeside(named, wording).flatMap(({ question, measures }) => {
    const spread = measures.includes(name) && spreadOf(measures, wording.measures, wording.locale);
    if (!spread) return [];
    const words = capitalise(spread, wording.locale.language);
    // One number of several is told from the others by the question that it answers.
    return named.length === 1
      ? [words]
      : [joinSentences([inVocabulary(question, wording), words], wording.locale)];
  });
  return [computedWords(name, wording), supersededWords(name, wording) ?? [], spreads].flat();
}

/** `Computed from about 600 and about 4,700`, of a measure that is, and what limits those. */
function computedWords(name: string, wording: Wording): string[] {
  const { measures, locale } = wording;
  const inputs = measuresIn(measures[name]?.derived).flatMap((input) => measures[input] ?? []);
  if (inputs.length === 0) return [];
  const values = inputs.map((input) => formatMeasure(input, locale));
  const list = new Intl.ListFormat(locale.language).format(new Set(values));
  return [
    fill(locale.words.computed, { values: list }),
    ...new Set(inputs.flatMap(({ caveat }) => words(caveat, wording) ?? [])),
  ];
}

/** `Superseded by about 600`, of a measure that is. */
export function supersededWords(name: string, { measures, locale }: Wording): string | undefined {
  const latest = measures[latestOf(name, measures) ?? ''];
  return latest && fill(locale.words.superseded, { value: formatMeasure(latest, locale) });
}

/** Most names of what a hedge is about. */
const MOST_NAMES = 4;

function few(names: readonly string[], { locale }: Wording): readonly string[] {
  if (names.length <= MOST_NAMES) return names;
  return [...names.slice(0, MOST_NAMES - 1), formatCount('others', names.length - MOST_NAMES + 1, locale)];
}

/** A hedge as it is spoken or written in one line: `Estimate: South Korean lawmakers. Not verified`. */
export function hedgeText({ of, status, detail }: Hedge, { locale }: Wording): string {
  const { colon } = locale.words;
  const what = [status, detail].filter((part) => part !== undefined && part !== '').join(colon);
  return of === undefined ? what : of + colon.slice(colon.trimEnd().length) + what;
}

/** Sources of a statement and of the measures in it, each once, the statement's own first. */
export function sourcesOf(
  own: readonly SourceRef[],
  measures: readonly string[],
  wording: Wording,
): SourceRef[] {
  const all = [...own, ...measures.flatMap((name) => wording.measures[name]?.sources ?? [])];
  return all.filter((ref, i) => all.findIndex((other) => other.id === ref.id) === i);
}

function words(text: string | undefined, wording: Wording): string | undefined {
  return text === undefined ? undefined : toWords(text, wording);
}
