/**
 * The browser that measures and prints: found, launched once for a whole build, its network off, restarted once if
 * it dies. It is handed documents and reads nothing else.
 */
import { createReadStream, existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { extract } from 'tar-fs';
import { MachineError } from './problem.js';

/** Where a browser was found, and how it is started. */
export interface FoundBrowser {
  executable: string;
  origin: 'named' | 'installed' | 'embedded';
}

/** Flags for every browser: nothing but the document it is handed, and no sandbox only where none can be had. */
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

/** Pages open at a time: to open one takes as long as to print one, and two keep the browser busy. */
const PAGES = 2;

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

/** The browser inside the optional package, unpacked into the temporary folder; none where the package is not. */
async function embeddedBrowser(): Promise<FoundBrowser | undefined> {
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    chromium.setGraphicsMode = false;
    return { executable: await chromium.executablePath(), origin: 'embedded' };
  } catch {
    return undefined;
  }
}

/**
 * Libraries that the embedded browser needs and a bare system lacks (NSS above all): the package brings them too.
 * Unpacked beside the browser; returns the environment that makes it use them.
 */
async function withOwnLibraries(): Promise<Record<string, string | undefined>> {
  const folder = path.join(tmpdir(), 'briefdeck-libraries');
  const archive = new URL('../../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'));
  await pipeline(createReadStream(archive), createBrotliDecompress(), extract(folder));
  return { ...process.env, LD_LIBRARY_PATH: path.join(folder, 'lib') };
}

/** A system without fonts has no settings for them either; those that come with the embedded browser then serve. */
function environment(found: FoundBrowser): Record<string, string | undefined> {
  const isBare = found.origin === 'embedded' && !existsSync('/etc/fonts/fonts.conf');
  return isBare ? { ...process.env, FONTCONFIG_PATH: path.join(tmpdir(), 'fonts') } : process.env;
}

async function launch(found: FoundBrowser): Promise<Browser> {
  const env = environment(found);
  try {
    return await start(found, env);
  } catch (error) {
    if (found.origin !== 'embedded') throw error;
    return start(found, { ...env, ...(await withOwnLibraries()) });
  }
}

async function start(found: FoundBrowser, env: Record<string, string | undefined>): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  const args = [...FLAGS, ...(found.origin === 'embedded' || isRoot ? ['--no-sandbox', '--no-zygote'] : [])];
  try {
    return await puppeteer.launch({
      executablePath: found.executable,
      headless: found.origin === 'embedded' ? 'shell' : true,
      args,
      env,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.split('\n').find((line) => line.trim() !== '') : String(error);
    throw new MachineError(
      'browser-failed',
      `The browser at "${found.executable}" did not start: ${reason}`,
      'Run briefdeck doctor, or name another browser with --browser or CHROME_PATH.',
    );
  }
}

/** Hands out pages of one browser. A page is used by one task at a time and kept for the next. */
export class BrowserPool {
  readonly #find: () => Promise<FoundBrowser>;
  readonly #waiting: (() => void)[] = [];
  #busy = 0;
  #browser: Promise<Browser> | undefined;
  #idle: Page[] = [];
  #restarts = 0;

  constructor(named?: string) {
    let found: Promise<FoundBrowser> | undefined;
    this.#find = () => {
      found ??= findBrowser(named);
      return found;
    };
  }

  /** Starts the browser, so that it is there when the first page is wanted. */
  warm(): void {
    // A failure is thrown where the browser is first used.
    this.#launched().catch(() => undefined);
  }

  /** Runs a task on a page; if the browser died under it, once more on a new browser. */
  async use<T>(task: (page: Page) => Promise<T>): Promise<T> {
    const browser = await this.#launched();
    try {
      return await this.#run(browser, task);
    } catch (error) {
      if (browser.connected || this.#restarts > 0) throw error;
      this.#restarts++;
      this.#browser = undefined;
      this.#idle = [];
      return this.#run(await this.#launched(), task);
    }
  }

  async version(): Promise<string> {
    return (await this.#launched()).version();
  }

  async close(): Promise<void> {
    const browser = await this.#browser?.catch(() => undefined);
    this.#browser = undefined;
    await browser?.close().catch(() => undefined);
  }

  #launched(): Promise<Browser> {
    this.#browser ??= this.#find().then(launch);
    return this.#browser;
  }

  async #run<T>(browser: Browser, task: (page: Page) => Promise<T>): Promise<T> {
    if (this.#busy >= PAGES) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#busy++;
    try {
      const page = this.#idle.pop() ?? (await newPage(browser));
      const result = await task(page);
      this.#idle.push(page);
      return result;
    } finally {
      this.#busy--;
      this.#waiting.shift()?.();
    }
  }
}

async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setOfflineMode(true);
  await page.setViewport({ width: 1280, height: 720 });
  return page;
}
