/** Every kind with one value, five, forty and two hundred, in long and short words: measured on the finished SVG. */
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/draw/draw.js';
import { overlaps } from '../../src/draw/text.js';
import { type Script, SPECIAL, sampleChart, specialChart } from '../../src/gallery/samples.js';
import { CHART_KINDS } from '../../src/load/terms.js';
import { pictureOf, size, style } from './pictures.js';
import { type TextElement, textsOf } from './svg.js';

const SCRIPTS: readonly Script[] = ['Latin', 'long', 'Korean', 'Arabic'];
const DENSE = { width: 1136, height: 280 };

function expectApart(texts: readonly TextElement[], within: { width: number; height: number }) {
  for (const [i, text] of texts.entries()) {
    expect(text.left, text.text).toBeGreaterThanOrEqual(-1.2);
    expect(text.right, text.text).toBeLessThanOrEqual(within.width + 1.2);
    expect(text.top, text.text).toBeGreaterThanOrEqual(-1.2);
    expect(text.bottom, text.text).toBeLessThanOrEqual(within.height + 1.2);
    // Coordinates are written to a tenth of a pixel.
    const inner = {
      ...text,
      left: text.left + 0.2,
      right: text.right - 0.2,
      top: text.top + 0.2,
      bottom: text.bottom - 0.2,
    };
    for (const other of texts.slice(i + 1)) {
      if (overlaps(inner, other)) throw new Error(`"${text.text}" covers "${other.text}"`);
    }
  }
}

describe.each(CHART_KINDS)('%s', (kind) => {
  it.each([1, 5, 40, 200])('keeps its texts apart and inside with %i values', (count) => {
    for (const script of count === 200 ? SCRIPTS.slice(0, 1) : SCRIPTS) {
      const picture = pictureOf(sampleChart(kind, count, script));
      const direction = script === 'Arabic' ? 'rtl' : 'ltr';
      for (const within of [size, DENSE]) {
        const texts = textsOf(drawChart(picture, style, within, direction), style.family);
        expectApart(texts, within);
        expect(texts.length).toBeGreaterThan(0);
        for (const text of texts) expect(text.size).toBeGreaterThanOrEqual(14);
      }
    }
  });

  it('is the same bytes every time, with ids of its own', () => {
    const picture = pictureOf(sampleChart(kind, 5));
    const svg = drawChart(picture, style, size);
    expect(drawChart(picture, style, size)).toBe(svg);
    expect(svg).not.toMatch(/ id="(?!c[0-9a-f]{8}-)/);
    expect(svg).not.toContain('<image');
    expect(svg.length).toBeLessThan(22_000);
  });
});

it.each(Object.keys(SPECIAL))('%s: texts are apart and inside', (what) => {
  expectApart(textsOf(drawChart(pictureOf(specialChart(what)), style, size), style.family), size);
});

/** What must be readable in a picture of five values, whatever else gives way. */
it.each(['bar', 'dot', 'range', 'share', 'waffle', 'grouped', 'stacked', 'slope'] as const)(
  '%s of five writes every label and every value',
  (kind) => {
    const picture = pictureOf(sampleChart(kind, 5));
    if (!('series' in picture)) throw new Error('no grid');
    const texts = textsOf(drawChart(picture, style, size), style.family).map(({ text }) => text);
    const all = texts.join('\n');
    for (const { label } of picture.places) expect(all).toContain(label);
    for (const { label, cells } of picture.series) {
      expect(all).toContain(label);
      for (const one of cells) for (const text of one?.ends ?? [one?.text ?? '']) expect(all).toContain(text);
    }
  },
);

it('is mirrored from right to left: names at the right, bars to the left', () => {
  const picture = pictureOf(sampleChart('bar', 5));
  const [ltr, rtl] = (['ltr', 'rtl'] as const).map((direction) =>
    textsOf(drawChart(picture, style, size, direction), style.family),
  );
  for (const text of ltr ?? []) {
    const other = rtl?.find((one) => one.text === text.text && Math.abs(one.top - text.top) < 1);
    expect(other?.right).toBeCloseTo(size.width - text.left, 0);
  }
});

it.each(CHART_KINDS)('%s is drawn as it was seen to be right', async (kind) => {
  // Coordinates to a pixel: the last tenth may differ from one processor to another.
  const svg = drawChart(pictureOf(sampleChart(kind, 5)), style, size)
    .replace(/c[0-9a-f]{8}-/g, '')
    .replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number))))
    .replaceAll('><', '>\n<');
  await expect(svg).toMatchFileSnapshot(`pictures/${kind}.svg`);
});
