import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // These end what hangs, and nothing that is slow.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Two cores, and a browser in some of the files.
    maxWorkers: 2,
    globalSetup: 'tests/setup.ts',
    setupFiles: 'tests/seed.ts',
  },
});
