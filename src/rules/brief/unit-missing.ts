/** Numbers that a text shows without their unit, or with another one. */
import { fillPlaceholders, placeholdersIn } from '../../load/placeholders.js';
import { readUnit } from '../../load/units.js';
import { otherUnit } from '../../words/own-unit.js';
import type { UnitWords } from '../../words/units.js';
import type { BriefCheck, Rule } from '../rule.js';
import { hasNoun } from './noun.js';
import { statedTexts } from './statements.js';

export const unitMissing = {
  id: 'unit-missing',
  severity: 'warn',
  asks: 'A number stands with its unit, and with no other.',
  check({ brief, original }, log) {
    const words: UnitWords = { language: brief.language, units: {} };
    // A noun is written in the language of the brief.
    const isOwn = brief.language === original.language;
    const headlines = brief.charts.map(({ headline }, i) => ({
      text: headline,
      path: ['charts', i, 'headline'],
    }));
    for (const { text, path } of [...statedTexts(brief), ...headlines]) {
      for (const { name, end } of placeholdersIn(text)) {
        const unit = brief.measures[name]?.unit;
        if (unit === undefined) continue;
        log.count('unit-missing');
        if (
          readUnit(unit) === undefined &&
          hasNoun(
            fillPlaceholders(text, () => ' '),
            unit,
          )
        )
          continue;
        const other = isOwn || readUnit(unit) ? otherUnit(text, end, unit, words) : undefined;
        if (other !== undefined)
          log.find({
            rule: 'unit-missing',
            path,
            message: `writes "${other}" after {${name}}, which is a number of "${unit}"`,
            hint: `Make the unit of the measure "${other}" if it is, or take "${other}" out of the text.`,
          });
        else if (isOwn && readUnit(unit) === undefined && IS_OF_MATTER.test(text.slice(end, end + 40)))
          log.find({
            rule: 'unit-missing',
            path,
            message: `does not say that {${name}} is a number of "${unit}"`,
            hint: `Write "{${name}} ${unit} of …": a unit that is a plain noun is the text's own.`,
          });
      }
    }
  },
} as const satisfies Rule & BriefCheck<'unit-missing'>;

/** `of rain`, `de pluie`; not `of them`, `of the soldiers`, which are parts of a number of things. */
const IS_OF_MATTER =
  /^ (?:of (?!(?:the|them|these|those|that|this|whom|which|us|you|it|its|their|his|her|our|my|your|all|each|every|a|an|what)\b)\p{L}|de (?!(?:la|las|los|el|les|ellos|ellas|ses|ces|ceux|celles|plus|más|moins|menos|su|sus|estos|estas|leurs|nos)\b)\p{L})/iu;
