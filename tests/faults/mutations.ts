/**
 * Faults made from real briefs by changing one thing in their data: a digit, a word, a name, a date. Pure: each kind of
 * mutation gives many briefs, and names the rules of which one must find it.
 */
import { parseDate } from '../../src/load/dates.js';
import type { Brief } from '../../src/load/schema.js';
import { PRECISIONS } from '../../src/load/vocabulary.js';
import type { RuleId } from '../../src/rules/registry.js';
import { namesIn } from '../../src/words/names.js';

export interface Mutation {
  /** What was changed, to read in a failure. */
  what: string;
  brief: Brief;
}

export interface MutationKind {
  /** A finding of one of these is of this fault; one of another rule is not. */
  rules: readonly RuleId[];
  /** The share that is caught, at the least. */
  floor: number;
  /** Why the others are not. */
  missed?: string;
  of(brief: Brief): Iterable<Mutation>;
}

type Measure = Brief['measures'][string];
type Quote = Brief['quotes'][number];
type Text = { at: string; text: string; with(text: string): Brief };

function withMeasure(brief: Brief, name: string, change: Partial<Measure>): Brief {
  const measure = brief.measures[name];
  return measure ? { ...brief, measures: { ...brief.measures, [name]: { ...measure, ...change } } } : brief;
}

function changed<T>(list: readonly T[], i: number, change: Partial<T>): T[] {
  return list.map((item, at) => (at === i ? { ...item, ...change } : item));
}

const withQuote = (brief: Brief, i: number, change: Partial<Quote>): Brief => ({
  ...brief,
  quotes: changed(brief.quotes, i, change),
});

/** The texts that are compared with evidence of their own. */
function textsOf(brief: Brief): Text[] {
  const { bottomLine, claims, events, questions } = brief;
  const cites = ({ sources }: { sources: Measure['sources'] }) =>
    sources.some(({ evidence }) => evidence !== undefined);
  const all: (Text & { isCompared: boolean })[] = [
    {
      at: 'bottomLine',
      text: bottomLine.text,
      with: (text) => ({ ...brief, bottomLine: { ...bottomLine, text } }),
      isCompared: cites(bottomLine),
    },
    ...claims.map((claim, i) => ({
      at: claim.id,
      text: claim.text,
      with: (text: string) => ({ ...brief, claims: changed(claims, i, { text }) }),
      isCompared: cites(claim),
    })),
    ...events.map((event, i) => ({
      at: event.id,
      text: event.text,
      with: (text: string) => ({ ...brief, events: changed(events, i, { text }) }),
      isCompared: cites(event),
    })),
    ...questions.map((question, i) => ({
      at: question.id,
      text: question.a,
      with: (a: string) => ({ ...brief, questions: changed(questions, i, { a }) }),
      isCompared: cites(question),
    })),
  ];
  return all.filter(({ isCompared }) => isCompared);
}

/** Every text in which some words are replaced. */
function* reworded(
  brief: Brief,
  words: RegExp,
  by: (found: string) => string | undefined,
): Iterable<Mutation> {
  for (const text of textsOf(brief)) {
    const found = words.exec(text.text);
    const other = found ? by(found[0]) : undefined;
    if (!found || other === undefined) continue;
    const after = text.text.slice(0, found.index) + other + text.text.slice(found.index + found[0].length);
    yield { what: `${text.at}: "${found[0]}" made "${other}"`, brief: text.with(after) };
  }
}

/** Measures with words that hold their number. */
function shownMeasures(brief: Brief): (readonly [string, Measure & { value: number }])[] {
  return Object.entries(brief.measures).flatMap(([name, measure]) => {
    const { value, sources } = measure;
    const isShown = sources.some(({ evidence }) => evidence !== undefined);
    return value !== undefined && isShown ? [[name, { ...measure, value }] as const] : [];
  });
}

function* values(brief: Brief, change: (value: number) => readonly number[]): Iterable<Mutation> {
  for (const [name, { value }] of shownMeasures(brief))
    for (const other of change(value))
      if (other !== value)
        yield { what: `${name}: ${value} made ${other}`, brief: withMeasure(brief, name, { value: other }) };
}

/** The value with each of its digits changed, but those that only fill it up. */
function otherDigits(value: number): number[] {
  const figures = String(value);
  const last = figures.replace(/\.?0+$/, '').length;
  return [...figures].flatMap((digit, i) =>
    /\d/.test(digit) && i < Math.max(1, last)
      ? [Number(figures.slice(0, i) + ((Number(digit) % 9) + 1) + figures.slice(i + 1))]
      : [],
  );
}

function* pairs<T>(items: readonly T[]): Iterable<readonly [T, T]> {
  for (const [i, one] of items.entries()) {
    for (const other of items.slice(i + 1)) yield [one, other];
  }
}

const OTHER_UNITS: Readonly<Record<string, string>> = {
  '%': 'EUR',
  EUR: 'USD',
  USD: 'EUR',
  t: 'kg',
  tonnes: 'kilograms',
  m: 'km',
  km: 'm',
  mm: 'cm',
  metres: 'feet',
  seconds: 'minutes',
  minutes: 'hours',
  hours: 'days',
  days: 'weeks',
  weeks: 'months',
  months: 'years',
  years: 'months',
};

function* dates(brief: Brief, change: (date: string) => readonly string[]): Iterable<Mutation> {
  for (const [i, { id, date, sources }] of brief.events.entries()) {
    if (date === undefined || sources.every(({ evidence }) => evidence === undefined)) continue;
    for (const other of change(date).filter((one) => parseDate(one)))
      yield {
        what: `${id}: ${date} made ${other}`,
        brief: { ...brief, events: changed(brief.events, i, { date: other }) },
      };
  }
}

const TURNED: Readonly<Record<string, string>> = {
  rose: 'fell',
  rise: 'fall',
  rises: 'falls',
  risen: 'fallen',
  raise: 'cut',
  raises: 'cuts',
  increased: 'decreased',
  increasing: 'decreasing',
  grown: 'shrunk',
  grew: 'shrank',
  higher: 'lower',
  more: 'less',
  fell: 'rose',
  fall: 'rise',
  falls: 'rises',
  lower: 'higher',
  less: 'more',
  fewer: 'more',
  before: 'after',
  after: 'before',
};

/** A text without one of its words, at places spread over it. */
function* withoutAWord(text: string): Iterable<string> {
  const words = text.split(' ');
  if (words.length < 3) return;
  for (let i = 1; i < words.length - 1; i += 2) yield words.filter((_, at) => at !== i).join(' ');
}

function* swappedWords(text: string): Iterable<string> {
  const words = text.split(' ');
  for (let i = 0; i + 1 < words.length; i += 3) {
    const [one = '', other = ''] = words.slice(i, i + 2);
    if (one !== other) yield [...words.slice(0, i), other, one, ...words.slice(i + 2)].join(' ');
  }
}

function* quotes(brief: Brief, change: (text: string) => Iterable<string>): Iterable<Mutation> {
  for (const [i, quote] of brief.quotes.entries()) {
    const isHeld = quote.sources.some(
      ({ id, evidence }) => evidence !== undefined || brief.sources[id]?.text,
    );
    if (!isHeld) continue;
    for (const text of change(quote.text))
      if (text !== quote.text)
        yield { what: `${quote.id}: made "${text}"`, brief: withQuote(brief, i, { text }) };
  }
}

const NEGATIVE = / (?:not|never)(?= )|\bcannot\b|\bno(?= \p{L})/iu;

/** Most mutations of a kind that are tried on one brief, spread over all of them. */
const MOST = 10;

/** Those of a kind that are tried on a brief. */
export function mutationsOf(kind: MutationKind, brief: Brief): Mutation[] {
  const all = [...kind.of(brief)];
  const part = (i: number) => Math.floor((i * MOST) / all.length);
  return all.filter((_, i) => all.length <= MOST || i === 0 || part(i) !== part(i - 1));
}

/** Every kind of mutation, by what a reader would call the fault. */
export const MUTATIONS: Readonly<Record<string, MutationKind>> = {
  'a digit of a number changed': {
    rules: ['evidence-number'],
    floor: 1,
    of: (brief) => values(brief, otherDigits),
  },
  'a decimal point moved': {
    rules: ['evidence-number'],
    floor: 1,
    of: (brief) => values(brief, (value) => [value * 10, value / 10]),
  },
  'two numbers swapped': {
    rules: ['evidence-number'],
    floor: 0.95,
    missed: 'both numbers stand in one piece of evidence',
    *of(brief) {
      for (const [[a, one], [b, other]] of pairs(shownMeasures(brief)))
        if (one.value !== other.value)
          yield {
            what: `${a} and ${b}`,
            brief: withMeasure(withMeasure(brief, a, { value: other.value }), b, { value: one.value }),
          };
    },
  },
  'a word of precision dropped ("nearly")': {
    rules: ['evidence-precision', 'evidence-number'],
    floor: 0.8,
    missed: 'the number was rounded by whoever briefs; the evidence has no such word',
    *of(brief) {
      for (const [name, { precision }] of shownMeasures(brief))
        if (precision !== 'exact')
          yield { what: `${name}: ${precision}`, brief: withMeasure(brief, name, { precision: 'exact' }) };
    },
  },
  'a word of precision exchanged': {
    rules: ['evidence-precision', 'evidence-number'],
    floor: 0.85,
    missed: '"about" may be a rounding; a limit in a rule is any of them',
    *of(brief) {
      for (const [name, { precision: own }] of shownMeasures(brief))
        for (const precision of PRECISIONS.filter((one) => one !== own && one !== 'exact'))
          yield { what: `${name}: ${own} made ${precision}`, brief: withMeasure(brief, name, { precision }) };
    },
  },
  'a unit changed': {
    rules: ['evidence-unit', 'unit-missing', 'mixed-units'],
    floor: 0.55,
    missed: 'the evidence, a row of a table or a bare number, has no unit',
    *of(brief) {
      for (const [name, { unit }] of shownMeasures(brief)) {
        const other = OTHER_UNITS[unit] ?? '%';
        yield { what: `${name}: ${unit} made ${other}`, brief: withMeasure(brief, name, { unit: other }) };
      }
    },
  },
  'a date shifted by a year': {
    rules: ['evidence-date', 'future-confirmed'],
    floor: 0.35,
    missed: 'the evidence names no date, or one without its year',
    of: (brief) =>
      dates(brief, (date) => [1, -1].map((by) => date.replace(/\d{4}/, (year) => `${Number(year) + by}`))),
  },
  'a date shifted by a month or a day': {
    rules: ['evidence-date', 'future-confirmed'],
    floor: 0.6,
    missed: 'the evidence names no day, or the one on which the report appeared',
    of: (brief) =>
      dates(brief, (date) =>
        /^\d{4}-\d{2}(?:-\d{2})?$/.test(date)
          ? [date.replace(/\d{2}$/, (last) => String((Number(last) % 12) + 1).padStart(2, '0'))]
          : [],
      ),
  },
  'a year in a text changed': {
    rules: ['unheld-number'],
    floor: 0.9,
    missed: 'the evidence holds the other year too',
    of: (brief) => reworded(brief, /(?<!\d)(?:19|20)\d{2}(?!\d)/, (year) => String(Number(year) + 7)),
  },
  'a number typed in place of its measure': {
    rules: ['typed-number', 'unheld-number'],
    floor: 0.95,
    missed: 'the unit is a phrase that is no noun',
    of: (brief) =>
      reworded(brief, /\{\w+\}/, (name) => {
        const { value, unit } = brief.measures[name.slice(1, -1)] ?? {};
        return value === undefined || unit === undefined ? undefined : `${value} ${unit}`;
      }),
  },
  'a measure exchanged for another': {
    rules: ['unit-missing', 'evidence-number'],
    floor: 0.75,
    missed: 'the evidence of the statement holds both numbers, or none',
    of: (brief) => {
      const names = Object.keys(brief.measures);
      return reworded(brief, /\{\w+\}/, (name) => {
        const other = names[(names.indexOf(name.slice(1, -1)) + 1) % names.length];
        return other === undefined || `{${other}}` === name ? undefined : `{${other}}`;
      });
    },
  },
  '"not" put in': {
    rules: ['drift'],
    floor: 0.75,
    missed: 'the evidence has a negation, of something else',
    of: (brief) =>
      reworded(
        brief,
        /(?<= )(?:is|are|was|were|has|have|had|will|can|could|may|would)(?= )/,
        (verb) => `${verb} not`,
      ),
  },
  '"not" dropped': {
    rules: ['drift'],
    floor: 0.2,
    missed:
      'the statement is of what a source does not say, or its evidence says the negation in other words',
    of: (brief) => reworded(brief, NEGATIVE, (word) => (word === 'cannot' ? 'can' : '')),
  },
  '"may", "could" or "reportedly" dropped': {
    rules: ['drift'],
    floor: 0.25,
    missed: 'the statement has a status or a caveat that leaves it open',
    of: (brief) =>
      reworded(brief, / (?:may|might|could|reportedly|allegedly|appears? to|likely)(?= )/i, () => ''),
  },
  '"some" made "all"': {
    rules: ['drift'],
    floor: 0.9,
    missed: 'the evidence has an "all" of its own',
    of: (brief) => reworded(brief, /\b(?:some|several|many|most|part|two|three)(?= )/i, () => 'all'),
  },
  '"only" put in': {
    rules: ['drift'],
    floor: 0.9,
    missed: 'the evidence has an "only" of its own',
    of: (brief) => reworded(brief, /(?<= )(?:in|by|for|to|of)(?= )/, (word) => `only ${word}`),
  },
  'up made down, or before made after': {
    rules: ['drift'],
    floor: 0.4,
    missed:
      'the evidence has both directions, or other words; the order of two happenings can be told from either',
    of: (brief) =>
      reworded(brief, new RegExp(`\\b(?:${Object.keys(TURNED).join('|')})\\b`), (word) => TURNED[word]),
  },
  'a name exchanged for another': {
    rules: ['drift'],
    floor: 0.65,
    missed: 'the other name stands in the evidence or in the publisher’s name too',
    *of(brief) {
      const isName = (name: string) => /^\p{Lu}\p{Ll}{3,}/u.test(name);
      const texts = textsOf(brief).map((text) => ({
        ...text,
        names: namesIn(text.text).filter((name) => isName(name) && text.text.indexOf(name) > 0),
      }));
      const known = [...new Set(texts.flatMap(({ names }) => names))].sort();
      for (const { at, text, names, with: make } of texts) {
        const [name] = names;
        const other = known.find((one) => !text.includes(one) && name !== undefined && one > name);
        if (name !== undefined && other !== undefined)
          yield { what: `${at}: ${name} made ${other}`, brief: make(text.replace(name, other)) };
      }
    },
  },
  'a status raised to confirmed': {
    rules: ['drift', 'surer-than-measure', 'surer-than-source', 'future-confirmed'],
    floor: 0.3,
    missed: 'the source is graded probably true; who says so stands in no evidence',
    *of(brief) {
      const sure = { status: 'confirmed', attribution: undefined, caveat: undefined } as const;
      for (const [i, { id, status }] of brief.claims.entries())
        if (status !== 'confirmed')
          yield { what: `${id}: ${status}`, brief: { ...brief, claims: changed(brief.claims, i, sure) } };
      for (const [i, { id, status }] of brief.events.entries())
        if (status !== 'confirmed')
          yield { what: `${id}: ${status}`, brief: { ...brief, events: changed(brief.events, i, sure) } };
    },
  },
  'a word of a quote dropped': {
    rules: ['quote-verbatim'],
    floor: 0.85,
    missed: 'the evidence is a part of the quote, and no text is archived',
    of: (brief) => quotes(brief, withoutAWord),
  },
  'two words of a quote swapped': {
    rules: ['quote-verbatim'],
    floor: 0.85,
    missed: 'the evidence is a part of the quote, and no text is archived',
    of: (brief) => quotes(brief, swappedWords),
  },
  'the speakers of two quotes swapped': {
    rules: ['speaker'],
    floor: 0.1,
    missed: 'no evidence names a speaker, and no text is archived',
    *of(brief) {
      for (const [[i, one], [n, other]] of pairs([...brief.quotes.entries()]))
        if (one.speaker !== other.speaker)
          yield {
            what: `${one.id} and ${other.id}`,
            brief: withQuote(withQuote(brief, i, { speaker: other.speaker }), n, { speaker: one.speaker }),
          };
    },
  },
  'a word of archived evidence dropped': {
    rules: ['evidence-missing'],
    floor: 1,
    *of(brief) {
      for (const [i, claim] of brief.claims.entries())
        for (const [n, ref] of claim.sources.entries()) {
          if (ref.evidence === undefined || brief.sources[ref.id]?.text === undefined) continue;
          for (const evidence of [...withoutAWord(ref.evidence)].slice(0, 2))
            yield {
              what: `${claim.id}: made "${evidence}"`,
              brief: {
                ...brief,
                claims: changed(brief.claims, i, { sources: changed(claim.sources, n, { evidence }) }),
              },
            };
        }
    },
  },
};
