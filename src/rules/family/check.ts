/** The decks of one brief held to each other: an item says the same in all of them, and lengths nest. Pure. */
import type { PlannedDeck } from '../../pipeline/family.js';
import { FAMILY_CHECKS } from '../registry.js';
import type { SaidNumbers } from '../rule.js';
import type { RuleLog } from '../rule-log.js';

/** Holds the decks of one brief for one audience, shortest first, to each other, and their numbers to other audiences'. */
export function checkFamily(family: readonly PlannedDeck[], numbers: SaidNumbers, log: RuleLog): void {
  for (const { check } of FAMILY_CHECKS) check(family, log, numbers);
}
