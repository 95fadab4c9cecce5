/**
 * What the rules checked and found. Checks are counted even when nothing is found: zero findings from zero checks is not
 * a pass.
 */
import type { RuleId } from './registry.js';
import type { Finding, Log } from './rule.js';

export class RuleLog implements Log<RuleId> {
  readonly checked = new Map<RuleId, number>();
  readonly findings: Finding<RuleId>[] = [];

  /** Counts checks of a rule. */
  count(rule: RuleId, count = 1): void {
    this.checked.set(rule, (this.checked.get(rule) ?? 0) + count);
  }

  /** Adds a finding; the check itself is counted by {@link count}. */
  find(finding: Finding<RuleId>): void {
    this.findings.push(finding);
  }

  /** Everything of another log. */
  add(other: RuleLog): void {
    for (const [rule, count] of other.checked) this.count(rule, count);
    this.findings.push(...other.findings);
  }
}
