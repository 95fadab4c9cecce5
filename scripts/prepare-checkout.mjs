/**
 * Builds `dist/` where it is not up to date. npm calls this after an install, and npx at its first call in a checkout:
 * what is built already must not be taken away under whoever is using it.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What `dist/` is made from. */
const SOURCES = ['src', 'scripts', 'templates/themes', 'package.json', 'tsconfig.json'];

/** What the build writes last. The compiler alone, which leaves `dist/vendor` unbundled, does not write it. */
const LAST = 'dist/bespoke.html';

/** When a file was changed; at no time, where there is none. */
const modified = (name) => statSync(path.join(root, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;

function within(name) {
  const folder = path.join(root, name);
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(name, file))
    : [];
}

const newest = Math.max(
  ...[...SOURCES, 'dist/vendor'].flatMap((name) => [name, ...within(name)]).map(modified),
);
if (newest > modified(LAST))
  execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
