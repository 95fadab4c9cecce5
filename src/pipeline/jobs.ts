/** The decks that a call wants: every brief for every audience, settled so that every slide fits. */
import { availableParallelism } from 'node:os';
import { inParallel } from '../core/parallel.js';
import { BriefError, type Problem, UsageError } from '../core/problem.js';
import { type FittedDeck, fitFamily } from '../fit/fit.js';
import type { Inspection } from '../fit/inspect.js';
import { INSPECTION, ProbeCache } from '../fit/probe-cache.js';
import type { Marking } from '../load/vocabulary.js';
import type { Plan } from '../select/plan.js';
import { withheldItems } from '../visible/visible.js';
import { DeckRenderer } from './deck-renderer.js';
import { type Choice, openProject, type Project, type Task } from './project.js';
import type { Resources } from './resources.js';

/** One deck to make. */
export interface Job extends Task {
  member: FittedDeck;
}

/** What became of the decks: results in order, and what keeps others from being made. */
export interface Settled<R> {
  results: readonly R[];
  problems: readonly Problem[];
}

/**
 * Settles every family and does something with each of its wanted decks as soon as it fits. What is missing on the
 * machine ends everything.
 */
export async function withFittedDecks<R>(
  project: Project,
  renderer: DeckRenderer,
  inspections: ProbeCache<Inspection>,
  workers: number,
  use: (job: Job) => Promise<R>,
): Promise<Settled<R>> {
  const problems: Problem[] = [];
  const results = await inParallel(project.tasks, workers, async (task): Promise<R[]> => {
    try {
      const family = await fitFamily(task, project, renderer, inspections);
      const wanted = family.filter(({ plan }) => project.wanted.has(plan.length.id));
      return await inParallel(wanted, wanted.length, (member) => use({ ...task, member }));
    } catch (error) {
      if (!(error instanceof BriefError)) throw error;
      problems.push(
        ...error.problems.map((problem) => ({ ...problem, file: problem.file ?? task.loaded.file })),
      );
      return [];
    }
  });
  if (problems.length === 0 && results.flat().length === 0)
    throw new UsageError('There is no deck to build.');
  return { results: results.flat(), problems };
}

/** Families settled at a time, where nothing else is said: one more than there are processors to keep busy. */
export const WORKERS = availableParallelism() + 1;

/** A plan, and the items that its audience may not see: for the briefer, and in no file. */
export interface ExplainedPlan extends Plan {
  withheld: readonly { id: string; marking: Marking }[];
}

/** The plan of every wanted deck: what is in it, what is out, and why. */
export async function explainDecks(choice: Choice, { pool, memory }: Resources): Promise<ExplainedPlan[]> {
  const project = await openProject(choice, { memory });
  const renderer = new DeckRenderer(project.templates, project.brands, project.helpers, memory);
  const inspections = new ProbeCache(pool, INSPECTION, memory.inspections);
  const settled = await withFittedDecks(
    project,
    renderer,
    inspections,
    WORKERS,
    async ({ whole, audience, member }) => ({ ...member.plan, withheld: withheldItems(whole, audience) }),
  );
  if (settled.problems.length > 0) throw new BriefError(settled.problems);
  return [...settled.results];
}
