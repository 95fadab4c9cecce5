/** A brief held against its own sources, and against the standards of briefing. Pure: what is found is data. */
import { contentKey, Memo } from '../../core/memo.js';
import type { LoadedBrief } from '../../load/load.js';
import { BRIEF_CHECKS } from '../registry.js';
import { RuleLog } from '../rule-log.js';
import { sourceTexts } from './source-text.js';

/** A brief and what is beside it, whole or as far as an audience may see it. */
type Checkable = Pick<LoadedBrief, 'brief' | 'original' | 'archives' | 'tables'>;

/** Holds a brief to every rule that needs nothing but the brief. `known` are logs of others. */
export function checkBrief(
  { brief, original = brief, archives, tables }: Checkable,
  known: Memo<RuleLog> = new Memo(),
): RuleLog {
  const hashes = [...archives].map(([id, archive]) => [id, archive.sha256]);
  const own = known.of(contentKey(brief, original, hashes, [...tables]), () => {
    const log = new RuleLog();
    const checkable = { brief, original, archives, tables, texts: sourceTexts({ brief, archives }) };
    for (const { check } of BRIEF_CHECKS) check(checkable, log);
    return log;
  });
  const log = new RuleLog();
  log.add(own);
  return log;
}
