/** The rules that a brief is held to, by their stable ids. `docs/rules.md` says why each is there. */

export type Severity = 'off' | 'warn' | 'error';

/** What each rule is, unless a call says otherwise. */
export const RULES = {
  'evidence-missing': 'error',
  'evidence-number': 'error',
  'evidence-precision': 'error',
  'quote-verbatim': 'error',
  'stale-source': 'error',
  'future-confirmed': 'error',
  'unheld-number': 'error',
  'likelihood-with-confidence': 'error',
  'second-scale': 'error',
  'headline-number': 'error',
  'no-source': 'warn',
} as const satisfies Record<string, Severity>;

export type RuleId = keyof typeof RULES;

export const RULE_IDS = Object.keys(RULES) as RuleId[];
