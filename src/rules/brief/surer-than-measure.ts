/** A statement that is confirmed, of a number that is not. */

import { measuresIn } from '../../words/hedges.js';
import type { BriefCheck, Rule } from '../rule.js';

export const surerThanMeasure = {
  id: 'surer-than-measure',
  severity: 'warn',
  asks: 'A statement is no surer than the numbers it is made of.',
  check({ brief }, log) {
    const stated = [
      { item: brief.bottomLine, path: ['bottomLine'] },
      ...brief.claims.map((item, i) => ({ item, path: ['claims', i] })),
      ...brief.events.map((item, i) => ({ item, path: ['events', i] })),
    ];
    for (const { item, path } of stated) {
      for (const name of measuresIn(item.text)) {
        const status = brief.measures[name]?.status;
        if (status === undefined) continue;
        log.count('surer-than-measure');
        if (item.status !== 'confirmed' || item.caveat !== undefined || !UNSURE.has(status)) continue;
        log.find({
          rule: 'surer-than-measure',
          path: [...path, 'status'],
          message: `is confirmed, and says {${name}}, which is ${status}`,
          hint: `Make the status "${status}", or say in a caveat what is confirmed.`,
        });
      }
    }
  },
} as const satisfies Rule & BriefCheck<'surer-than-measure'>;

/** Somebody denies it, or nobody could check it. */
const UNSURE: ReadonlySet<string> = new Set(['disputed', 'unverified']);
