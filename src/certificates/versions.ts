/** Versions of what makes a deck what it is. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export function versions(): Record<string, string> {
  const { version, dependencies, devDependencies } = require('../../package.json') as {
    version: string;
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  // Some are in the package itself: see scripts/bundle.mjs.
  const all = { ...dependencies, ...devDependencies };
  const parts = ['@marp-team/marp-core', '@marp-team/marp-cli', 'handlebars', 'chart.js', 'axe-core'];
  return { briefdeck: version, ...Object.fromEntries(parts.map((name) => [name, all[name] ?? ''])) };
}
