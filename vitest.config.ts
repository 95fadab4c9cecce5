import { defineConfig } from 'vitest/config';
import { type Kind, testFiles } from './tests/kinds.js';

const project = (name: Kind, ...setup: string[]) => ({
  extends: true as const,
  test: { name, include: testFiles(name), globalSetup: ['tests/setup.ts', ...setup] },
});

export default defineConfig({
  test: {
    projects: [project('unit'), project('browser', 'tests/setup-browser.ts'), project('package')],
    // These end what hangs, and nothing that is slow.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Two cores, and a browser in some of the files.
    maxWorkers: 2,
    setupFiles: 'tests/seed.ts',
  },
});
