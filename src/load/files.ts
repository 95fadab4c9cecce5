/**
 * The one way in which a file is read on the word of a brief, a profile or a brand: regular files only, opened without
 * waiting, and no more of them than is allowed. What is checked is the open file, not its name: nothing can be put in
 * its place between the check and the reading.
 */
import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../core/problem.js';
import { OutsideFolder, resolveInside } from './folder.js';
import { megabytes } from './limits.js';

/** A pipe, a device, a folder. */
export class NotAFile extends Error {}

/** A file over the size that is read. */
export class TooLarge extends Error {
  readonly size: number;
  readonly most: number;

  constructor(file: string, size: number, most: number) {
    super(`${file} has ${size} bytes`);
    this.size = size;
    this.most = most;
  }
}

/** Text that an editor holds and has not saved, by the absolute path of its file: it is read in place of the file. */
export type Unsaved = ReadonlyMap<string, string>;

/** Bytes that are read at a time. */
const CHUNK = 64 * 1024;

// A pipe without a writer would otherwise be waited for. Windows knows neither flag, and takes it for 0.
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

/** The bytes of a regular file of at most so many. Throws {@link NotAFile}, {@link TooLarge}, or as the file system says it. */
export async function readRegular(file: string, most: number, unsaved?: Unsaved): Promise<Buffer> {
  const text = unsaved?.get(path.resolve(file));
  if (text !== undefined) return bytesOf(text, file, most);
  return reading(file, FLAGS, (handle) => contentOf(handle, file, most));
}

/**
 * The bytes of a file within a folder, named from it. Throws as {@link readRegular} and as {@link resolveInside} do,
 * also where the name leads elsewhere by the time that the file is open.
 */
export async function readInside(
  folder: string,
  name: string,
  most: number,
  unsaved?: Unsaved,
): Promise<Buffer> {
  const text = unsaved?.get(path.resolve(folder, name));
  if (text !== undefined) return bytesOf(text, name, most);
  const file = await resolveInside(folder, name);
  return reading(file, FLAGS | constants.O_NOFOLLOW, async (handle) => {
    const [opened, named] = [
      await handle.stat({ bigint: true }),
      await stat(await resolveInside(folder, name), { bigint: true }),
    ];
    if (opened.ino !== named.ino || opened.dev !== named.dev) throw new NotAFile(name);
    return contentOf(handle, name, most);
  });
}

function bytesOf(text: string, file: string, most: number): Buffer {
  const bytes = Buffer.from(text);
  if (bytes.length > most) throw new TooLarge(file, bytes.length, most);
  return bytes;
}

async function reading(
  file: string,
  flags: number,
  read: (handle: FileHandle) => Promise<Buffer>,
): Promise<Buffer> {
  let handle: FileHandle;
  try {
    handle = await open(file, flags);
  } catch (error) {
    // A socket, or a device that no driver answers for.
    if (codeOf(error) === 'ENXIO' || codeOf(error) === 'ENODEV') throw new NotAFile(file);
    throw error;
  }
  try {
    return await read(handle);
  } finally {
    await handle.close();
  }
}

async function contentOf(handle: FileHandle, file: string, most: number): Promise<Buffer> {
  const found = await handle.stat();
  if (!found.isFile()) throw new NotAFile(file);
  if (found.size > most) throw new TooLarge(file, found.size, most);
  // A file may grow while it is read, and some say that they have no size: one byte more than allowed tells.
  const parts: Buffer[] = [];
  let size = 0;
  for (;;) {
    const part = Buffer.allocUnsafe(Math.min(most + 1 - size, CHUNK));
    const { bytesRead } = await handle.read(part, 0, part.length);
    if (bytesRead === 0) return Buffer.concat(parts, size);
    parts.push(part.subarray(0, bytesRead));
    size += bytesRead;
    if (size > most) throw new TooLarge(file, size, most);
  }
}

/** Why a file that something names was not read. `folder` is what its folder is called: `the folder of the brief`. */
export function describeUnread(error: unknown, name: string, folder: string): Problem {
  if (error instanceof OutsideFolder)
    return {
      code: 'outside',
      message: `"${name}" is outside ${folder}`,
      hint: 'Put a copy of the file into the folder.',
    };
  if (error instanceof NotAFile)
    return {
      code: 'not-a-file',
      message: `"${name}" is no regular file`,
      hint: 'A folder, a pipe or a device is not read: put a file in its place.',
    };
  if (error instanceof TooLarge)
    return {
      code: 'too-large',
      message: `"${name}" is over ${megabytes(error.most)}`,
      hint: 'Cut it to what is used.',
    };
  if (codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM')
    return {
      code: 'no-access',
      message: `"${name}" may not be read`,
      hint: 'Give yourself the right to read it.',
    };
  return {
    code: 'no-file',
    message: `there is no file "${name}" in ${folder}`,
    hint: 'Check the name, or add the file.',
  };
}

/** The name that the file system gives an error: `ENOENT`. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
