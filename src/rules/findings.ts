/** Findings as problems, at the severity that a call gives their rules. */

import { byPlace, isError, type Problem, suggest, UsageError } from '../core/problem.js';
import type { LoadedBrief } from '../load/load.js';
import { showPath } from '../load/schema-errors.js';
import { acceptancesOf } from './acceptances.js';
import { RULE_IDS, RULES, type RuleId } from './registry.js';
import type { Finding, Severity } from './rule.js';

/** Severities that a call sets, by rule. */
export type RuleLevels = Readonly<Partial<Record<RuleId, Severity>>>;

/** Problems of what was found in a brief or its decks, as they stand in its file; of rules that are off, and of what it accepts, none. */
export function problemsOf(
  findings: readonly Finding<RuleId>[],
  loaded: Pick<LoadedBrief, 'brief' | 'file' | 'placeOf' | 'pathInFile'>,
  levels: RuleLevels,
): Problem[] {
  const open = findings.filter((finding) => acceptancesOf(finding, loaded.brief).length === 0);
  const problems = open.flatMap(({ rule, message, hint, path, deck, slide, element }) => {
    const at = path && loaded.pathInFile(path);
    const place = at && { ...loaded.placeOf(at), path: showPath(at) };
    const where = deck && { deck: `${loaded.brief.id}/${deck}`, slide, element };
    return atLevel({ code: rule, message, hint, file: loaded.file, ...place, ...where }, rule, levels);
  });
  return problems.sort(byPlace);
}

/** A problem at the severity of its rule; none where the rule is off. */
export function atLevel(problem: Problem, rule: RuleId, levels: RuleLevels): Problem[] {
  const severity = levelOf(rule, levels);
  return severity === 'off' ? [] : [{ ...problem, severity }];
}

export function levelOf(rule: RuleId, levels: RuleLevels): Severity {
  return levels[rule] ?? RULES[rule].severity;
}

/** Whether a problem stops a build: every error does, and in a draft those that no rule tells, or a rule that guards. */
export function stopsBuild(problem: Problem, isDraft: boolean): boolean {
  if (!isDraft || !isError(problem)) return isError(problem);
  const rule = RULE_IDS.find((id) => id === problem.code);
  return rule === undefined || RULES[rule].stopsDrafts === true;
}

/** Whether any of some rules is wanted: what only they need, need not be done. */
export function isWanted(levels: RuleLevels, ...rules: readonly RuleId[]): boolean {
  return rules.some((rule) => levelOf(rule, levels) !== 'off');
}

/** Reads `id=off`, `id=warn` or `id=error`; `all` is every rule. Throws {@link UsageError} for anything else. */
export function readLevels(settings: readonly string[]): RuleLevels {
  const levels: Partial<Record<RuleId, Severity>> = {};
  for (const setting of settings) {
    const [name = '', level = ''] = setting.split('=');
    const rules = name === 'all' ? RULE_IDS : RULE_IDS.filter((id) => id === name);
    if (rules.length === 0) throw new UsageError(`There is no rule "${name}".`, suggest(name, RULE_IDS));
    if (level !== 'off' && level !== 'warn' && level !== 'error') {
      throw new UsageError(
        `"${setting}" sets no severity.`,
        `Write ${name}=off, ${name}=warn or ${name}=error.`,
      );
    }
    for (const rule of rules) levels[rule] = level;
  }
  return levels;
}
