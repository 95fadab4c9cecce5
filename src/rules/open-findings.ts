/** What a draft lists as found in its brief: what an audience may see of the brief, held to the rules. Pure. */
import type { OpenFindings } from '../compose/view.js';
import type { Memo } from '../core/memo.js';
import { itemsOf } from '../items/items.js';
import { highestMarking } from '../load/vocabulary.js';
import type { VisibleBrief, VisibleLoaded } from '../visible/visible.js';
import { acceptancesOf } from './acceptances.js';
import { checkBrief } from './brief/check.js';
import { isWanted, type RuleLevels } from './findings.js';
import type { RuleLog } from './rule-log.js';

/** `known` are what rules found in other briefs. */
export function openFindings(loaded: VisibleLoaded, levels: RuleLevels, known?: Memo<RuleLog>): OpenFindings {
  const { brief } = loaded;
  const open = checkBrief(loaded, known).findings.filter(
    (finding) => isWanted(levels, finding.rule) && acceptancesOf(finding, brief).length === 0,
  );
  return {
    lines: open.map(({ rule, message, path = [] }) => ({
      rule,
      where: nameOf(path, brief),
      message,
      length: undefined,
    })),
    marking: highestIn(brief),
  };
}

/** `claims.closed.text`: by its id, since a number would count what is withheld as well. */
function nameOf([list, key, ...rest]: readonly PropertyKey[], brief: VisibleBrief): string {
  const parts: unknown = brief[list as keyof VisibleBrief];
  const part: unknown = Array.isArray(parts) && typeof key === 'number' ? parts[key] : undefined;
  const { id, name } = (part ?? {}) as { id?: unknown; name?: unknown };
  return [list, id ?? name ?? key, ...rest].filter((one) => one !== undefined).join('.');
}

/** A finding may quote any part of what is seen. */
function highestIn(brief: VisibleBrief) {
  const parts = [
    brief.title,
    brief.bottomLine,
    ...Object.values(brief.sources),
    ...Object.values(brief.measures),
  ];
  return highestMarking([
    ...parts.flatMap(({ marking }) => marking ?? brief.marking),
    ...itemsOf(brief).map(({ marking }) => marking),
  ]);
}
