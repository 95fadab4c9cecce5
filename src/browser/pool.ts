/**
 * The browser that measures and prints: launched once for a whole build, its network off, and again if it dies. It is
 * handed documents and reads nothing else.
 */
import type { Browser, Page } from 'puppeteer-core';
import { MachineError } from '../core/problem.js';
import { type FoundBrowser, findBrowser } from './find.js';
import { type Launched, launch } from './launch.js';

/** Pages open at a time: to open one takes as long as to print one, and two keep the browser busy. */
const PAGES = 2;

/** The browser or the page was gone before the task was done. */
class Died extends Error {}

/** One running browser, and its pages that no task uses. */
interface Session extends Launched {
  idle: Page[];
  version: string;
  /** Rejects with {@link Died} when the browser is gone. */
  died: Promise<never>;
}

/** Hands out pages of one browser. A page is used by one task at a time and kept for the next. */
export class BrowserPool {
  readonly #find: () => Promise<FoundBrowser>;
  readonly #waiting: (() => void)[] = [];
  #busy = 0;
  #session: Promise<Session> | undefined;
  #isClosed = false;

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
    this.#running().catch(() => undefined);
  }

  /** Runs a task on a page; if the browser died under it, once more on a new one. */
  async use<T>(task: (page: Page) => Promise<T>): Promise<T> {
    if (this.#busy >= PAGES) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#busy++;
    try {
      return await this.#attempt(task).catch((error: unknown) => {
        if (!(error instanceof Died)) throw error;
        return this.#attempt(task);
      });
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      throw new MachineError(
        'browser-failed',
        `The browser stopped twice at the same work: ${error.message}`,
        'Close other programs if memory is short, or name another browser with --browser or CHROME_PATH.',
      );
    } finally {
      this.#busy--;
      this.#waiting.shift()?.();
    }
  }

  async version(): Promise<string> {
    return (await this.#running()).version;
  }

  /** Ends the browser for good: tasks under way and later ones are rejected. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await (await this.#session?.catch(() => undefined))?.end();
  }

  async #attempt<T>(task: (page: Page) => Promise<T>): Promise<T> {
    const session = await this.#running();
    try {
      const page = session.idle.pop() ?? (await Promise.race([newPage(session.browser), session.died]));
      const result = await Promise.race([onPage(page, task), session.died]);
      session.idle.push(page);
      return result;
    } catch (error) {
      // What a task says of a lost connection is no reason of its own.
      if (!session.browser.connected) return session.died;
      throw error;
    }
  }

  #running(): Promise<Session> {
    if (this.#isClosed) return Promise.reject(new Error('The browser is closed.'));
    this.#session ??= this.#start();
    return this.#session;
  }

  async #start(): Promise<Session> {
    const launched = await launch(await this.#find());
    const version = await launched.browser.version();
    const died = new Promise<never>((_, reject) => {
      launched.browser.once('disconnected', () => {
        reject(this.#isClosed ? new Error('The browser was closed.') : new Died('its process ended'));
        if (this.#isClosed) return;
        this.#session = undefined;
        launched.end().catch(() => undefined);
      });
    });
    died.catch(() => undefined);
    return { ...launched, version, idle: [], died };
  }
}

async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setOfflineMode(true);
  await page.setViewport({ width: 1280, height: 720 });
  return page;
}

/** Runs a task on a page; a page that crashes or whose task fails is given up. */
async function onPage<T>(page: Page, task: (page: Page) => Promise<T>): Promise<T> {
  let crash = () => {};
  const crashed = new Promise<never>((_, reject) => {
    crash = () => reject(new Died('the page crashed'));
  });
  page.once('error', crash);
  try {
    return await Promise.race([task(page), crashed]);
  } catch (error) {
    page.close().catch(() => undefined);
    throw error;
  } finally {
    page.off('error', crash);
  }
}
