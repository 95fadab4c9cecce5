/** What is stated without saying where it was learned. */
import type { BriefCheck, BriefToCheck, Rule } from '../rule.js';
import { citing, measuresCited } from './statements.js';

type Id = 'no-source' | 'no-source-number';

export const noSource = {
  id: 'no-source',
  severity: 'error',
  asks: 'A claim or quote says where it was learned.',
  check(brief, log) {
    for (const { path, isSourced } of sourced(brief)) {
      const rule = RULE_OF[String(path[0])];
      if (rule === undefined) continue;
      log.count(rule);
      if (isSourced) continue;
      log.find({
        rule,
        path,
        message: 'has no source',
        hint:
          rule === 'no-source'
            ? 'Say where this was learned, in "sources:"; until that is known, build drafts with --draft.'
            : 'Say where this was learned, in "sources:".',
      });
    }
  },
} as const satisfies Rule & BriefCheck<Id>;

/** Found by the check of {@link noSource}. */
export const noSourceNumber = {
  id: 'no-source-number',
  severity: 'warn',
  asks: 'A measure or event says where it was learned.',
} as const satisfies Rule;

/** What is learned somewhere. A judgment has a basis, a question supports a claim. */
const RULE_OF: Readonly<Record<string, Id>> = {
  claims: 'no-source',
  quotes: 'no-source',
  measures: 'no-source-number',
  events: 'no-source-number',
};

/** What cites sources, and whether it or a measure that its text names has any. */
function sourced(brief: BriefToCheck) {
  const { claims, events } = brief.brief;
  return citing(brief).map(({ path, sources }) => {
    const [list, i] = path;
    const item = list === 'claims' ? claims[Number(i)] : list === 'events' ? events[Number(i)] : undefined;
    const isSourced =
      sources.length > 0 || (item !== undefined && measuresCited(brief.brief, item.text).length > 0);
    return { path, isSourced };
  });
}
