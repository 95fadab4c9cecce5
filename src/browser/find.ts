/**
 * The browser to use: the one that is named; else a headless shell, which prints the same text in fewer pieces and in
 * less than half the time of a whole browser; else an installed Chrome, Edge or Chromium.
 */
import { access, constants, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { MachineError } from '../core/problem.js';
import { unpackBrowser } from './unpack.js';

/** Where a browser was found, and how it is started. */
export interface FoundBrowser {
  executable: string;
  origin: 'named' | 'embedded' | 'shell' | 'installed';
}

/** What is asked of the process about its machine. */
export interface Machine {
  platform: NodeJS.Platform;
  arch: string;
  env: NodeJS.ProcessEnv;
}

/** The browser to use: `named`, or what CHROME_PATH names, before all others. Throws {@link MachineError}. */
export async function findBrowser(browser?: string, machine: Machine = process): Promise<FoundBrowser> {
  const named = browser ?? (machine.env.CHROME_PATH || undefined);
  if (named !== undefined) {
    if (await isExecutable(named)) return { executable: named, origin: 'named' };
    throw new MachineError(
      'no-browser',
      `There is no browser at "${named}".`,
      'Check --browser or CHROME_PATH.',
    );
  }
  const embedded = (await runsEmbedded(machine)) ? await unpackBrowser() : undefined;
  if (embedded !== undefined) return { executable: embedded, origin: 'embedded' };
  for (const executable of await shellPaths(machine))
    if (await isExecutable(executable)) return { executable, origin: 'shell' };
  for (const executable of installedPaths(machine))
    if (await isExecutable(executable)) return { executable, origin: 'installed' };
  throw new MachineError(
    'no-browser',
    'No browser was found.',
    `Run \`${shellCommand(machine)}\`, or install Chrome, Edge or Chromium, or name one with --browser or CHROME_PATH. On Linux x64, npm install brings one along.`,
  );
}

/** How a headless shell is had where none is embedded. */
export function shellCommand({ env }: Pick<Machine, 'env'> = process): string {
  return `npx @puppeteer/browsers install chrome-headless-shell --path "${shellFolder(env)}"`;
}

/** Whether the embedded browser can run: it is for Linux x64, and asks for the GNU C library. */
async function runsEmbedded({ platform, arch }: Machine): Promise<boolean> {
  return platform === 'linux' && arch === 'x64' && (await isExecutable('/lib64/ld-linux-x86-64.so.2'));
}

/** The folder in which Puppeteer keeps browsers. */
function shellFolder(env: NodeJS.ProcessEnv): string {
  return env.PUPPETEER_CACHE_DIR || path.join(homedir(), '.cache', 'puppeteer');
}

/** Headless shells in Puppeteer's folder, the newest first: `chrome-headless-shell/<system>-<version>/<name>/<file>`. */
async function shellPaths({ platform, env }: Machine): Promise<string[]> {
  const name = 'chrome-headless-shell';
  const folder = path.join(shellFolder(env), name);
  const versions = await readdir(folder).catch(() => []);
  const newest = versions.sort((a, b) => versionOf(b).localeCompare(versionOf(a), 'en', { numeric: true }));
  const inside = newest.map(async (version) => {
    const folders = await readdir(path.join(folder, version)).catch(() => []);
    const file = platform === 'win32' ? `${name}.exe` : name;
    return folders.map((one) => path.join(folder, version, one, file));
  });
  return (await Promise.all(inside)).flat();
}

/** `mac_arm-143.0.7499.0` without its system. */
function versionOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('-') + 1);
}

/** Where systems put their browsers. */
function installedPaths({ env, platform }: Machine): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    return ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap(
      (file) => roots.map((root) => path.win32.join(root, file)),
    );
  }
  const names = ['google-chrome-stable', 'google-chrome', 'microsoft-edge', 'chromium', 'chromium-browser'];
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
