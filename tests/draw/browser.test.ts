/** The widths that charts are laid out by are those of the browser that shows them, in the deck's own fonts. */
import { expect, it } from 'vitest';
import { sampleChart } from '../../scripts/samples.mjs';
import { drawChart } from '../../src/charts/draw/draw.js';
import { CHART_KINDS } from '../../src/charts/kinds/index.js';
import { loadTemplates } from '../../src/load/templates.js';
import { FontEmbedder, readFontFaces } from '../../src/render/fonts.js';
import { readTheme } from '../../src/render/theme.js';
import { sharedBrowser } from '../decks/browser.js';
import { modelOf, size, style } from './models.js';
import { textsOf } from './svg.js';

const pool = sharedBrowser();

it('measures texts as the browser shows them', async () => {
  const svgs = CHART_KINDS.flatMap((kind) =>
    [5, 40].map((count) => drawChart(modelOf(sampleChart(kind, count)), style, size)),
  );
  const faces = readFontFaces(readTheme(await loadTemplates(), 'plain').fonts);
  const fontCss = await new FontEmbedder().css(faces, svgs.join(''));
  const html = `<!doctype html><meta charset="utf-8"><style>${fontCss}</style>${svgs.join('')}`;
  const shown = await pool.use(async (page) => {
    await page.setContent(html, { waitUntil: 'load' });
    return page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.querySelectorAll('svg')].map((svg) =>
        [...svg.querySelectorAll('text')].map((text) => text.getComputedTextLength()),
      );
    });
  });
  for (const [i, svg] of svgs.entries()) {
    const laidOut = textsOf(svg, style.family);
    expect(laidOut.length).toBe(shown[i]?.length);
    for (const [n, { text, left, right }] of laidOut.entries())
      expect(Math.abs(right - left - (shown[i]?.[n] ?? 0)), text).toBeLessThan(1.5);
  }
});
