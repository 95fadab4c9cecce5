/** Evidence that its source does not have. */
import { fold, holds } from '../../core/fold.js';
import type { BriefCheck, Rule } from '../rule.js';
import { citing } from './statements.js';

export const evidenceMissing = {
  id: 'evidence-missing',
  severity: 'error',
  asks: 'Evidence stands in the archived text of its source, or of the one in which that was read.',
  check(brief, log) {
    for (const { path, sources } of citing(brief)) {
      sources.forEach(({ id, evidence }, i) => {
        const text = brief.texts.get(id);
        if (evidence === undefined || text === undefined) return;
        log.count('evidence-missing');
        if (holds(text.folded, evidence)) return;
        log.find({
          rule: 'evidence-missing',
          path: [...path, 'sources', i],
          message: `${text.name} does not say "${evidence}"`,
          hint: text.hint(fold(evidence)),
        });
      });
    }
  },
} as const satisfies Rule & BriefCheck<'evidence-missing'>;
