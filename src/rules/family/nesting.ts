/** What a shorter deck says, the next longer one says too. */
import type { FamilyCheck, Rule } from '../rule.js';

export const nesting = {
  id: 'nesting',
  severity: 'error',
  asks: 'A longer deck says all that a shorter one says.',
  check(family, log) {
    family.forEach(({ deck, plan }, i) => {
      const longer = family[i + 1];
      if (!longer) return;
      const said = new Set(longer.plan.items.map((item) => item.id));
      for (const { id } of plan.items) {
        log.count('nesting');
        if (said.has(id)) continue;
        log.find({
          rule: 'nesting',
          deck: `${longer.deck.audience}-${longer.deck.length}`,
          message: `leaves out "${id}", which ${deck.audience}-${deck.length} has`,
          hint: 'This is a fault of briefdeck: please report it.',
        });
      }
    });
  },
} as const satisfies Rule & FamilyCheck<'nesting'>;
