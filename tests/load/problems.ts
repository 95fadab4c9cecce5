/** What a brief is told, for tests. */
import path from 'node:path';
import { BriefError, describeProblem, type Problem } from '../../src/core/problem.js';
import { loadBrief } from '../../src/load/load.js';

/** Every problem of a brief; none for one that is clean. Anything thrown that is no BriefError fails the test. */
export async function problemsOf(file: string): Promise<readonly Problem[]> {
  try {
    await loadBrief(file);
    return [];
  } catch (error) {
    if (error instanceof BriefError) return error.problems;
    throw error;
  }
}

/** Problems as they are printed, with files named from the folder. */
export function told(problems: readonly Problem[], folder: string): string {
  const lines = problems.map((problem) =>
    describeProblem({
      ...problem,
      file: problem.file && path.relative(folder, problem.file).split(path.sep).join('/'),
    }),
  );
  return `${lines.join('\n') || 'No problem.'}\n`;
}
