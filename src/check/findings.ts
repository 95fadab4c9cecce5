/** Findings as problems of the brief's file, at the severity that a call gives their rules. */
import { showPath } from '../load/issues.js';
import type { LoadedBrief } from '../load/load.js';
import { type Problem, suggest, UsageError } from '../problem.js';
import { checkBrief } from './check.js';
import { RULE_IDS, RULES, type RuleId, type Severity } from './rules.js';

/** Severities that a call sets, by rule. */
export type RuleLevels = Readonly<Partial<Record<RuleId, Severity>>>;

export interface Checked {
  errors: Problem[];
  warnings: Problem[];
}

/** What the rules find in some briefs. */
export function checkBriefs(briefs: readonly LoadedBrief[], levels: RuleLevels = {}): Checked {
  const checked: Checked = { errors: [], warnings: [] };
  for (const loaded of briefs) {
    for (const { rule, message, hint, path } of checkBrief(loaded)) {
      const severity = levels[rule] ?? RULES[rule];
      if (severity === 'off') continue;
      const problem = {
        code: rule,
        message,
        hint,
        file: loaded.file,
        ...loaded.placeOf(path),
        path: showPath(path),
      };
      checked[severity === 'error' ? 'errors' : 'warnings'].push(problem);
    }
  }
  return checked;
}

/** Reads `id=off`, `id=warn` or `id=error`. Throws {@link UsageError} for anything else. */
export function readLevels(settings: readonly string[]): RuleLevels {
  const levels: Partial<Record<RuleId, Severity>> = {};
  for (const setting of settings) {
    const [name = '', level = ''] = setting.split('=');
    const rule = RULE_IDS.find((id) => id === name);
    if (!rule) throw new UsageError(`There is no rule "${name}".`, suggest(name, RULE_IDS));
    if (level !== 'off' && level !== 'warn' && level !== 'error') {
      throw new UsageError(
        `"${setting}" sets no severity.`,
        `Write ${rule}=off, ${rule}=warn or ${rule}=error.`,
      );
    }
    levels[rule] = level;
  }
  return levels;
}
