/** The decks that a call wants: every brief for every audience, settled so that every slide fits. */
import { BrowserPool } from './export/browser.js';
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

/** Every wanted deck of every brief; the problems of all of them at once. */
export async function settleJobs(
  project: Project,
  press: Press,
  measurements: Measurements,
  workers: number,
): Promise<Job[]> {
  const families = project.briefs.flatMap((loaded) =>
    project.audiences.map((audience) => ({ loaded, audience })),
  );
  const problems: Problem[] = [];
  const jobs = await inParallel(families, workers, async ({ loaded, audience }): Promise<Job[]> => {
    try {
      const family = await settleFamily(loaded, audience, project, press, measurements);
      return family
        .filter(({ plan }) => project.wanted.has(plan.length.id))
        .map((member) => ({ loaded, audience, member }));
    } catch (error) {
      // What falls short is told of all families at once; what is missing on the machine ends the build.
      if (!(error instanceof BriefError)) throw error;
      problems.push(...error.problems.map((problem) => ({ ...problem, file: problem.file ?? loaded.file })));
      return [];
    }
  });
  if (problems.length > 0) throw new BriefError(problems);
  if (jobs.flat().length === 0) throw new UsageError('There is no deck to build.');
  return jobs.flat();
}

/** Settles the decks of a choice with a browser of its own. */
async function settle(choice: Choice): Promise<Job[]> {
  const pool = new BrowserPool(choice.browser);
  try {
    const project = await openProject(choice);
    return await settleJobs(
      project,
      new Press(project.templates),
      new Measurements(pool),
      project.audiences.length,
    );
  } finally {
    await pool.close();
  }
}

/** The plan of every wanted deck: what is in it, what is out, and why. */
export async function explain(choice: Choice): Promise<Plan[]> {
  return (await settle(choice)).map((job) => job.member.plan);
}

/** Everything short of files: every deck is planned, drawn and measured. Throws with all that falls short. */
export async function check(choice: Choice): Promise<{ decks: number }> {
  return { decks: (await settle(choice)).length };
}
