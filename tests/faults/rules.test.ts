/** Every rule has faults of its own. */
import { expect, it } from 'vitest';
import { RULE_IDS } from '../../src/rules/registry.js';
import { BRIEF_FAULTS, DECK_FAULTS } from './faults.js';

/** These hold by construction; no edit of a brief or a template breaks them. */
const CONSTRUCTED = ['agreement', 'nesting', 'over-time', 'wishes', 'language', 'pdf-pages', 'pdf-tags'];

it('the rules are tried by faults of their own', () => {
  const tried = new Set([...BRIEF_FAULTS, ...DECK_FAULTS].map(({ rule }) => rule));
  expect(RULE_IDS.filter((rule) => !tried.has(rule)).sort()).toEqual(CONSTRUCTED.sort());
});
