/** The number of a measure that is typed into a text: it has lost how precise and how sure it is. */
import { fillPlaceholders } from '../../load/placeholders.js';
import type { Measure } from '../../load/schema.js';
import { readUnit } from '../../load/units.js';
import { type Amount, amountsIn } from '../../words/amounts.js';
import { saysUnit } from '../../words/own-unit.js';
import type { UnitWords } from '../../words/units.js';
import type { BriefCheck, Rule } from '../rule.js';
import { hasNoun } from './noun.js';
import { statedTexts } from './statements.js';

export const typedNumber = {
  id: 'typed-number',
  severity: 'error',
  asks: 'The number of a measure is written as {its_name}.',
  check({ brief }, log) {
    const words: UnitWords = { language: brief.language, units: {} };
    const measures = Object.entries(brief.measures).filter(([, { value }]) => value !== undefined);
    const headlines = brief.charts.map(({ headline }, i) => ({
      text: headline,
      path: ['charts', i, 'headline'],
    }));
    // A question is in the words of whoever asks it.
    const own = statedTexts(brief).filter(({ path }) => path.at(-1) !== 'q');
    for (const { text, path } of [...own, ...headlines]) {
      for (const amount of amountsIn(fillPlaceholders(text, () => ' ; '))) {
        if (!/\d/.test(amount.text)) continue;
        log.count('typed-number');
        const [name] = measures.find(([, measure]) => isMeant(amount, measure, words)) ?? [];
        if (name === undefined) continue;
        log.find({
          rule: 'typed-number',
          path,
          message: `types ${amount.text}, which is the measure "${name}", without its precision and its status`,
          hint: `Write {${name}}.`,
        });
      }
    }
  },
} as const satisfies Rule & BriefCheck<'typed-number'>;

/** The same value, with the same unit or noun beside it. */
function isMeant(
  { text, values, before, after }: Amount,
  { value, unit }: Measure,
  words: UnitWords,
): boolean {
  if (value === undefined || !values.includes(Math.abs(value))) return false;
  if (readUnit(unit))
    return saysUnit(before + text + after, before.length, before.length + text.length, unit, words);
  const [clause = ''] = /^[^.,;:!?\d]*/.exec(after) ?? [];
  // A small number stands in many places: its noun follows it.
  const near = clause
    .trim()
    .split(/\s+/)
    .slice(0, Math.abs(value) < 10 ? 1 : NEAR);
  return unit.length > 2 && hasNoun(near.join(' '), unit);
}

/** Words between a number and its noun, and the noun: "North Korean soldiers". */
const NEAR = 3;
