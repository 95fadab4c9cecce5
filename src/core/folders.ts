/** Making folders, and temporary ones named after their process, so that what a killed process left can be removed. */
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';

/**
 * Makes a folder and those above it that are missing. One at a time: with `recursive`, Node 20 tries forever where a
 * file system takes no folders, as below `/proc`.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeOne(folder);
  } catch (error) {
    const parent = path.dirname(folder);
    if (codeOf(error) !== 'ENOENT' || parent === folder) throw error;
    await makeFolder(parent);
    await makeOne(folder);
  }
}

async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const found = await stat(folder).catch(() => undefined);
    if (!found?.isDirectory()) throw error;
  }
}

/** How the names of this program's folders in the temporary folder begin. */
export const TEMPORARY = 'briefdeck-';

/** Makes a folder of this process's own in `parent`, and removes those of processes that were killed. */
export async function makeOwnFolder(parent: string, prefix: string): Promise<string> {
  for (const folder of await foldersOf(parent, prefix, (id) => !isRunning(id))) {
    // Another process may be removing it as well.
    await removeFolder(folder).catch(() => undefined);
  }
  return mkdtemp(path.join(parent, `${prefix}${HOST}-${process.pid}-`));
}

/** The folders that this process made in `parent` with {@link makeOwnFolder} and that are still there. */
export function ownFolders(parent: string, prefix: string): Promise<string[]> {
  return foldersOf(parent, prefix, (id) => id === process.pid);
}

/** Removes a folder, even while another process still removes or writes files in it. */
export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
}

/** Process ids mean something on one machine only. */
const HOST = hostname().replace(/[^\w]/g, '_');

async function foldersOf(
  parent: string,
  prefix: string,
  isWanted: (processId: number) => boolean,
): Promise<string[]> {
  const start = `${prefix}${HOST}-`;
  return (await readdir(parent))
    .filter((name) => {
      const [, id] = name.startsWith(start) ? (/^(\d+)-\w{6}$/.exec(name.slice(start.length)) ?? []) : [];
      return id !== undefined && isWanted(Number(id));
    })
    .map((name) => path.join(parent, name));
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** The code of an error of the system: `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
