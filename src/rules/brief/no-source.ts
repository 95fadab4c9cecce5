/** What nobody can look up. */

import type { BriefCheck, Rule } from '../rule.js';
import { citing, measuresCited } from './statements.js';

export const noSource = {
  id: 'no-source',
  severity: 'warn',
  asks: 'A claim, measure, quote or event says where it was learned.',
  check(brief, log) {
    const { claims, events } = brief.brief;
    for (const { path, sources } of citing(brief)) {
      const [list, i] = path;
      if (!SOURCED.has(list)) continue;
      const item = list === 'claims' ? claims[Number(i)] : list === 'events' ? events[Number(i)] : undefined;
      log.count('no-source');
      if (sources.length > 0 || (item && measuresCited(brief.brief, item.text).length > 0)) continue;
      log.find({
        rule: 'no-source',
        path,
        message: 'has no source',
        hint: 'Say where this was learned, in "sources:".',
      });
    }
  },
} as const satisfies Rule & BriefCheck<'no-source'>;

/** What is learned somewhere. A judgment has a basis, a question supports a claim. */
const SOURCED: ReadonlySet<PropertyKey | undefined> = new Set(['measures', 'claims', 'events', 'quotes']);
