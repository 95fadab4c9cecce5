/** Versions below which a known fault of a part would be one of ours. */
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

const require = createRequire(import.meta.url);

it('Handlebars is the version in which CVE-2026-33937 and its siblings are mended, or a later 4', () => {
  const { version } = require('handlebars/package.json') as { version: string };
  const [major, minor, patch] = version.split('.').map(Number);
  expect([major, minor]).toEqual([4, 7]);
  expect(patch).toBeGreaterThanOrEqual(9);
});
