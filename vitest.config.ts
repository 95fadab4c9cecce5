import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two cores, and a browser in some of the files.
    maxWorkers: 2,
    globalSetup: 'tests/setup.ts',
    setupFiles: 'tests/seed.ts',
  },
});
