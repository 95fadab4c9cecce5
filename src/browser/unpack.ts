/**
 * The browser inside the optional package `@sparticuz/chromium`, unpacked once into a folder that later runs share. The
 * folder gets its name when it is complete, so that a half-written one is never used.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { lstat, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';
import { codeOf, makeOwnFolder, removeFolder, TEMPORARY } from '../core/folders.js';
import { MachineError } from '../core/problem.js';

/** Unpacks the browser and returns its executable; `undefined` where the package is not installed. */
export async function unpackBrowser(): Promise<string | undefined> {
  const archives = installedArchives();
  if (archives === undefined) return undefined;
  const { version } = JSON.parse(await readFile(new URL('../package.json', archives), 'utf8'));
  // Users do not share it: one of them could put another program there.
  const folder = path.join(tmpdir(), `briefdeck-chromium-${version}-${userInfo().username}`);
  try {
    if (!(await isOwn(folder))) await unpack(archives, folder);
  } catch (error) {
    throw new MachineError(
      'browser-failed',
      `The browser that comes with briefdeck cannot be unpacked into "${folder}": ${reasonOf(error)}`,
      'Make room there, set TMPDIR to another folder, or name a browser with --browser or CHROME_PATH.',
    );
  }
  return path.join(folder, 'chromium');
}

/** Environment of the unpacked browser on a system without fonts: those that come with it. */
export function ownFonts(executable: string): Record<string, string> {
  return { FONTCONFIG_PATH: path.join(path.dirname(executable), 'fonts') };
}

/** Environment of the unpacked browser on a system without the libraries it needs (NSS above all). */
export function ownLibraries(executable: string): Record<string, string> {
  return { LD_LIBRARY_PATH: path.join(path.dirname(executable), 'lib') };
}

function installedArchives(): URL | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    return new URL('../../bin/', pathToFileURL(entry));
  } catch {
    return undefined;
  }
}

/** Whether the folder is there; throws where it is another user's. */
async function isOwn(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  if (found && process.getuid && found.uid !== process.getuid())
    throw new Error('it belongs to another user');
  return found !== undefined;
}

async function unpack(archives: URL, folder: string): Promise<void> {
  const staging = await makeOwnFolder(tmpdir(), TEMPORARY);
  try {
    const decompressed = (name: string) =>
      [createReadStream(new URL(name, archives)), createBrotliDecompress()] as const;
    await Promise.all([
      pipeline(
        ...decompressed('chromium.br'),
        createWriteStream(path.join(staging, 'chromium'), { mode: 0o700 }),
      ),
      pipeline(...decompressed('swiftshader.tar.br'), extract(staging)),
      pipeline(...decompressed('al2023.tar.br'), extract(staging)),
      pipeline(...decompressed('fonts.tar.br'), extract(path.join(staging, 'fonts'))),
    ]);
    await nameFonts(path.join(staging, 'fonts', 'fonts.conf'), path.join(folder, 'fonts'));
    await rename(staging, folder);
  } catch (error) {
    await removeFolder(staging);
    // Another process was faster.
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
  }
}

/** The settings expect the fonts in "/tmp/fonts". */
async function nameFonts(settings: string, folder: string): Promise<void> {
  await writeFile(settings, (await readFile(settings, 'utf8')).replaceAll('/tmp/fonts', folder));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
