/** Markdown to slides, and drawn charts into them. */
import { Marp } from '@marp-team/marp-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRenderer } from '../../src/render/marp.js';
import { portable } from '../../src/render/standalone-markdown.js';
import { escapeText } from '../../src/template/escape.js';
import { hostile } from '../arbitrary.js';

const theme = { name: 'bare', css: '/* @theme bare */\nsection { color: black }', tokens: {}, fonts: [] };
const renderer = createRenderer(theme);
const NONE = new Map<string, string>();
const htmlOf = (markdown: string, pictures: ReadonlyMap<string, string> = NONE) =>
  renderer.render(markdown, pictures).slides.join('');
const chart = (alt: string) => `# One\n\n<img class="chart" alt="${escapeText(alt)}" src="#chart-0a">\n`;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1"><text>$& $1 7</text></svg>';

describe('a renderer', () => {
  it('gives the same slides for the same Markdown, whichever came before', () => {
    const other = createRenderer(theme);
    other.render('# Two\n\n---\n\n# Three\n', NONE);
    expect(other.render('# One\n', NONE)).toEqual(renderer.render('# One\n', NONE));
  });

  it('sets the marks of a map in their places', () => {
    const html = htmlOf('<p><b class="place at-18-55.5">1</b></p>\n');
    expect(html).toContain('<b class="place" style="left:18%;top:55.5%">1</b>');
    const text = htmlOf(`${escapeText('class="place at-1-2"')}\n`);
    expect(text).not.toContain('style="left');
  });

  it('gives each slide by itself', () => {
    const { slides } = renderer.render('# One\n\n---\n\n# <b>Two</b>\n', NONE);
    expect(slides.map((slide) => slide.replace(/<[^>]*>/g, '').trim())).toEqual(['One', 'Two']);
  });

  it('scopes the theme to the slides', () => {
    const { css } = renderer.render('# One\n', NONE);
    expect(css).toContain('div.marpit > svg > foreignObject > section{color:black');
  });

  it.each([
    "x $& $1 $` $' $$ x",
    '86% of homes, w:100 blur',
    'a > Kim Jong-un < b',
    '"double" and \'single\'',
  ])('puts a chart into its slide, whatever its words: %s', (alt) => {
    const html = htmlOf(chart(alt), new Map([['#chart-0a', SVG]]));
    expect(html.match(/<svg class="chart"/g)).toHaveLength(1);
    expect(html).not.toContain('<img');
    expect(html).toContain('<text>$& $1 7</text>');
    expect(html.match(/aria-label="[^"]*" xmlns=/g)).toHaveLength(1);
    expect(html).not.toMatch(/aria-label="[^"]*<span/);
  });

  it('puts nothing but the chart into the slide', () => {
    const count = (html: string) => (html.match(/<[a-z]/gi) ?? []).length;
    const pictures = new Map([['#chart-0a', SVG]]);
    const reference = count(htmlOf(chart('plain'), pictures));
    fc.assert(
      fc.property(hostile, (alt) => {
        expect(count(htmlOf(chart(alt), pictures))).toBe(reference);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves an image whose chart is not known', () => {
    expect(htmlOf(chart('x'))).toMatch(/<img class="chart" alt="x" src="#chart-0a" ?\/?>/);
  });

  it('keeps names such as Kim Jong-un on one line, and nothing that is no text', () => {
    const html = htmlOf('# Kim Jong-un <b class="jong-un">x</b>\n\n<p title="Jong-un">Jong-un</p>\n');
    expect(html).toContain('Kim <span class="whole">Jong-un</span> <b class="jong-un">');
    expect(html).toContain('<p title="Jong-un"><span class="whole">Jong-un</span></p>');
  });

  it('tells the notes of each slide, and of no other deck', () => {
    expect(
      renderer.notesIn('# One\n\n<!-- first -->\n\n---\n\n# Two\n\n<!-- second -->\n\n<!-- third -->'),
    ).toEqual([['first'], ['second', 'third']]);
    expect(renderer.notesIn('# One\n')).toEqual([[]]);
  });
});

describe('portable Markdown', () => {
  const markdown = `---\nmarp: true\ntheme: "bare"\ntitle: "theme: x"\n---\n\n${chart('a')}\n---\n\ntheme: none\n`;
  const css = 'section { color: rgb(1, 2, 3) }\n\n/* $& --- */\n';

  it('opens in Marp as it comes, with the theme and the charts inside', () => {
    const made = portable(markdown, css, new Map([['#chart-0a', SVG]]));
    const { html, css: shown } = new Marp({ script: false }).render(made);
    expect(html.match(/<section/g)).toHaveLength(2);
    expect(html).toContain(`src="data:image/svg+xml;base64,${Buffer.from(SVG).toString('base64')}"`);
    expect(html).toContain('theme: none');
    expect(shown).toMatch(/color:\s*(rgb\(1,\s*2,\s*3\)|#010203)/);
  });
});
