/** Files to the disk, all or none: they are written beside their places first and then moved there. */
import { existsSync } from 'node:fs';
import { copyFile, link, lstat, realpath, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, makeFolder, makeOwnFolder, removeFolder } from '../core/folders.js';
import { MachineError, UsageError } from '../core/problem.js';
import { checkNames } from './names.js';
import { SEEN } from './previous-build.js';

/** A file of a build: its name below the output folder, with slashes, and what is in it. */
export interface OutputFile {
  name: string;
  bytes: Uint8Array | string;
}

interface Move {
  /** Where the new file waits. */
  from: string;
  to: string;
  /** Where the earlier file is kept until all are moved. */
  kept: string;
}

/**
 * Writes files into a folder. Whatever goes wrong leaves the earlier files as they were; a move replaces a file in
 * one step. Throws {@link MachineError} where the disk refuses, {@link UsageError} where a file is somebody else's. The
 * signal stops it until the first file is moved.
 */
export async function writeAll(
  folder: string,
  files: readonly OutputFile[],
  signal?: AbortSignal,
): Promise<void> {
  checkNames(files.map((file) => file.name));
  try {
    await makeFolder(folder);
    await refuseForeign(
      folder,
      files.map((file) => file.name),
    );
    const staging = await makeOwnFolder(folder, STAGING);
    try {
      const moves: Move[] = [];
      for (const [i, file] of files.entries()) {
        signal?.throwIfAborted();
        const from = path.join(staging, String(i));
        await writeFile(from, file.bytes);
        moves.push({ from, to: path.join(folder, ...file.name.split('/')), kept: `${from}.earlier` });
      }
      signal?.throwIfAborted();
      for (const to of new Set(moves.map((move) => path.dirname(move.to)))) {
        await makeFolder(to);
        await refuseOutside(folder, to);
      }
      await moveAll(moves);
    } finally {
      await removeFolder(staging);
    }
  } catch (error) {
    throw refused(folder, error);
  }
}

/**
 * Files of a build that are there already, in a folder that no build has written to, are somebody else's. Throws
 * {@link UsageError}.
 */
export async function refuseForeign(folder: string, names: readonly string[]): Promise<void> {
  if (!names.includes(SEEN) || (await isThere(path.join(folder, SEEN)))) return;
  for (const name of names) {
    const file = path.join(folder, ...name.split('/'));
    if (await isThere(file))
      throw new UsageError(
        `"${file}" is there already, and no build has written to "${folder}" before.`,
        'Name another folder with --out, or move the file.',
      );
  }
}

/** Whether there is anything of that name: a link that leads nowhere, too. */
async function isThere(file: string): Promise<boolean> {
  return (await lstat(file).catch(() => undefined)) !== undefined;
}

/** A folder inside the output folder may be a link to another place. */
async function refuseOutside(folder: string, inside: string): Promise<void> {
  const relative = path.relative(await realpath(folder), await realpath(inside));
  if (relative.split(path.sep)[0] === '..' || path.isAbsolute(relative))
    throw new UsageError(
      `"${inside}" is a link that leads out of "${folder}".`,
      'Remove the link, or name another folder with --out.',
    );
}

/** Finds out, before any work, whether files can be written there; leaves nothing. Throws {@link MachineError}. */
export async function tryFolder(folder: string): Promise<void> {
  let existing = path.resolve(folder);
  while (!existsSync(existing)) existing = path.dirname(existing);
  try {
    await removeFolder(await makeOwnFolder(existing, STAGING));
  } catch (error) {
    throw refused(existing, error);
  }
}

/** Where files wait. */
const STAGING = '.staging-';

async function moveAll(moves: readonly Move[]): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const { from, to, kept } of moves) {
      const wasThere = await keep(to, kept);
      await rename(from, to);
      undo.unshift(() => (wasThere ? rename(kept, to) : rm(to)));
    }
  } catch (error) {
    for (const step of undo) await step();
    throw error;
  }
}

/** Keeps the earlier file under a second name, without taking it from its place; `false` where there is none. */
async function keep(file: string, kept: string): Promise<boolean> {
  try {
    // Not every file system has links.
    await link(file, kept).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') throw error;
      return copyFile(file, kept);
    });
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  // What Node says where a file system takes no folders, and where a disk has no room for one.
  ENOENT: 'no folder can be made there: the disk may be full',
  EDQUOT: 'there is no more room for you on the disk',
  EFBIG: 'it is larger than a file may be there',
  EEXIST: 'a file stands where a folder is needed',
  ENOTDIR: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where a file is needed',
  ENAMETOOLONG: 'its name is too long',
};

function refused(folder: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === undefined || !(error instanceof Error)) return error;
  const { path: from, dest = from } = error as NodeJS.ErrnoException & { dest?: string };
  const file = [dest, from].find((name) => name !== undefined && !name.includes(STAGING)) ?? folder;
  return new MachineError(
    'not-written',
    `"${file}" cannot be written: ${REASONS[code] ?? error.message}`,
    'Make room there, or name another folder with --out. The earlier decks are as they were.',
  );
}
