/** The number of a measure and its word of precision, against the words that are to say them. */
import type { Measure } from '../../load/schema.js';
import { amountsIn, isAmount } from '../../words/amounts.js';
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
  const said = found.find((amount) => amount !== undefined && amount.precisions.length > 0);
  if (!said || said.precisions.includes(measure.precision) || measure.range !== undefined) return;
  if (measure.precision === 'exact' && LIMITS.test(`${said.before} … ${said.after}`)) return;
  log.find({
    rule: 'evidence-precision',
    path,
    message: `is "${measure.precision}", and its evidence says "${said.precisions.join('" or "')}": "${evidence}"`,
    hint: `Make the precision "${said.precisions[0]}".`,
  });
}

/** Words of a rule, in which "over 1,020 tonnes" is a limit and not how exactly the number is known. */
const LIMITS =
  /(?<!\p{L})(?:needs?|must|shall|requires?|required|(?:is|are) (?:subject to|exempt|banned|prohibited|forbidden|allowed|permitted|eligible|taxed)|may not|limits?|licen[cs]es?|permits?|müssen|muss|dürfen|darf|benötigen|bedürfen|doivent|doit|exigent|interdits?|deben|debe|requieren|requiere|prohibid[oa]s?|повинні|мають|потребують|заборонен[оі]|يجب|تتطلب|يتطلب|يحظر)(?!\p{L})|해야|필요|금지|必须|須|需要|不得|禁止/iu;
