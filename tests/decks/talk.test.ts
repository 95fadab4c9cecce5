/** A talk from the presenter view, by keyboard, with a clock that the test sets; and the ways to backup slides and back. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sharedSession, watch } from './browser.js';

const { build, pool } = sharedSession();
let folder: string;
const deck = (name: string) => path.join(folder, 'harbour-bridge', `executive-short.${name}`);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'briefdeck-test-'));
  await build({
    briefs: ['data/harbour-bridge'],
    audiences: ['executive'],
    lengths: ['short'],
    out: folder,
    formats: ['html', 'pdf'],
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the panel says. */
const panel = (page: Page) =>
  page.evaluate(() => {
    const [slide = '', whole = ''] = [...document.querySelectorAll('.talk-time')].map(
      (one) => one.textContent ?? '',
    );
    const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
    return {
      slide,
      whole,
      state: text('.talk-state'),
      next: text('.talk-next'),
      links: [...document.querySelectorAll('.talk-link')].map((one) => one.textContent),
      at: text('.bespoke-marp-presenter-info-page'),
    };
  });

async function present(
  task: (page: Page, wait: (seconds: number) => Promise<void>) => Promise<void>,
  slide = 1,
) {
  await pool.use(async (page) => {
    const { errors, requests, stop } = watch(page);
    await page.evaluateOnNewDocument(() => {
      const now = Date.now.bind(Date);
      const clock = { ahead: 0 };
      Object.assign(window, { clock });
      Date.now = () => now() + clock.ahead;
    });
    const file = pathToFileURL(deck('speaker.html')).href;
    // A page that differs from the last one by its slide alone would not be loaded again.
    await page.goto('about:blank');
    await page.goto(`${file}?view=presenter#${slide}`, { waitUntil: 'load' });
    await task(page, (seconds) =>
      page.evaluate((more) => {
        (window as unknown as { clock: { ahead: number } }).clock.ahead += more * 1000;
      }, seconds),
    );
    stop();
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(file))).toEqual([]);
  });
}

describe('the presenter view', () => {
  it('counts the time of the slide and of the talk down, and says how it stands with the plan', async () => {
    await present(async (page, wait) => {
      const says = (parts: object) => expect.poll(() => panel(page), { timeout: 5000 }).toMatchObject(parts);
      await says({
        slide: '0:10 left',
        whole: '4:46 left',
        state: 'T starts and stops the clock',
        at: '1 / 16',
      });
      await page.keyboard.press('t');
      await says({ state: 'On plan' });
      await wait(25);
      await says({
        slide: expect.stringMatching(/^0:1[56] over$/),
        state: expect.stringMatching(/^0:1[56] behind plan$/),
      });
      await page.keyboard.press('ArrowRight');
      await says({
        slide: expect.stringMatching(/^0:5\d left$/),
        state: expect.stringMatching(/^0:1[5-7] behind plan$/),
        at: '2 / 16',
      });
      await page.keyboard.press('ArrowRight');
      await says({ state: expect.stringMatching(/^0:3\d ahead of plan$/), at: '3 / 16' });
      await page.keyboard.press('t');
      const { whole } = await panel(page);
      await wait(60);
      await says({ whole, state: 'T starts and stops the clock' });
    });
  });

  it('starts its clock with whoever goes on, and takes what was shown as said', async () => {
    await present(async (page) => {
      await expect.poll(async () => (await panel(page)).at).toBe('1 / 16');
      await page.keyboard.press('ArrowRight');
      await expect.poll(async () => (await panel(page)).state).toBe('On plan');
      expect((await panel(page)).whole).toMatch(/^4:3[456] left$/);
    });
  });

  it.each(['t', 'ArrowRight'] as const)(
    'takes the slides before the one it is opened at as said: %s',
    async (key) => {
      await present(async (page) => {
        await expect.poll(() => panel(page)).toMatchObject({ at: '6 / 16' });
        await page.keyboard.press(key);
        await expect.poll(() => panel(page)).toMatchObject({ state: 'On plan' });
      }, 6);
    },
  );

  it('takes nothing as said for a backup slide that is asked for before the talk', async () => {
    await present(async (page) => {
      await expect.poll(() => panel(page)).toMatchObject({ at: '1 / 16' });
      await page.keyboard.press('End');
      await expect
        .poll(() => panel(page))
        .toMatchObject({ at: '16 / 16', whole: expect.stringMatching(/^4:4[3-6] left$/), state: 'On plan' });
    });
  });

  it('has no time over until a second is over', async () => {
    await present(async (page, wait) => {
      await expect.poll(() => panel(page)).toMatchObject({ slide: '0:10 left' });
      await page.keyboard.press('t');
      await wait(9.5);
      const seen = new Set<string>();
      for (let i = 0; i < 24; i++) {
        seen.add((await panel(page)).slide);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      expect(seen).toContain('0:00 left');
      expect(seen).not.toContain('0:00 over');
    });
  });

  it('names the next slide, and leads to a backup slide and back', async () => {
    await present(async (page) => {
      const at = () => panel(page).then((said) => said.at);
      for (let i = 2; i <= 6; i++) {
        await page.keyboard.press('ArrowRight');
        await expect.poll(at).toBe(`${i} / 16`);
      }
      const before = {
        next: 'Next: The test of the third section on 6 March decides whether one strand is enough.',
        links: ['Who pays for the repair?', 'Who worked out the cost of the detour?'],
      };
      await expect.poll(() => panel(page)).toMatchObject(before);
      await page.keyboard.press('2');
      await expect
        .poll(() => panel(page))
        .toMatchObject({
          at: '13 / 16',
          slide: 'Backup, outside the time',
          next: before.next,
          links: ['Back to slide 6'],
        });
      await page.keyboard.press('1');
      await expect.poll(at).toBe('6 / 16');
    });
  });
});

describe('the presenter view of a deck in another script', () => {
  it.each(['ko', 'ar', 'uk'])('has the letters of notes and times with it: %s', async (language) => {
    const out = path.join(folder, language);
    await build({
      briefs: ['data/river-flood'],
      audiences: ['executive'],
      lengths: ['flash'],
      language,
      out,
      formats: ['html'],
      editions: ['speaker'],
      rules: ['all=off'],
    });
    const file = pathToFileURL(path.join(out, 'river-flood', 'executive-flash.speaker.html')).href;
    const lacking = await pool.use(async (page) => {
      await page.goto(`${file}?view=presenter`, { waitUntil: 'load' });
      return page.evaluate(() => {
        const spans = [...document.fonts]
          .filter(({ family }) => family.replace(/"/g, '') === 'Noto Scripts')
          .flatMap(({ unicodeRange }) => unicodeRange.split(','))
          .map((span) => span.replace(/\s*U\+/i, '').split('-'))
          .map(([from = '', to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const);
        const has = (point: number) => spans.some(([from, to]) => point >= from && point <= to);
        return [...document.querySelectorAll('.bespoke-marp-note, .talk-panel')].map((part) => ({
          isInFont: getComputedStyle(part).fontFamily.includes('Noto Scripts'),
          letters: [...new Set(part.textContent ?? '')]
            .filter((letter) => /\p{L}/u.test(letter) && !/\p{Script=Latin}/u.test(letter))
            .filter((letter) => !has(letter.codePointAt(0) ?? 0))
            .join(''),
        }));
      });
    });
    expect(lacking).toEqual(Array.from({ length: 2 }, () => ({ isInFont: true, letters: '' })));
  });
});

describe('a link to a backup slide', () => {
  it('leads there and back in the deck, by keyboard', async () => {
    await pool.use(async (page) => {
      await page.goto(`${pathToFileURL(deck('html')).href}#6`, { waitUntil: 'load' });
      const follow = async (selector: string) => {
        await page.focus(`.bespoke-marp-active ${selector}`);
        await page.keyboard.press('Enter');
      };
      const active = () => page.evaluate(() => document.querySelector('.bespoke-marp-active section')?.id);
      await expect.poll(active).toBe('6');
      const label = await page.$eval('.bespoke-marp-active .backup', (link) => link.getAttribute('title'));
      expect(label).toBe('If asked: slide 16');
      await follow('.backup');
      await expect.poll(active).toBe('16');
      await follow('.back a');
      await expect.poll(active).toBe('6');
    });
  });

  it('leads to a page of the PDF', async () => {
    const pdf = await getDocument({ data: new Uint8Array(await readFile(deck('pdf'))), verbosity: 0 })
      .promise;
    const page = await pdf.getPage(6);
    const annotations = (await page.getAnnotations()) as { dest?: string | unknown[] }[];
    const pages = await Promise.all(
      annotations.map(async ({ dest }) => {
        const found = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
        return found
          ? (await pdf.getPageIndex(found[0] as Parameters<typeof pdf.getPageIndex>[0])) + 1
          : undefined;
      }),
    );
    expect(pages.filter((n) => n !== undefined)).toEqual([16, 13]);
    await pdf.destroy();
  });
});
