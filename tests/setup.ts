/** Once before all tests: some run what is in `dist/`, which is built here where it is not up to date. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** What `dist/` is made from. */
const SOURCES = ['src', 'scripts', 'templates/themes', 'package.json', 'tsconfig.json'];

/** What the build writes last. The compiler alone, which leaves `dist/vendor` unbundled, does not write it. */
const LAST = 'dist/bespoke.html';

export function setup(): void {
  if (newest([...SOURCES, 'dist/vendor']) > modified(LAST)) execFileSync('npm', ['run', 'build'], BUILD);
}

const BUILD = { stdio: 'inherit', shell: process.platform === 'win32' } as const;

function newest(places: readonly string[]): number {
  return Math.max(...places.map((place) => Math.max(modified(place), ...within(place).map(modified))));
}

function within(place: string): string[] {
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory();
  return isFolder
    ? readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => path.join(place, name))
    : [];
}

/** When a file was changed; at no time, where there is none. */
function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
