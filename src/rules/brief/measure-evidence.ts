/** The number of a measure and its word of precision, against the words that are to say them. */
import { fillPlaceholders, placeholdersOf } from '../../load/placeholders.js';
import type { Brief, Measure } from '../../load/schema.js';
import type { Precision } from '../../load/vocabulary.js';
import { type Amount, amountsIn, isAmount } from '../../words/amounts.js';
import type { BriefCheck, Log, Rule } from '../rule.js';
import { type Path, type StatedText, statedTexts } from './statements.js';

export const evidenceNumber = {
  id: 'evidence-number',
  severity: 'error',
  asks: 'The number of a measure is the number of its evidence.',
  check({ brief }, log) {
    for (const [name, measure] of Object.entries(brief.measures)) {
      // The evidence of a derived measure holds the numbers that it is computed from.
      if (measure.derived !== undefined) continue;
      measure.sources.forEach(({ evidence }, i) => {
        if (evidence !== undefined) checkNumber(measure, evidence, ['measures', name, 'sources', i], log);
      });
    }
    for (const stated of statedTexts(brief)) checkNamed(stated, brief, log);
  },
} as const satisfies Rule & BriefCheck<Id>;

/** Checked with the number. */
export const evidencePrecision = {
  id: 'evidence-precision',
  severity: 'error',
  asks: 'A measure is as precise as its evidence says.',
} as const satisfies Rule;

type Id = 'evidence-number' | 'evidence-precision';

function checkNumber(measure: Measure, evidence: string, path: Path, log: Log<Id>): void {
  log.count('evidence-number');
  const amounts = amountsIn(evidence);
  const wanted = valuesOf(measure);
  const found = wanted.map((value) => amounts.find((amount) => isAmount(value, measure.precision, amount)));
  if (found.some((amount) => amount === undefined)) {
    log.find({
      rule: 'evidence-number',
      path,
      message: `${wanted.join(' to ')} is not the number of its evidence: "${evidence}"`,
      hint:
        amounts.length > 0
          ? `It says ${amounts.map((amount) => amount.text).join(', ')}.`
          : 'Give words that hold the number.',
    });
    return;
  }
  log.count('evidence-precision');
  const said = found.find((amount) => amount !== undefined && amount.precisions.length > 0);
  if (measure.range !== undefined || said?.precisions.includes(measure.precision)) return;
  if (!said) {
    if (!BOUNDS.has(measure.precision) || BOUND.test(evidence)) return;
    log.find({
      rule: 'evidence-precision',
      path,
      message: `is "${measure.precision}", which its evidence does not say: "${evidence}"`,
      hint: 'Make the precision "exact", or "about" for a number that you round; or cite the words that say it.',
    });
    return;
  }
  if (measure.precision === 'exact' && LIMITS.test(`${said.before} … ${said.after}`)) return;
  log.find({
    rule: 'evidence-precision',
    path,
    message: `is "${measure.precision}", and its evidence says "${said.precisions.join('" or "')}": "${evidence}"`,
    hint: `Make the precision "${said.precisions[0]}".`,
  });
}

/** Measures that a text names, where its evidence holds a number that is none of them, nor one of the text's own. */
function checkNamed({ text, path, sources }: StatedText, brief: Brief, log: Log<Id>): void {
  const names = placeholdersOf(text);
  if (names.length === 0) return;
  const measures = names.map((name) => brief.measures[name]);
  const inputs = measures.flatMap((measure) => placeholdersOf(measure?.derived ?? ''));
  const held = [...measures, ...inputs.map((name) => brief.measures[name])].filter(
    (one) => one !== undefined,
  );
  const own = amountsIn(fillPlaceholders(text, () => ' ; ')).flatMap(({ values }) => values);
  const amounts = sources
    .flatMap(({ evidence }) => amountsIn(evidence ?? ''))
    .filter(({ text, values }) => !IS_YEAR.test(text) && !values.some((value) => own.includes(value)));
  const isOf = (measure: Measure, amount: Amount) =>
    valuesOf(measure).some((value) => isAmount(value, measure.precision, amount));
  const others = amounts.filter((amount) => !held.some((measure) => isOf(measure, amount)));
  if (amounts.length === 0) return;
  log.count('evidence-number');
  const lost = names.filter((_, i) => {
    const measure = measures[i];
    return (
      measure !== undefined &&
      measure.derived === undefined &&
      !amounts.some((amount) => isOf(measure, amount))
    );
  });
  if (others.length === 0 || lost.length === 0) return;
  log.find({
    rule: 'evidence-number',
    path,
    message: `names {${lost.join('}, {')}}, and its evidence says ${others.map(({ text }) => text).join(', ')}`,
    hint: 'Name the measure that the evidence holds, or cite the words that hold this one.',
  });
}

const valuesOf = ({ range, value }: Measure): readonly number[] => range ?? [value ?? Number.NaN];

const IS_YEAR = /^(?:1[5-9]|20)\d{2}$/;

/** Precisions that say on which side of the number the truth is. */
const BOUNDS: ReadonlySet<Precision> = new Set(['at-least', 'at-most', 'nearly', 'over']);

/** Words that say so, wherever they stand. */
const BOUND =
  /exceed|surpass|record|least|most|maximum|minimum|\b(?:up to|over|above|below|under|within|almost|nearly|close|some|than|or more|or less|or fewer|approach\w*|reach\w*|limit\w*|as (?:many|much|few) as)\b|\p{Script=Hangul}|\p{Script=Han}|[+<>≤≥~]/iu;

/** Words of a rule, in which "over 1,020 tonnes" is a limit and not how exactly the number is known. */
const LIMITS =
  /(?<!\p{L})(?:needs?|must|shall|requires?|required|(?:is|are) (?:subject to|exempt|banned|prohibited|forbidden|allowed|permitted|eligible|taxed)|may not|limits?|licen[cs]es?|permits?|müssen|muss|dürfen|darf|benötigen|bedürfen|doivent|doit|exigent|interdits?|deben|debe|requieren|requiere|prohibid[oa]s?|повинні|мають|потребують|заборонен[оі]|يجب|تتطلب|يتطلب|يحظر)(?!\p{L})|해야|필요|금지|必须|須|需要|不得|禁止/iu;
