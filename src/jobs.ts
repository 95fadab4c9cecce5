/** The decks that a call wants: every brief for every audience, planned and composed. */
import { familyOf, type Member } from './family.js';
import type { LoadedBrief } from './load/load.js';
import type { Audience } from './load/profiles.js';
import { BriefdeckError, BriefError, type Problem, UsageError } from './problem.js';
import { type Choice, openProject, type Project } from './project.js';
import type { Plan } from './select/plan.js';

export interface Job {
  loaded: LoadedBrief;
  audience: Audience;
  member: Member;
}

/** Every wanted deck of every brief, planned and composed; the problems of all of them at once. */
export function plannedJobs(project: Project): Job[] {
  const jobs: Job[] = [];
  const problems: Problem[] = [];
  for (const loaded of project.briefs) {
    for (const audience of project.audiences) {
      try {
        const family = familyOf(loaded, audience, project.lengths, project.templates);
        const wanted = family.filter(({ plan }) => project.wanted.has(plan.length.id));
        jobs.push(...wanted.map((member) => ({ loaded, audience, member })));
      } catch (error) {
        if (!(error instanceof BriefdeckError)) throw error;
        problems.push(...error.problems.map((problem) => ({ file: loaded.file, ...problem })));
      }
    }
  }
  if (problems.length > 0) throw new BriefError(problems);
  if (jobs.length === 0) throw new UsageError('There is no deck to build.');
  return jobs;
}

/** The plan of every wanted deck: what is in it, what is out, and why. */
export async function explain(choice: Choice): Promise<Plan[]> {
  return plannedJobs(await openProject(choice)).map((job) => job.member.plan);
}
