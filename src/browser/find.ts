/** The browser to use: the one that is named, an installed one, or the one that comes with an optional package. */
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { MachineError } from '../core/problem.js';
import { unpackBrowser } from './unpack.js';

/** Where a browser was found, and how it is started. */
export interface FoundBrowser {
  executable: string;
  origin: 'named' | 'installed' | 'embedded';
}

const NO_BROWSER = new MachineError(
  'no-browser',
  'No browser was found.',
  'Install Chrome, Edge or Chromium, or name one with --browser or CHROME_PATH. On Linux x64, npm install brings one along.',
);

/** The browser to use: the one named, an installed Chrome, Edge or Chromium, or the embedded one. */
export async function findBrowser(named?: string): Promise<FoundBrowser> {
  if (named !== undefined) {
    if (await isExecutable(named)) return { executable: named, origin: 'named' };
    throw new MachineError(
      'no-browser',
      `There is no browser at "${named}".`,
      'Check --browser or CHROME_PATH.',
    );
  }
  for (const executable of installedPaths())
    if (await isExecutable(executable)) return { executable, origin: 'installed' };
  const embedded = await embeddedBrowser();
  if (!embedded) throw NO_BROWSER;
  return embedded;
}

/** Where systems put their browsers. */
function installedPaths(): string[] {
  const { env, platform } = process;
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

/** The browser inside the optional package; none where the package is not. */
async function embeddedBrowser(): Promise<FoundBrowser | undefined> {
  const executable = await unpackBrowser();
  return executable === undefined ? undefined : { executable, origin: 'embedded' };
}
