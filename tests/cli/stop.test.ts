/**
 * The real command line, stopped: by a signal at several moments, whatever it is doing, and by a reader that goes away.
 * Each run has a temporary folder of its own, which names its processes and must be empty in the end.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findBrowser } from '../../src/browser/find.js';
import { folderOf } from '../load/folder-of.js';
import { processesIn } from '../processes.js';
import { call } from './call.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const CLI = path.join(root, 'dist', 'cli.js');
const STOPPED = 'Stopped. The earlier decks are as they were.\n';

/** Milliseconds that only a hang takes; an idle machine needs less than a second. */
const HANGS = 10_000;

const BRIEF = `id: bridge
title: The bridge stays shut
asOf: 2026-03-02
bottomLine: The bridge stays shut until mid-April.
`;

interface Running {
  child: ChildProcess;
  /** The folder it runs in, with its decks in `out`, and its temporary folder. */
  folder: string;
  temporary: string;
  err: () => string;
  /** Its exit code; 128 and the signal where a signal ended it. */
  ended: Promise<number>;
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGKILL: 137 } as const;

async function start(
  argv: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const folder = await folderOf({ 'brief.yaml': BRIEF, ...files });
  const temporary = path.join(folder, 'tmp');
  await mkdir(temporary);
  await shareBrowser(temporary);
  const child = spawn(process.execPath, [CLI, ...argv], { cwd: folder, env: environmentOf(temporary) });
  let err = '';
  child.stderr?.on('data', (text) => {
    err += text;
  });
  const ended = new Promise<number>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? SIGNALS[signal as keyof typeof SIGNALS]));
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return { child, folder, temporary, err: () => err, ended };
}

const environmentOf = (temporary: string) => ({ ...process.env, TMPDIR: temporary });

/** The embedded browser is unpacked once for all runs. */
async function shareBrowser(temporary: string): Promise<void> {
  const { executable, origin } = await findBrowser();
  const folder = path.dirname(executable);
  if (origin === 'embedded') await symlink(folder, path.join(temporary, path.basename(folder)));
}

const processesOf = ({ temporary }: Running) => processesIn(temporary);

async function foldersOf({ temporary }: Running): Promise<string[]> {
  return (await readdir(temporary)).filter((name) => !name.startsWith('briefdeck-chromium-'));
}

const until = (condition: () => boolean | Promise<boolean>) =>
  expect.poll(condition, { timeout: 50_000, interval: 5 }).toBe(true);

const BUILD = ['build', 'brief.yaml', '--out', 'out', '--audience', 'public'];

/** Waits until a build has come to a moment. */
const MOMENTS: Readonly<Record<string, (run: Running) => Promise<unknown>>> = {
  loading: (run) => until(() => processesOf(run).length > 1),
  fitting: (run) => until(() => processesOf(run).length > 2),
  'printing and checking': (run) => until(() => /^\d+\/\d+ /m.test(run.err())),
};

const HELPERS = {
  'briefdeck.yaml': 'helpers: helpers.mjs\ntemplates: templates\n',
  'templates/slides/bottom-line.md.hbs': '# {{loop headline}}\n',
};

const BLOCKED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a module of helpers that never ends': {
    ...HELPERS,
    'helpers.mjs': `import { writeFileSync } from 'node:fs';
writeFileSync('here', '');
for (;;);
`,
  },
  'a helper that never ends': {
    ...HELPERS,
    'helpers.mjs': `import { writeFileSync } from 'node:fs';
export function loop() {
  writeFileSync('here', '');
  for (;;);
}
`,
  },
  'a helper that waits inside the system': {
    ...HELPERS,
    'helpers.mjs': `import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
execFileSync('mkfifo', ['fifo']);
export function loop() {
  writeFileSync('here', '');
  return readFileSync('fifo', 'utf8');
}
`,
  },
};

// Processes are checked for in /proc.
describe.skipIf(process.platform !== 'linux')('a command that is stopped', () => {
  async function stopped(run: Running, signal: keyof typeof SIGNALS, message = STOPPED): Promise<void> {
    const from = performance.now();
    run.child.kill(signal);
    expect(await run.ended).toBe(SIGNALS[signal]);
    expect(performance.now() - from).toBeLessThan(HANGS);
    expect(run.err().endsWith(message)).toBe(true);
    expect(run.err()).not.toContain('    at ');
    // What ends with its parent does so at once, but not in the same moment.
    await expect.poll(() => processesOf(run), { timeout: HANGS }).toEqual([]);
    await expect.poll(() => foldersOf(run), { timeout: HANGS }).toEqual([]);
    expect((await readdir(run.folder)).includes('out')).toBe(false);
  }

  for (const [moment, reached] of Object.entries(MOMENTS)) {
    it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(`while ${moment}, by %s`, async (signal) => {
      const run = await start(BUILD);
      await reached(run);
      await stopped(run, signal, signal === 'SIGKILL' ? '' : STOPPED);
    });
  }

  for (const [what, files] of Object.entries(BLOCKED)) {
    it.each(['SIGINT', 'SIGTERM'] as const)(`in ${what}, by %s`, async (signal) => {
      const run = await start(BUILD, files);
      await until(async () => (await readdir(run.folder)).includes('here'));
      await stopped(run, signal);
    });
  }

  it('leaves a folder to the next run where it was killed before the browser ran', async () => {
    const gone = spawnSync(process.execPath, ['--version']).pid;
    const run = await start(['doctor']);
    const host = hostname().replace(/[^\w]/g, '_');
    await mkdir(path.join(run.temporary, `briefdeck-${host}-${gone}-abc123`, 'profile'), { recursive: true });
    expect(await run.ended).toBe(0);
    expect(await foldersOf(run)).toEqual([]);
  });

  it.each(['check', 'explain', 'doctor'])('%s', async (command) => {
    const run = await start([command, ...(command === 'doctor' ? [] : ['brief.yaml'])]);
    await until(async () => (await foldersOf(run)).length > 0);
    await stopped(run, 'SIGINT');
  });

  it('leaves nothing where the browser was being unpacked, and the next run unpacks it', async () => {
    if ((await findBrowser()).origin !== 'embedded') return;
    const folder = await folderOf();
    const env = environmentOf(folder);
    const child = spawn(process.execPath, [CLI, 'doctor'], { env });
    const ended = new Promise((resolve) => child.once('close', resolve));
    await until(async () => (await readdir(folder)).length > 0);
    child.kill('SIGKILL');
    await ended;
    expect((await readdir(folder)).filter((name) => name.startsWith('briefdeck-chromium-'))).toEqual([]);
    execFileSync(process.execPath, [CLI, 'doctor'], { env });
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^briefdeck-chromium-/)]);
  });

  it('while writing completes or undoes it', async () => {
    const argv = [...BUILD, '--length', 'flash', '--format', 'md,html'];
    const run = await start(argv);
    expect(await run.ended).toBe(0);
    const earlier = await readFile(path.join(run.folder, 'out', 'bridge', 'public-flash.html'), 'utf8');

    const again = await start(argv, { 'brief.yaml': BRIEF.replace('mid-April', 'May') });
    const out = path.join(again.folder, 'out');
    await cp(path.join(run.folder, 'out'), out, { recursive: true });
    const staging = async () => (await readdir(out)).find((name) => name.startsWith('.staging-'));
    await until(async () => {
      const name = await staging();
      return name !== undefined && (await readdir(path.join(out, name)).catch(() => [])).length > 0;
    });
    again.child.kill('SIGINT');
    const code = await again.ended;
    expect(await staging()).toBeUndefined();
    const now = await readFile(path.join(out, 'bridge', 'public-flash.html'), 'utf8');
    expect([code, now === earlier]).toEqual(code === 0 ? [0, false] : [130, true]);
    expect(await call('verify', out)).toMatchObject({ code: 0 });
  });
});

it('a standard output that is closed ends a command quietly', async () => {
  const run = await start(['schema']);
  run.child.stdout?.destroy();
  expect([await run.ended, run.err()]).toEqual([141, '']);
});

it('a standard error that is closed does not end a build', async () => {
  const run = await start([...BUILD, '--length', 'flash', '--format', 'md']);
  run.child.stderr?.destroy();
  expect(await run.ended).toBe(0);
  expect(await readdir(path.join(run.folder, 'out', 'bridge'))).toContain('public-flash.md');
});

it('results, messages and exit codes are those of the command', async () => {
  const run = await start(['explain', 'brief.yaml', '--length', 'nowhere', '--json']);
  let out = '';
  run.child.stdout?.on('data', (text) => {
    out += text;
  });
  expect([await run.ended, run.err()]).toEqual([2, '']);
  expect(JSON.parse(out)).toMatchObject({ problems: [{ code: 'usage' }] });
});
