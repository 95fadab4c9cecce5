/** One brief as decks in every language, each held to every rule, and laid out in the direction of its script. */
import { describe, expect, it } from 'vitest';
import { readLocale } from '../../src/load/profiles.js';
import { loadTemplates } from '../../src/load/templates.js';

import { folderOf } from '../load/folder-of.js';
import { sharedSession } from './browser.js';
import { filesIn } from './files.js';

const { build, pool } = sharedSession();
const templates = await loadTemplates();

/** An audience for each: their themes are all different. */
const DECKS = [
  ['ko', 'executive'],
  ['uk', 'press'],
  ['ar', 'analyst'],
  ['fr', 'public'],
  ['de', 'training'],
  ['es', 'partner'],
  ['zh', 'executive'],
] as const;

async function deckIn(language: string, audience: string, length: string, brief = 'river-flood') {
  const out = await folderOf();
  const built = await build({
    briefs: [`data/${brief}`],
    out,
    language,
    audiences: [audience],
    lengths: [length],
    editions: ['audience'],
    formats: ['html', 'pdf'],
  });
  const files = await filesIn(out);
  const html = files.get(`${brief}/${audience}-${length}.html`)?.toString() ?? '';
  const pdf = files.get(`${brief}/${audience}-${length}.pdf`)?.toString('latin1') ?? '';
  const fonts = [...pdf.matchAll(/\/FontName \/[A-Z]{6}\+(\w+)/g)].map(([, name]) => name ?? '');
  return { ...built, html, fonts };
}

/** No letter and no sign is left to the fonts of the machine. */
function expectOwn(fonts: readonly string[]): void {
  expect(fonts).not.toEqual([]);
  const own = /^(?:PublicSans|IBMPlexSans|SourceSerif4|NotoSans|OpenSans)/;
  expect(fonts.filter((name) => !own.test(name))).toEqual([]);
}

it('has the figures of NO₂ and other signs in fonts of the deck', async () => {
  expectOwn((await deckIn('en', 'analyst', 'short', 'air-quality')).fonts);
});

describe('a brief in eight languages', () => {
  it.each(DECKS)('is a deck in %s for %s, with nothing found', async (language, audience) => {
    const { html, fonts, warnings } = await deckIn(language, audience, 'short');
    const locale = readLocale(templates, language);
    expect(warnings).toEqual([]);
    expectOwn(fonts);
    expect(html.slice(0, 60)).toContain(`<html lang="${language}" dir="${locale.direction}">`);
    const text = html.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
    for (const words of [locale.words.bottomLine, locale.statuses.estimated])
      expect(text.includes(words), words).toBe(true);
    // Nothing of the brief's own language, nor of a language that nobody asked for.
    for (const words of ['left their homes', language === 'uk' ? '대피소' : 'прихистк'])
      expect(text.includes(words), words).toBe(false);
  });

  it('runs from right to left in Arabic: texts, chip, page number and chart', async () => {
    const { html } = await deckIn('ar', 'executive', 'full');
    const edges = await pool.use(async (page) => {
      await page.setViewport({ width: 1280, height: 720 });
      await page.setContent(html.replace(/<script>.*?<\/script>/gs, ''));
      return page.evaluate(() => {
        const slide = document.querySelector('section:has(.chart)');
        const box = slide?.getBoundingClientRect() ?? new DOMRect();
        const at = (element: Element | null | undefined) => {
          const { left, right } = element?.getBoundingClientRect() ?? new DOMRect();
          const scale = 1280 / box.width;
          return { left: (left - box.left) * scale, right: (right - box.left) * scale };
        };
        const label = (text: string) =>
          [...(slide?.querySelectorAll('.chart text') ?? [])].find((one) => one.textContent === text);
        return {
          headline: at(slide?.querySelector('h1')),
          kicker: at(slide?.querySelector('.kicker')),
          chip: at(slide?.querySelector('header')),
          velm: at(label('فيلم')),
          value: at(label('2,600')),
        };
      });
    });
    expect(edges.headline.right).toBeGreaterThan(1200);
    expect(edges.kicker.right).toBeGreaterThan(1200);
    expect(edges.chip.left).toBeLessThan(80);
    expect(edges.velm.right).toBeGreaterThan(1150);
    expect(edges.value.right).toBeLessThan(edges.velm.left);
  });
});
