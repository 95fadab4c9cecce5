/** Starts a browser that ends with its parent, however that ends, and leaves no files. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Browser } from 'puppeteer-core';
import { makeOwnFolder, removeFolder, TEMPORARY } from '../core/folders.js';
import { MachineError } from '../core/problem.js';
import puppeteer from '../vendor/puppeteer.js';
import type { FoundBrowser } from './find.js';
import { ownFonts, ownLibraries } from './unpack.js';

/** A browser that was started. */
export interface Launched {
  browser: Browser;
  /** Ends it and removes its files. */
  end(): Promise<void>;
}

/** Flags for every browser: nothing but the document it is handed. */
const FLAGS = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
];

/** No sandbox, only where none can be had. */
const UNSANDBOXED = ['--no-sandbox', '--no-zygote'];

/**
 * The browser ends when the pipe to its parent closes, even if the parent was killed; the shell around it then removes
 * its files. Where there is no such shell (Windows), the next run does.
 */
const SHELL = '/bin/sh';
const RUN_AND_REMOVE = '"$@"; rm -rf "$0"';

/** Milliseconds that a start may take, and an end before it is forced. */
const START_LIMIT = 120_000;
const END_LIMIT = 2000;

/** Starts a browser. Throws {@link MachineError} with what it says where it does not start. */
export async function launch(found: FoundBrowser): Promise<Launched> {
  const isBare = found.origin === 'embedded' && !existsSync('/etc/fonts/fonts.conf');
  const env = { ...process.env, ...(isBare && ownFonts(found.executable)) };
  try {
    return await start(found, env);
  } catch (error) {
    if (found.origin !== 'embedded') throw error;
    return start(found, { ...env, ...ownLibraries(found.executable) });
  }
}

async function start(found: FoundBrowser, env: NodeJS.ProcessEnv): Promise<Launched> {
  const folder = await makeOwnFolder(tmpdir(), TEMPORARY);
  const killing = new AbortController();
  const limit = setTimeout(() => killing.abort(), START_LIMIT);
  try {
    const browser = await puppeteer.launch({
      ...commandOf(found, folder),
      ignoreDefaultArgs: true,
      env: { ...env, TMPDIR: folder },
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      signal: killing.signal,
    });
    // The pipes to a browser that dies fail, maybe after puppeteer has stopped listening: an unheard error ends Node.
    for (const pipe of browser.process()?.stdio ?? []) pipe?.on('error', () => undefined);
    return {
      browser,
      async end() {
        const closed = browser.close().catch(() => undefined);
        await Promise.race([closed, sleep(END_LIMIT, undefined, { ref: false })]);
        killing.abort();
        await removeFolder(folder);
      },
    };
  } catch (error) {
    killing.abort();
    await removeFolder(folder);
    throw new MachineError(
      'browser-failed',
      `The browser at "${found.executable}" did not start: ${await reasonOf(error, found, env)}`,
      'Run briefdeck doctor, or name another browser with --browser or CHROME_PATH.',
    );
  } finally {
    clearTimeout(limit);
  }
}

function commandOf({ executable, origin }: FoundBrowser, folder: string) {
  const needsNoSandbox = origin === 'embedded' || process.getuid?.() === 0;
  const args = puppeteer.defaultArgs({
    headless: origin === 'embedded' || origin === 'shell' ? 'shell' : true,
    userDataDir: path.join(folder, 'profile'),
    args: ['--remote-debugging-pipe', ...FLAGS, ...(needsNoSandbox ? UNSANDBOXED : [])],
  });
  return existsSync(SHELL)
    ? { executablePath: SHELL, args: ['-c', RUN_AND_REMOVE, folder, executable, ...args] }
    : { executablePath: executable, args };
}

/** Why a browser did not start: what it says itself when it is only asked for its version, such as a missing library. */
async function reasonOf(
  error: unknown,
  { executable }: FoundBrowser,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  try {
    await promisify(execFile)(executable, ['--version'], { env, timeout: 5000 });
    return firstLine(error);
  } catch (failure) {
    const { stderr } = failure as { stderr?: string };
    return firstLine(stderr || failure);
  }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n').find((line) => line.trim() !== '') ?? 'no reason was given';
}
