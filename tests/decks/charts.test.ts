/** Charts in finished decks: their figures by keyboard, their letters in the deck's own fonts and in the PDF's text. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { BriefInput } from '../../src/load/schema.js';

import { readPdf } from '../../src/unpack/read-pdf.js';
import { tagsIn } from '../../src/unpack/tags.js';
import { folderOf } from '../load/folder-of.js';
import { loadedFrom } from '../loaded.js';
import { sharedSession, watch } from './browser.js';
import { filesIn } from './files.js';

const { build, pool } = sharedSession();

/** A deck with one chart of two bars, the second of them disputed, in some language. */
const brief = (language: string, [short, long, who]: readonly [string, string, string]) =>
  loadedFrom({
    id: 'bars',
    language,
    title: long,
    asOf: '2026-03-02',
    bottomLine: { text: `${long}.`, sources: ['notice'] },
    sources: { notice: { title: long, publisher: who, issued: '2026-02-28' } },
    charts: [
      {
        id: 'routes',
        headline: `${long} ${short}`,
        kind: 'bar',
        unit: 'EUR',
        data: [
          { label: short, value: 140 },
          ...Array.from({ length: 18 }, (_, i) => ({
            label: `${short} ${'abcdefghijklmnopqr'[i]}`,
            value: 9,
          })),
          { label: long, value: 300, status: 'disputed', attribution: who },
        ],
        sources: ['notice'],
        importance: 5,
      },
    ],
  } satisfies BriefInput);

async function decksOf(language: string, words: readonly [string, string, string]) {
  const out = await folderOf();
  await build({
    briefs: [brief(language, words)],
    audiences: ['public'],
    lengths: ['short'],
    editions: ['audience'],
    out,
  });
  const pdf = await readPdf((await filesIn(out)).get('bars/public-short.pdf') ?? Buffer.alloc(0));
  return { html: pathToFileURL(path.join(out, 'bars', 'public-short.html')).href, pdf };
}

const ENGLISH = ['Ferry', 'Northern detour', 'the hauliers'] as const;

/** The slide of the chart, as it is presented. */
const SLIDE = 3;

describe('the figures of a chart', () => {
  it('open, scroll and close by keyboard, for an audience without backup slides', async () => {
    const { html } = await decksOf('en', ENGLISH);
    await pool.use(async (page) => {
      const { errors, stop } = watch(page);
      await page.goto(`${html}#${SLIDE}`, { waitUntil: 'load' });
      const state = () =>
        page.evaluate(() => {
          const figures = document.querySelector<HTMLDetailsElement>('.figures');
          return {
            focus: document.activeElement?.tagName.toLowerCase(),
            isOpen: figures?.open,
            scrolled: (figures?.querySelector('div')?.scrollTop ?? 0) > 0,
            slide: location.hash.slice(1),
          };
        });
      const press = async (key: 'Tab' | 'Enter' | 'Space' | 'Escape' | 'ArrowDown' | 'ArrowRight') => {
        await page.keyboard.press(key);
        return state();
      };
      const here = { slide: String(SLIDE) };
      expect(await press('Tab')).toMatchObject({ ...here, focus: 'summary', isOpen: false });
      expect(await press('Space')).toMatchObject({ ...here, isOpen: true });
      expect(await press('Tab')).toMatchObject({ ...here, focus: 'div', isOpen: true });
      await press('ArrowDown');
      await expect.poll(state).toMatchObject({ ...here, focus: 'div', scrolled: true });
      expect(await rowsOf(page)).toEqual(
        expect.arrayContaining([
          ['Ferry', '€140'],
          ['Northern detour', '€300 (Disputed)'],
        ]),
      );
      expect(await insideSlide(page)).toBe(true);
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
        const found = await axe.run('.figures', { resultTypes: ['violations'] });
        return found.violations.map(({ id, help }) => `${id}: ${help}`);
      });
      expect(violations).toEqual([]);
      expect(await press('Escape')).toMatchObject({ ...here, focus: 'summary', isOpen: false });
      expect(await press('Enter')).toMatchObject({ ...here, isOpen: true });
      await press('Escape');
      // Elsewhere the keys are the deck's.
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      expect((await press('ArrowRight')).slide).toBe(String(SLIDE + 1));
      stop();
      expect(errors).toEqual([]);
    });
  });

  it('are not painted in the PDF, whose figure says what it shows', async () => {
    const { pdf } = await decksOf('en', ENGLISH);
    const page = pdf.pages[SLIDE - 1];
    expect(page?.text).not.toContain('All figures');
    const [figure] = tagsIn(page?.tags ?? null).filter(({ role }) => role === 'Figure');
    expect(figure?.alt).toMatch(/^Bar chart: Northern detour Ferry\. 20 values, highest €300 \(Disputed\)/);
  });
});

describe.each([
  ['ko', ['여객선', '북쪽 우회로', '운송 협회']],
  ['ar', ['العبارة', 'الطريق الشمالي', 'اتحاد الناقلين']],
  ['uk', ['Пором', 'Північний об’їзд', 'перевізники']],
] as const)('a chart in "%s"', (language, words) => {
  it('has its letters in fonts of the deck, can be searched in the PDF, and goes the way of its script', async () => {
    const { html, pdf } = await decksOf(language, words);
    const page = pdf.pages[SLIDE - 1];
    // Browsers paint the texts of a figure in pieces of their own, and what is written from right to left from the left.
    const plain = (text: string) =>
      text
        .normalize('NFKC')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toLowerCase();
    const sorted = (text: string) => (language === 'ar' ? [...text].sort().join('') : text);
    let painted = plain(page?.drawn ?? '');
    for (const label of [words[1], words[0]].map(plain)) {
      expect(sorted(painted.slice(0, label.length))).toBe(sorted(label));
      painted = painted.slice(label.length);
    }
    await pool.use(async (tab) => {
      await tab.goto(`${html}#${SLIDE}`, { waitUntil: 'load' });
      // A slide is laid out where somebody looks at it, and its fonts are opened then.
      await tab.bringToFront();
      const strange = async () => {
        await tab.$eval('svg.chart text', (text) => text.getBoundingClientRect());
        const texts = await fontsOf(tab, 'svg.chart text');
        expect(texts.length).toBeGreaterThan(5);
        return texts.filter(({ own, foreign }) => own === 0 || foreign > 0).map(({ text }) => text);
      };
      await expect.poll(strange, { timeout: 10_000 }).toEqual([]);
      const [label, value] = await tab.evaluate(
        (name) =>
          [name, '140'].map((start) => {
            const all = [...document.querySelectorAll('svg.chart text')];
            return all.find((one) => one.textContent?.includes(start))?.getBoundingClientRect().left ?? 0;
          }),
        words[0],
      );
      expect((label ?? 0) > (value ?? 0)).toBe(language === 'ar');
    });
  });
});

async function rowsOf(page: Page): Promise<string[][]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.figures tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent ?? ''),
    ),
  );
}

async function insideSlide(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const table = document.querySelector('.figures > div')?.getBoundingClientRect();
    const foot = document.querySelector('.figures')?.closest('section')?.querySelector('footer');
    return (
      table !== undefined && foot !== undefined && table.bottom <= (foot?.getBoundingClientRect().top ?? 0)
    );
  });
}

/** Glyphs of each text that come from a font of the page, and from one of the machine. */
async function fontsOf(page: Page, selector: string) {
  const client = await page.createCDPSession();
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { root } = await client.send('DOM.getDocument', { depth: -1 });
  const { nodeIds } = await client.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
  const texts = [];
  for (const nodeId of nodeIds) {
    const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
    const { outerHTML } = await client.send('DOM.getOuterHTML', { nodeId });
    const count = (custom: boolean) =>
      fonts.filter((font) => font.isCustomFont === custom).reduce((all, font) => all + font.glyphCount, 0);
    texts.push({ text: outerHTML.replace(/<[^>]*>/g, ''), own: count(true), foreign: count(false) });
  }
  return texts;
}
