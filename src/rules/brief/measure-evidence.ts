/** The number of a measure and its word of precision, against the words that are to say them. */
import type { Measure } from '../../load/schema.js';
import { type Amount, amountsIn, isAmount } from '../../words/amounts.js';
import type { BriefCheck, Log, Rule } from '../rule.js';
import type { Path } from './statements.js';

export const evidenceNumber = {
  id: 'evidence-number',
  severity: 'error',
  asks: 'The number of a measure is the number of its evidence.',
  check({ brief }, log) {
    for (const [name, measure] of Object.entries(brief.measures)) {
      measure.sources.forEach(({ evidence }, i) => {
        if (evidence !== undefined) checkNumber(measure, evidence, ['measures', name, 'sources', i], log);
      });
    }
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
  const wanted = measure.range ?? [measure.value ?? Number.NaN];
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
  const said = found.find((amount): amount is Amount => amount?.precision !== undefined)?.precision;
  if (said === undefined || said === measure.precision || measure.range !== undefined) return;
  log.find({
    rule: 'evidence-precision',
    path,
    message: `is "${measure.precision}", and its evidence says "${said}": "${evidence}"`,
    hint: `Make the precision "${said}".`,
  });
}
