/** Files to the disk, all or none: they are written beside their places first and then moved there. */
import {
  copyFile,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  realpath,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { MachineError, UsageError } from '../problem.js';
import { SEEN } from './earlier.js';
import { checkNames } from './names.js';

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
 * one step. Throws {@link MachineError} where the disk refuses, {@link UsageError} where a file is somebody else's.
 */
export async function writeAll(folder: string, files: readonly OutputFile[]): Promise<void> {
  checkNames(files.map((file) => file.name));
  try {
    await mkdir(folder, { recursive: true });
    await refuseForeign(folder, files);
    await removeLeftovers(folder);
    const staging = await mkdtemp(path.join(folder, `${STAGING}${process.pid}-`));
    try {
      const moves: Move[] = [];
      for (const [i, file] of files.entries()) {
        const from = path.join(staging, String(i));
        await writeFile(from, file.bytes);
        moves.push({ from, to: path.join(folder, ...file.name.split('/')), kept: `${from}.earlier` });
      }
      for (const to of new Set(moves.map((move) => path.dirname(move.to)))) {
        await mkdir(to, { recursive: true });
        await refuseOutside(folder, to);
      }
      await moveAll(moves);
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  } catch (error) {
    throw refused(folder, error);
  }
}

/** Files of a build that are there already, in a folder that no build has written to, are somebody else's. */
async function refuseForeign(folder: string, files: readonly OutputFile[]): Promise<void> {
  if (!files.some((file) => file.name === SEEN) || (await isThere(path.join(folder, SEEN)))) return;
  for (const { name } of files) {
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

/** Where files wait: this machine's, and whose process is named after it. */
const STAGING = `.staging-${hostname().replace(/[^\w]/g, '_')}-`;

/** Removes what a build on this machine left here that was killed while it wrote. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, id] = name.startsWith(STAGING) ? (/^(\d+)-\w{6}$/.exec(name.slice(STAGING.length)) ?? []) : [];
    if (id !== undefined && !isRunning(Number(id)))
      await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

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
  // What Node says of a folder for which a disk has no room.
  ENOENT: 'its folder cannot be made: the disk may be full',
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
  const { path: from = folder, dest = from } = error as NodeJS.ErrnoException & { dest?: string };
  return new MachineError(
    'not-written',
    `"${dest.includes('.staging-') ? from : dest}" cannot be written: ${REASONS[code] ?? error.message}`,
    'Make room there, or name another folder with --out. The earlier decks are as they were.',
  );
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
