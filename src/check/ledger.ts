/** What the rules looked at and what they found, counted: nothing found among nothing looked at proves nothing. */
import type { RuleId } from './rules.js';

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

export class Ledger {
  readonly looked = new Map<RuleId, number>();
  readonly findings: Finding[] = [];

  /** Counts things that a rule was held to. */
  look(rule: RuleId, count = 1): void {
    this.looked.set(rule, (this.looked.get(rule) ?? 0) + count);
  }

  /** Notes what a rule found; it has looked at that, too, elsewhere. */
  find(finding: Finding): void {
    this.findings.push(finding);
  }

  /** Everything of another ledger. */
  add(other: Ledger): void {
    for (const [rule, count] of other.looked) this.look(rule, count);
    this.findings.push(...other.findings);
  }
}
