/** The unit of a measure, against the unit that its evidence writes beside the number. */
import type { Measure } from '../../load/schema.js';
import { readUnit } from '../../load/units.js';
import { type Amount, amountsIn, isAmount } from '../../words/amounts.js';
import { currencyBeside } from '../../words/currencies.js';
import { otherUnit, saysUnit } from '../../words/own-unit.js';
import type { UnitWords } from '../../words/units.js';
import type { BriefCheck, Rule } from '../rule.js';

export const evidenceUnit = {
  id: 'evidence-unit',
  severity: 'error',
  asks: 'The unit of a measure is the unit of its evidence.',
  check({ brief, original }, log) {
    const words: UnitWords = { language: original.language, units: {} };
    for (const [name, measure] of Object.entries(brief.measures)) {
      if (measure.derived !== undefined) continue;
      const wanted = measure.range ?? [measure.value ?? Number.NaN];
      measure.sources.forEach(({ evidence }, i) => {
        if (evidence === undefined) return;
        const amounts = amountsIn(evidence).filter((amount) =>
          wanted.some((value) => isAmount(value, measure.precision, amount)),
        );
        if (amounts.length === 0) return;
        log.count('evidence-unit');
        const others = amounts.map((amount) => unitBeside(amount, original.measures[name] ?? measure, words));
        const [other] = others;
        if (other === undefined || others.includes(undefined)) return;
        log.find({
          rule: 'evidence-unit',
          path: ['measures', name, 'unit'],
          message: `is "${measure.unit}", and its evidence says "${other}" (source ${i + 1}): "${evidence}"`,
          hint: `Make the unit "${other}", or cite the words that hold the number in "${measure.unit}".`,
        });
      });
    }
  },
} as const satisfies Rule & BriefCheck<'evidence-unit'>;

/** The unit that stands beside an amount and is not that of the measure. */
function unitBeside(
  { before, text, after }: Amount,
  { unit }: Measure,
  words: UnitWords,
): string | undefined {
  const whole = before + text + after;
  const [from, to] = [before.length, before.length + text.length];
  if (readUnit(unit) && saysUnit(whole, from, to, unit, words)) return undefined;
  return currencyBeside(before, after) ?? otherUnit(whole, to, unit, words) ?? nounFor(unit, after);
}

/** What stands where `%` should: a number of things is no share. */
function nounFor(unit: string, after: string): string | undefined {
  const read = readUnit(unit);
  if (read?.kind !== 'measure' || read.id !== 'percent') return undefined;
  return /^ (?!million|billion|trillion|thousand|hundred|in |of |out |to |and |or |points?)(?:\p{L}+ ){0,2}?(\p{Ll}{3,}s)(?!\p{L})/u.exec(
    after,
  )?.[1];
}
