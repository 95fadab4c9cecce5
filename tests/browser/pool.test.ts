/** The pool of pages: a browser or a page that dies costs a retry, and a closed pool starts nothing. */
import { tmpdir } from 'node:os';
import type { Page } from 'puppeteer-core';
import { expect, it, onTestFinished } from 'vitest';
import { BrowserPool } from '../../src/browser/pool.js';
import { ownFolders, TEMPORARY } from '../../src/core/folders.js';
import { MachineError } from '../../src/core/problem.js';

function newPool(): BrowserPool {
  const pool = new BrowserPool();
  onTestFinished(() => pool.close());
  return pool;
}

const processOf = (page: Page) => page.browser().process()?.pid ?? 0;

/** Kills the browser of a page, with all its processes. */
const kill = (page: Page) => process.kill(-processOf(page), 'SIGKILL');

const endless = (page: Page) => page.evaluate(() => new Promise<string>(() => undefined));

it('runs a task again on a new browser when the browser dies', async () => {
  const pool = newPool();
  const browsers: number[] = [];
  const answer = await pool.use(async (page) => {
    browsers.push(processOf(page));
    if (browsers.length === 1) {
      kill(page);
      return endless(page);
    }
    return 'done';
  });
  expect(answer).toBe('done');
  expect(new Set(browsers).size).toBe(2);
});

it('runs both again on one new browser when two pages are in use', async () => {
  const pool = newPool();
  const first: Page[] = [];
  const later = new Set<number>();
  const task = async (page: Page) => {
    if (first.length < 2) {
      first.push(page);
      if (first.length === 2) kill(page);
      return endless(page);
    }
    later.add(processOf(page));
    return 'done';
  };
  expect(await Promise.all([pool.use(task), pool.use(task)])).toEqual(['done', 'done']);
  expect(later.size).toBe(1);
});

it('survives a browser that dies again later, and one that dies between tasks', async () => {
  const pool = newPool();
  for (let round = 0; round < 3; round++) {
    let tries = 0;
    const page = await pool.use(async (open) => {
      if (tries++ === 0) kill(open);
      await open.evaluate(() => 1);
      return open;
    });
    expect(tries).toBe(2);
    kill(page);
    await expect.poll(() => page.browser().connected).toBe(false);
  }
});

it('runs a task again when only its page crashes', async () => {
  const pool = newPool();
  let tries = 0;
  const browsers = new Set<number>();
  await pool.use(async (page) => {
    browsers.add(processOf(page));
    if (tries++ > 0) return;
    page.goto('chrome://crash').catch(() => undefined);
    await endless(page);
  });
  expect([tries, browsers.size]).toEqual([2, 1]);
});

it('says so when the browser dies twice under one task', async () => {
  const pool = newPool();
  let tries = 0;
  const used = pool.use(async (page) => {
    tries++;
    kill(page);
    return endless(page);
  });
  await expect(used).rejects.toThrow(MachineError);
  await expect(used).rejects.toThrow('The browser stopped twice');
  expect(tries).toBe(2);
});

it('does not run a task again that fails by itself', async () => {
  const pool = newPool();
  let tries = 0;
  const used = pool.use(async () => {
    tries++;
    throw new Error('own');
  });
  await expect(used).rejects.toThrow('own');
  expect(tries).toBe(1);
  expect(await pool.use(async () => 'next')).toBe('next');
});

it('rejects what is under way or waits when it is closed, starts nothing then, and leaves no folder', async () => {
  const pool = newPool();
  let tries = 0;
  let started = () => {};
  const isStarted = new Promise<void>((resolve) => {
    started = resolve;
  });
  const task = (page: Page) => {
    tries++;
    if (tries === 2) started();
    return endless(page);
  };
  const used = Promise.allSettled([pool.use(task), pool.use(task), pool.use(task)]);
  await isStarted;
  await pool.close();
  expect((await used).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  await expect(pool.use(task)).rejects.toThrow('The browser is closed.');
  await expect(pool.version()).rejects.toThrow('The browser is closed.');
  expect(tries).toBe(2);
  expect(await ownFolders(tmpdir(), TEMPORARY)).toEqual([]);
});

it('can be closed while the browser starts', async () => {
  const pool = newPool();
  const used = pool.use(endless);
  await Promise.all([expect(used).rejects.toThrow(/closed/i), pool.close()]);
  expect(await ownFolders(tmpdir(), TEMPORARY)).toEqual([]);
});

it('says why a program does not start as a browser', async () => {
  const pool = new BrowserPool('/bin/false');
  await expect(pool.use(endless)).rejects.toThrow(/The browser at "\/bin\/false" did not start: /);
  expect(await ownFolders(tmpdir(), TEMPORARY)).toEqual([]);
});
