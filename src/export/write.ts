/** Files to the disk, all or none: they are written beside their places first and then moved there. */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A file of a build: its name below the output folder, with slashes, and what is in it. */
export interface OutputFile {
  name: string;
  bytes: Uint8Array | string;
}

/**
 * Writes files into a folder. Whatever goes wrong before the last one is on the disk leaves the earlier files as they
 * were; a move replaces a file in one step.
 */
export async function writeAll(folder: string, files: readonly OutputFile[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const staging = await mkdtemp(path.join(folder, '.staging-'));
  try {
    const moves: (readonly [from: string, to: string])[] = [];
    for (const [i, file] of files.entries()) {
      const from = path.join(staging, String(i));
      await writeFile(from, file.bytes);
      moves.push([from, path.join(folder, ...file.name.split('/'))]);
    }
    for (const [, to] of moves) await mkdir(path.dirname(to), { recursive: true });
    for (const [from, to] of moves) await rename(from, to);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
