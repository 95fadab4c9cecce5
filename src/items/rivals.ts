/** Rivals: measures that answer one question differently, side by side. Their spread is the headline. */
import { z } from 'zod';
import { common, id, list, prose, reference } from '../load/fields.js';
import { fill } from '../load/locale.js';
import { formatDate } from '../words/dates.js';
import { supersededWords } from '../words/hedges.js';
import { formatMeasure } from '../words/numbers.js';
import { currentOf, spreadOf } from '../words/rivals.js';
import { capitalise, inVocabulary, joinSentences, toWords, type Wording } from '../words/texts.js';
import { type ItemOf, itemKind } from './item.js';
import { said } from './spoken.js';

const schema = z
  .strictObject({
    id,
    question: prose.describe('What they all answer: "How many died?"'),
    measures: list(reference('measure', true))
      .min(2)
      .max(8)
      .describe('Names of measures of one unit, two to eight. Who may see fewer than two sees none of this.'),
    ...common,
  })
  .describe('Measures that answer one question differently. None of them is shown without their spread.');

export type Rivals = z.output<typeof schema>;
export type RivalsItem = ItemOf<'rivals', Rivals>;

/** One of some rivals in words. */
export interface RivalWords {
  measure: string;
  value: string;
  status: string;
  isSuperseded: boolean;
  /** Who says so; whoever published it, where nobody is named. */
  by: string | undefined;
  /** The date that it holds for. */
  when: string | undefined;
  /** That it is superseded, and what limits it. */
  note: string;
}

/** What some rivals come to: their spread, the one that is left of them, or else the question itself. */
export function rivalsHeadline({ question, measures: names }: Rivals, wording: Wording): string {
  const { measures, locale } = wording;
  const [first] = currentOf(names, measures).flatMap((name) => measures[name] ?? []);
  const one = first && formatMeasure(first, locale);
  const spread = spreadOf(names, measures, locale);
  return capitalise(spread ?? one ?? inVocabulary(question, wording), locale.language);
}

/** Some rivals in words, in the order of the brief, those that are superseded last. */
export function rivalsInWords({ measures: names }: Rivals, wording: Wording): RivalWords[] {
  const { measures, locale } = wording;
  const rivals = names.flatMap((name): RivalWords[] => {
    const measure = measures[name];
    if (!measure) return [];
    const { attribution, asOf, caveat, status, supersededBy } = measure;
    return [
      {
        measure: name,
        value: capitalise(formatMeasure(measure, locale), locale.language),
        status: locale.statuses[status],
        isSuperseded: supersededBy !== undefined,
        by: attribution === undefined ? undefined : toWords(attribution, wording),
        when: asOf === undefined ? undefined : formatDate(asOf, locale),
        note: joinSentences(
          [supersededWords(name, wording), caveat === undefined ? undefined : toWords(caveat, wording)],
          locale,
        ),
      },
    ];
  });
  return [...rivals.filter((one) => !one.isSuperseded), ...rivals.filter((one) => one.isSuperseded)];
}

export const rivals = itemKind({
  type: 'rivals',
  list: 'rivals',
  schema,
  precedence: 25,
  part: 'story',
  slide: 'rivals',
  arranged: 'alone',
  shown: ({ question }) => ({ texts: [], named: [question] }),
  spoken(data, { says: [question] }, wording) {
    const { words } = wording.locale;
    const rows = rivalsInWords(data, wording).map(({ value, status, by, when, note }) => {
      const date = when === undefined ? undefined : fill(words.asOf, { date: when });
      const all = [value, by, status, date].filter((part) => part !== undefined);
      return joinSentences([all.join(words.comma), note], wording.locale);
    });
    return said(wording, question, rivalsHeadline(data, wording), ...rows);
  },
  longRows: ({ measures }) => measures.length,
  statement: ({ data }, _, wording) => ({
    texts: [
      inVocabulary(data.question, wording),
      rivalsHeadline(data, wording),
      ...rivalsInWords(data, wording).flatMap(({ value, status, by, when, note }) =>
        [value, status, by, when, note].flatMap((part) => part || []),
      ),
    ],
    hedges: [],
  }),
});
