/** Puts `briefdeck` where npx looks first: else `npx briefdeck` packs this checkout, and so builds it, at every call. */
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = path.join(root, 'node_modules/.bin');
const program = path.join(root, 'dist/cli.js');
const target = path.relative(folder, program);

await chmod(program, 0o755);
await mkdir(folder, { recursive: true });
if (process.platform === 'win32') {
  await writeFile(path.join(folder, 'briefdeck.cmd'), `@node "%~dp0\\${target}" %*\r\n`);
} else {
  await rm(path.join(folder, 'briefdeck'), { force: true });
  await symlink(target, path.join(folder, 'briefdeck'));
}
