import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { type Kind, testFiles } from './tests/kinds.js';
import { LongestFirst } from './tests/sequencer.js';

const project = (name: Kind, more: TestProjectInlineConfiguration['test'] = {}) => ({
  extends: true as const,
  test: { name, include: testFiles(name), globalSetup: 'tests/setup.ts', ...more },
});

export default defineConfig({
  test: {
    projects: [
      // These files share what they load: none of them changes what is outside it.
      project('unit', { isolate: false }),
      project('browser', { globalSetup: ['tests/setup.ts', 'tests/setup-browser.ts'] }),
      project('package'),
    ],
    // These end what hangs, and nothing that is slow.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    // Two cores, and a browser in some of the files.
    maxWorkers: 2,
    setupFiles: 'tests/seed.ts',
    sequence: { sequencer: LongestFirst },
  },
});
