/**
 * What the rules checked and found. Checks are counted even when nothing is found: zero findings from zero checks is not
 * a pass.
 */
import type { RuleId } from './registry.js';

/** Something that falls short of a rule. */
export interface Finding {
  rule: RuleId;
  message: string;
  hint: string;
  /** In the brief, from its root. */
  path?: readonly PropertyKey[] | undefined;
  /** In a deck: `public-short`. */
  deck?: string | undefined;
  /** Number of the slide. */
  slide?: number | undefined;
  /** Of the slide, as CSS would name it, or of the output folder. */
  element?: string | undefined;
}

export class RuleLog {
  readonly checked = new Map<RuleId, number>();
  readonly findings: Finding[] = [];

  /** Counts checks of a rule. */
  count(rule: RuleId, count = 1): void {
    this.checked.set(rule, (this.checked.get(rule) ?? 0) + count);
  }

  /** Adds a finding; the check itself is counted by {@link count}. */
  find(finding: Finding): void {
    this.findings.push(finding);
  }

  /** Everything of another log. */
  add(other: RuleLog): void {
    for (const [rule, count] of other.checked) this.count(rule, count);
    this.findings.push(...other.findings);
  }
}
