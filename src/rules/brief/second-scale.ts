/** Terms of the second row of ICD 203, which is not mixed with the first. */
import { LIKELIHOODS } from '../../load/vocabulary.js';
import type { BriefCheck, Rule } from '../rule.js';
import { statedTexts } from './statements.js';

export const secondScale = {
  id: 'second-scale',
  severity: 'error',
  asks: 'A judgment keeps to one scale of likelihoods.',
  check({ brief }, log) {
    for (const { text, path } of statedTexts(brief)) {
      if (path[0] !== 'judgments') continue;
      log.count('second-scale');
      const second = SECOND_SCALE.exec(text)?.[0];
      if (second === undefined) continue;
      log.find({
        rule: 'second-scale',
        path,
        message: `says "${second}", a term of another scale`,
        hint: `Use one of: ${LIKELIHOODS.join(', ')}; or leave the likelihood out.`,
      });
    }
  },
} as const satisfies Rule & BriefCheck<'second-scale'>;

const SECOND_SCALE =
  /\b(?:remote chance|highly improbable|improbable|roughly even odds|probable|probably|highly probable|nearly certain)\b/i;
