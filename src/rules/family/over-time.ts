/** A deck fits its time. */
import type { FamilyCheck, Rule } from '../rule.js';

export const overTime = {
  id: 'over-time',
  severity: 'error',
  asks: 'A deck takes no longer than its length.',
  check(family, log) {
    for (const { deck, plan } of family) {
      log.count('over-time');
      if (deck.seconds <= plan.length.seconds) continue;
      log.find({
        rule: 'over-time',
        deck: `${deck.audience}-${deck.length}`,
        message: `takes ${deck.seconds} seconds, and there are ${plan.length.seconds}`,
        hint: 'Give the length more minutes, or the items less importance.',
      });
    }
  },
} as const satisfies Rule & FamilyCheck<'over-time'>;
