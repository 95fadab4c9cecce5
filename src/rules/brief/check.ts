/** A brief held against its own sources, and against the standards of briefing. Pure: what is found is data. */
import type { LoadedBrief } from '../../load/load.js';
import { BRIEF_CHECKS } from '../registry.js';
import { RuleLog } from '../rule-log.js';
import { sourceTexts } from './source-text.js';

/** A brief and what is beside it, whole or as far as an audience may see it. */
type Checkable = Pick<LoadedBrief, 'brief' | 'original' | 'archives' | 'tables'>;

/** Holds a brief to every rule that needs nothing but the brief. */
export function checkBrief({ brief, original = brief, archives, tables }: Checkable): RuleLog {
  const log = new RuleLog();
  const checkable = { brief, original, archives, tables, texts: sourceTexts({ brief, archives }) };
  for (const { check } of BRIEF_CHECKS) check(checkable, log);
  return log;
}
