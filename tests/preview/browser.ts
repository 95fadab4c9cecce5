/** A browser as a reader has one, with this machine's network: what a preview is looked at in. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { findBrowser } from '../../src/browser/find.js';
import { openPreview, type Preview, type PreviewOptions } from '../../src/preview/preview.js';
import puppeteer from '../../src/vendor/puppeteer.js';
import { folderOf } from '../load/folder-of.js';

export const BRIEF = `id: b
title: The bridge
asOf: 2026-03-02
bottomLine: The bridge is shut, and {cost} a day is lost.
sources:
  notice: { title: Notice 14, publisher: Port, issued: 2026-02-28, grade: A1 }
measures:
  cost: { value: 1200000, unit: EUR, status: estimated, attribution: the hauliers, sources: [notice] }
claims:
  - { id: closed, text: Both decks are closed., status: confirmed, sources: [notice], importance: 5 }
  - { id: ferry, text: The ferry takes a third., status: reported, attribution: the port, sources: [notice] }
quotes:
  - { id: engineer, text: Not a day early., speaker: Ana Ruiz, date: 2026-02-28, sources: [notice] }
  - { id: mayor, text: We were told., speaker: Jo Lind, date: 2026-02-28, sources: [notice] }
`;

/** Milliseconds that only a hang takes. */
const HANGS = 120_000;

let browser: Browser;

/** Starts the browser before the tests of a file, and ends it after them. */
export function withBrowser(): void {
  beforeAll(async () => {
    const { executable } = await findBrowser();
    browser = await puppeteer.launch({
      executablePath: executable,
      headless: 'shell',
      args: ['--no-sandbox', '--no-zygote', '--disable-gpu'],
    });
  });
  afterAll(() => browser.close());
}

export interface Opened {
  folder: string;
  preview: Preview;
  page: Page;
  /** What the page has complained of. */
  complaints: string[];
}

/** A preview of a brief in a folder of its own, and a page that shows it. */
export async function opened(
  files: Readonly<Record<string, string>> = { 'brief.yaml': BRIEF },
  options: Partial<PreviewOptions> = {},
): Promise<Opened> {
  const folder = await folderOf(files);
  const preview = await previewOf(folder, options);
  return { folder, preview, ...(await pageOf(preview)) };
}

export async function previewOf(target: string, options: Partial<PreviewOptions> = {}): Promise<Preview> {
  const preview = await openPreview({
    target,
    audiences: ['public', 'executive'],
    onError: (error) => {
      throw error;
    },
    ...options,
  });
  onTestFinished(() => preview.close());
  return preview;
}

/** A page in a window without the cookies of others. */
export async function pageOf({ url }: Preview): Promise<Pick<Opened, 'page' | 'complaints'>> {
  const context = await browser.createBrowserContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(HANGS);
  await page.setViewport({ width: 1280, height: 800 });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(url);
  await page.waitForFunction(() => document.body.dataset.state === 'fresh');
  return { page, complaints };
}

/** Waits until the slides say something. */
export async function untilShown(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const frame = document.querySelector('iframe');
      return frame?.contentDocument?.body.textContent?.includes(wanted);
    },
    {},
    text,
  );
}
