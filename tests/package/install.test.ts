/** The package as a project has it: packed, installed into an empty folder from the registry alone, and used. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MEGABYTE = 1024 * 1024;

/** Limits for what depends on the registry: they end what hangs. */
const INSTALL = 1_800_000;

const project = await mkdtemp(path.join(await realpath(tmpdir()), 'briefdeck-test-'));
afterAll(() => rm(project, { recursive: true, force: true }));

/** Runs a command in the project; throws with its output where it fails. */
const run = (command: string, ...args: string[]) =>
  promisify(execFile)(command, args, { cwd: project, shell: process.platform === 'win32' });

beforeAll(async () => {
  // What is packed is what was built before the tests: see tests/setup.ts.
  const packing = ['pack', '--ignore-scripts', '--json', '--pack-destination', project];
  await promisify(execFile)('npm', packing, { cwd: ROOT, shell: process.platform === 'win32' });
  const tarball = (await readdir(project)).find((name) => name.endsWith('.tgz')) ?? '';
  await writeFile(path.join(project, 'package.json'), '{ "private": true }\n');
  await run('npm', 'install', '--no-audit', '--no-fund', `./${tarball}`);
}, INSTALL);

describe('installed as a dependency', () => {
  it('takes at most 200 MB, and needs no package that is compiled', async () => {
    const entries = await readdir(path.join(project, 'node_modules'), {
      recursive: true,
      withFileTypes: true,
    });
    const files = entries.filter((entry) => entry.isFile());
    const sizes = await Promise.all(files.map((file) => stat(path.join(file.parentPath, file.name))));
    const megabytes = sizes.reduce((sum, { size }) => sum + Math.ceil(size / 4096) * 4096, 0) / MEGABYTE;
    console.log(`installed: ${Math.round(megabytes)} MB in ${files.length} files`);
    expect(megabytes).toBeLessThan(200);
    expect(files.map((file) => file.name)).not.toContain('binding.gyp');
  });

  it('brings its docs, and the licences of what is bundled', async () => {
    const own = path.join(project, 'node_modules/briefdeck');
    const files = (await readdir(own, { recursive: true })).map((name) => name.split(path.sep).join('/'));
    expect(files).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'docs/templates.md',
        'dist/bespoke.LICENSE.txt',
        'dist/fonts/@fontsource/public-sans/LICENSE',
        'dist/vendor/chartjs-node-canvas.LICENSE.txt',
      ]),
    );
    for (const [, file = ''] of (await readFile(path.join(own, 'README.md'), 'utf8')).matchAll(
      /\]\(([\w/.-]+)\)/g,
    ))
      expect(files).toContain(file.replace(/\/$/, ''));
    expect(files.filter((name) => /prepare|gallery|decks|samples/.test(name))).toEqual([]);
  });

  it('finds all its parts', async () => {
    const { stdout } = await run('npx', 'briefdeck', 'doctor');
    expect(stdout.match(/^ok/gm)).toHaveLength(5);
  });

  it('builds decks, checked by every rule', async () => {
    const brief = 'node_modules/briefdeck/data/harbour-bridge';
    await run('npx', 'briefdeck', 'build', brief, '--audience', 'public,press', '--length', 'flash,short');
    const decks = await readdir(path.join(project, 'dist/decks/harbour-bridge'));
    const ofEach = ['html', 'json', 'pdf', 'speaker.html'];
    expect(decks.sort()).toEqual(
      ['press-flash', 'press-short', 'public-flash', 'public-short'].flatMap((deck) =>
        ofEach.map((ending) => `${deck}.${ending}`),
      ),
    );
    await run('npx', 'briefdeck', 'verify', 'dist/decks');
  });

  it('runs the example of the README', async () => {
    const readme = await readFile(path.join(ROOT, 'README.md'), 'utf8');
    const [, brief = ''] = /```yaml\n(# yaml-language-server.*?)```/s.exec(readme) ?? [];
    const [, example = ''] = /```js\n(.*?)```/s.exec(readme) ?? [];
    await mkdir(path.join(project, 'my-brief'));
    await writeFile(path.join(project, 'my-brief/brief.yaml'), brief);
    await writeFile(path.join(project, 'example.mjs'), example);
    const { stdout, stderr } = await run(process.execPath, 'example.mjs');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/index\.html \[ \d+ \]/);
    expect(await readdir(path.join(project, 'decks/my-brief'))).toContain('executive-flash.pdf');
    // Whatever goes wrong is printed.
    await writeFile(path.join(project, 'wrong.mjs'), example.replace('brief.yaml', 'nowhere.yaml'));
    const wrong = await run(process.execPath, 'wrong.mjs').then(
      () => '',
      (error: { stderr?: string }) => error.stderr,
    );
    expect(wrong).toContain('nowhere.yaml');
  });
});

it('says which package is missing', async () => {
  await rm(path.join(project, 'node_modules/subset-font'), { recursive: true });
  const failed: unknown = await run('npx', 'briefdeck', 'doctor').catch((error: unknown) => error);
  expect(failed).toMatchObject({ code: 3, stdout: expect.stringContaining('not installed: subset-font') });
});

it('runs in a checkout by npx, without building it again', async () => {
  const built = await stat(path.join(ROOT, 'dist/bespoke.html'));
  const { version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  const options = { cwd: path.join(ROOT, 'data'), shell: process.platform === 'win32' };
  const { stdout } = await promisify(execFile)('npx', ['briefdeck', '--version'], options);
  expect(stdout.trim()).toBe(version);
  expect((await stat(path.join(ROOT, 'dist/bespoke.html'))).mtimeMs).toBe(built.mtimeMs);
});
