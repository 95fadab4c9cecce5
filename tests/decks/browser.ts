/** One browser for a test file, and all that is known of slides: started before its tests, closed after them. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import type { BrowserPool } from '../../src/browser/pool.js';
import { Resources } from '../../src/pipeline/resources.js';
import { type Session, sessionWith } from '../../src/pipeline/session.js';

/** What the builds of this file share. */
export function sharedResources(): Resources {
  const resources = new Resources({});
  beforeAll(() => resources.pool.warm());
  afterAll(() => resources.close());
  return resources;
}

/** The pool of this file. */
export function sharedBrowser(): BrowserPool {
  return sharedResources().pool;
}

/** The session of this file, and its pool. */
export function sharedSession(): Session & { pool: BrowserPool } {
  const resources = sharedResources();
  return { ...sessionWith(resources), pool: resources.pool };
}

/** What a page did that a deck may not do. */
export interface Watched {
  errors: string[];
  requests: string[];
}

/** Listens to a page until `stop` is called. */
export function watch(page: Page): Watched & { stop(): void } {
  const watched: Watched = { errors: [], requests: [] };
  const onConsole = (message: { type(): string; text(): string }) => {
    // Marp's page asks that the screen stay on; a browser without one says no.
    if (message.text().includes('Wake Lock')) return;
    if (['error', 'warn'].includes(message.type())) watched.errors.push(message.text());
  };
  const onError = (error: unknown) => watched.errors.push(String(error));
  const onRequest = (request: { url(): string }) => {
    if (!/^(data|about):/.test(request.url())) watched.requests.push(request.url());
  };
  page.on('console', onConsole).on('pageerror', onError).on('request', onRequest);
  return {
    ...watched,
    stop: () => void page.off('console', onConsole).off('pageerror', onError).off('request', onRequest),
  };
}
