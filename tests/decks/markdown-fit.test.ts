/** The Markdown edition fits its slides in Marp's own page, over Marp's own theme. */
import { afterAll, describe, expect, it } from 'vitest';
import { BrowserPool } from '../../src/browser/pool.js';
import { loadTemplates } from '../../src/load/templates.js';
import { portable } from '../../src/render/standalone-markdown.js';
import { readTheme } from '../../src/render/theme.js';
import { inspectInMarp } from '../../src/rules/deck/standalone.js';

const pool = new BrowserPool();
afterAll(() => pool.close());

const row = (n: number) =>
  `<li><b class="lead tag">${n}</b><span class="fact">What is known of it, in a line</span></li>`;
const deck = (rows: number) => `---
marp: true
theme: plain
footer: A house with a long name, in a street with a long name
---

<!-- _class: claims -->

# A headline

<div class="rows"><ul>${Array.from({ length: rows }, (_, i) => row(i)).join('')}</ul></div>

<p class="foot"><span class="source">Sources: a notice of the port</span></p>
`;

async function misfits(markdown: string): Promise<string[]> {
  const [slide] = await inspectInMarp(markdown, '', pool);
  return (slide?.findings ?? []).map(({ rule }) => rule);
}

describe('a Markdown file in Marp', () => {
  it('is drawn as the theme says: nothing of the theme that Marp puts under it is left', async () => {
    const { css } = readTheme(await loadTemplates(), 'plain');
    const markdown = portable(deck(4), css, new Map());
    expect(await misfits(markdown)).toEqual([]);
    // Marp's theme sets what is on a slide in its middle, and gives headings a space and items a distance.
    const under = markdown.replace(/^ *section:not\(#_\)(?: \*)? \{ [^}]*revert \}$/gm, '');
    expect(under).not.toBe(markdown);
    const tops = async (text: string) => (await topsIn(text)).map(Math.round);
    expect((await tops(markdown))[0]).not.toBe((await tops(under))[0]);
  });

  it('that holds more than a slide is told of', async () => {
    const { css } = readTheme(await loadTemplates(), 'plain');
    expect(await misfits(portable(deck(20), css, new Map()))).toContain('overflow');
  });
});

/** Where the headline stands. */
async function topsIn(markdown: string): Promise<number[]> {
  const { Marp } = await import('@marp-team/marp-core');
  const { html, css } = new Marp().render(markdown);
  return pool.use(async (page) => {
    await page.setContent(`<style>${css}\nbody{margin:0}</style>${html}`);
    return page.evaluate(() =>
      [...document.querySelectorAll('h1')].map((h1) => h1.getBoundingClientRect().top),
    );
  });
}
