/** The order of test files: the longest first, so that the last minutes are not one file's on one core. */
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, in that order. The others come after them, in Vitest's own order. */
const LONGEST = [
  'faults/deck.test.ts',
  'cli/cli.test.ts',
  'decks/pdf.test.ts',
  'faults/deck-twins.test.ts',
  'decks/languages.test.ts',
  'security/withheld.test.ts',
  'decks/editions.test.ts',
  'cli/stop.test.ts',
  'package/install.test.ts',
  'draw/layout.test.ts',
  'docs/templates.test.ts',
  'load/hostile.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/** The unit tests share what they load, and so are not interrupted by others: they come last, where they are short. */
function place({ moduleId, project }: TestSpecification): number {
  const at = LONGEST.indexOf(path.relative('tests', moduleId).split(path.sep).join('/'));
  return (project.name === 'unit' ? 1000 : 0) + (at < 0 ? LONGEST.length : at);
}
