/** Findings that a brief accepts, with a reason and a name: they are told as accepted, and stop nothing. */
import { type Problem, suggest } from '../core/problem.js';
import { pathOfPart } from '../load/acceptances.js';
import type { Acceptance } from '../load/head.js';
import type { LoadedBrief } from '../load/load.js';
import type { Brief } from '../load/schema.js';
import { showPath } from '../load/schema-errors.js';
import { BRIEF_RULE_IDS, RULE_IDS, type RuleId } from './registry.js';
import type { Finding } from './rule.js';

/** Acceptances that are of some finding. */
export function acceptancesOf({ rule, path }: Finding<RuleId>, brief: Brief): Acceptance[] {
  if (!path) return [];
  return brief.accept.filter((acceptance) => {
    const part = acceptance.rule === rule ? pathOfPart(brief, acceptance.item) : undefined;
    return part?.every((key, i) => key === path[i]) === true;
  });
}

/**
 * Problems of acceptances whose rule cannot be accepted. What is found in a brief can be answered by its author; what is
 * found in a deck is a fault of the deck: a withheld text, a lost hedge, a slide that overflows.
 */
export function checkAcceptedRules({ brief, file, placeOf }: LoadedBrief): Problem[] {
  return brief.accept.flatMap(({ rule }, i) => {
    if (BRIEF_RULE_IDS.some((id) => id === rule)) return [];
    const at = ['accept', i, 'rule'];
    const isRule = RULE_IDS.some((id) => id === rule);
    return {
      code: isRule ? 'not-acceptable' : 'unknown-rule',
      message: isRule ? `"${rule}" is a rule on decks, and cannot be accepted` : `there is no rule "${rule}"`,
      hint: isRule ? `Rules on briefs can: ${BRIEF_RULE_IDS.join(', ')}.` : suggest(rule, BRIEF_RULE_IDS),
      file,
      ...placeOf(at),
      path: showPath(at),
    };
  });
}
