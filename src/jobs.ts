/** The decks that a call wants: every brief for every audience, settled so that every slide fits. */
import { availableParallelism } from 'node:os';
import { BrowserPool } from './browser.js';
import { Measurements } from './fit/measure.js';
import { type SettledMember, settleFamily } from './fit/settle.js';
import type { LoadedBrief } from './load/load.js';
import type { Audience } from './load/profiles.js';
import { inParallel } from './parallel.js';
import { Press } from './press.js';
import { BriefError, type Problem, UsageError } from './problem.js';
import { type Choice, openProject, type Project } from './project.js';
import type { Plan } from './select/plan.js';

export interface Job {
  loaded: LoadedBrief;
  audience: Audience;
  member: SettledMember;
}

/**
 * Settles every family and does something with each of its wanted decks as soon as it fits: results in order. What
 * falls short is told of all families at once; what is missing on the machine ends everything.
 */
export async function withSettledDecks<R>(
  project: Project,
  press: Press,
  measurements: Measurements,
  workers: number,
  use: (job: Job) => Promise<R>,
): Promise<R[]> {
  const families = project.briefs.flatMap((loaded) =>
    project.audiences.map((audience) => ({ loaded, audience })),
  );
  const problems: Problem[] = [];
  const results = await inParallel(families, workers, async ({ loaded, audience }): Promise<R[]> => {
    try {
      const family = await settleFamily(loaded, audience, project, press, measurements);
      const wanted = family.filter(({ plan }) => project.wanted.has(plan.length.id));
      return await inParallel(wanted, wanted.length, (member) => use({ loaded, audience, member }));
    } catch (error) {
      if (!(error instanceof BriefError)) throw error;
      problems.push(...error.problems.map((problem) => ({ ...problem, file: problem.file ?? loaded.file })));
      return [];
    }
  });
  if (problems.length > 0) throw new BriefError(problems);
  if (results.flat().length === 0) throw new UsageError('There is no deck to build.');
  return results.flat();
}

/** Settles the decks of a choice with a browser of its own. */
async function settle(choice: Choice): Promise<{ jobs: Job[]; warnings: readonly Problem[] }> {
  const pool = new BrowserPool(choice.browser);
  try {
    pool.warm();
    const project = await openProject(choice);
    const press = new Press(project.templates);
    const jobs = await withSettledDecks(project, press, new Measurements(pool), WORKERS, async (job) => job);
    return { jobs, warnings: project.warnings };
  } finally {
    await pool.close();
  }
}

/** Families settled at a time, where nothing else is said: one more than there are processors to keep busy. */
export const WORKERS = availableParallelism() + 1;

/** The plan of every wanted deck: what is in it, what is out, and why. */
export async function explain(choice: Choice): Promise<Plan[]> {
  return (await settle(choice)).jobs.map((job) => job.member.plan);
}

/** Everything short of files: every deck is planned, drawn and measured. Throws with all that falls short. */
export async function check(choice: Choice): Promise<{ decks: number; warnings: readonly Problem[] }> {
  const { jobs, warnings } = await settle(choice);
  return { decks: jobs.length, warnings };
}
