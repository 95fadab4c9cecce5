/** The briefs that a call names, each once, with ids that differ. */
import path from 'node:path';
import { BriefdeckError, BriefError, type Problem } from '../core/problem.js';
import type { Unsaved } from '../load/files.js';
import { findBriefs, type LoadedBrief, loadBrief } from '../load/load.js';

/** Throws {@link BriefError} with the problems of every brief. */
export async function loadBriefs(
  targets: readonly (string | LoadedBrief)[],
  unsaved: Unsaved | undefined,
): Promise<LoadedBrief[]> {
  const briefs: LoadedBrief[] = [];
  const problems: Problem[] = [];
  const read = new Set<string>();
  for (const target of targets) {
    if (typeof target !== 'string') {
      briefs.push(target);
      continue;
    }
    for (const file of await findBriefs(target)) {
      // A brief that is named twice, by itself and by its folder, is one brief.
      if (read.has(path.resolve(file))) continue;
      read.add(path.resolve(file));
      try {
        briefs.push(await loadBrief(file, unsaved));
      } catch (error) {
        if (!(error instanceof BriefdeckError)) throw error;
        problems.push(...error.problems);
      }
    }
  }
  const seen = new Map<string, string>();
  for (const { brief, file } of briefs) {
    const earlier = seen.get(brief.id);
    if (earlier !== undefined) {
      problems.push({
        code: 'not-unique',
        message: `the brief id "${brief.id}" is taken by ${earlier}`,
        hint: 'Give one of them another id.',
        file,
        path: 'id',
      });
    }
    seen.set(brief.id, file);
  }
  if (problems.length > 0) throw new BriefError(problems);
  return briefs;
}
