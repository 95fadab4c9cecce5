import { describe, expect, it } from 'vitest';
import type { Bar, Moment, Picture } from '../../src/compose/picture.js';
import { barConfiguration } from '../../src/draw/bar.js';
import { registerFonts, textWidth, wrap } from '../../src/draw/canvas.js';
import { drawChart } from '../../src/draw/draw.js';
import { lineConfiguration, spread } from '../../src/draw/line.js';
import { chartStyle } from '../../src/draw/style.js';
import { placeLabels } from '../../src/draw/timeline.js';
import { loadTemplates } from '../../src/load/templates.js';
import { readFontFaces } from '../../src/render/fonts.js';
import { readTheme } from '../../src/render/theme.js';
import { HOSTILE } from '../arbitrary.js';

const theme = readTheme(await loadTemplates(), 'plain');
registerFonts(readFontFaces(theme.fonts));
const style = chartStyle(theme.tokens);
const size = { width: 1136, height: 380 };

const bar = (label: string, value: number, more: Partial<Bar> = {}): Bar => ({
  label,
  value,
  text: `≈ ${value}`,
  certain: true,
  ...more,
});
const bars = (list: readonly Bar[]): Picture => ({ kind: 'bar', bars: list });
const lines = (...values: (number | null)[][]): Picture => ({
  kind: 'line',
  x: values[0]?.map((_, i) => String(2005 + i)) ?? [],
  series: values.map((list, i) => ({ label: `Line ${i}`, values: list, certain: true, last: '1' })),
  unit: '%',
  language: 'en',
});
const moments = (count: number): Moment[] =>
  Array.from({ length: count }, (_, i) => ({
    start: Date.UTC(2025, i),
    end: Date.UTC(2025, i + 1),
    exact: i % 3 > 0,
    when: `Month ${i}`,
    text: 'Something happens then that takes more than one line to say.',
    certain: i % 2 === 0,
  }));

interface TextElement {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

/** Every text of an SVG with its place; the SVG's own grammar is checked on the way. */
function textsOf(svg: string): TextElement[] {
  expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 1136 380"[^>]*>.*<\/svg>$/s);
  const open: string[] = [];
  for (const [, close, name, rest, end] of svg.matchAll(/<(\/?)([a-zA-Z]+)((?:[^>"]|"[^"]*")*?)(\/?)>/g)) {
    if (close) expect(open.pop()).toBe(name);
    else if (!end) open.push(name ?? '');
    expect(rest).not.toMatch(/ on\w+=|href/);
  }
  expect(open).toEqual([]);
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', content = '']) => {
    const value = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const [dx = 0, dy = 0] = (/translate\(([^)]*)\)/.exec(attributes)?.[1] ?? '0 0').split(' ').map(Number);
    const text = content
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&(?:apos|#39);/g, "'")
      .replace(/&amp;/g, '&');
    const left = Number(value('x')) + dx;
    const font = `${value('font-weight') || 400} ${value('font-size')}px "${style.family}"`;
    return {
      text,
      left,
      right: left + textWidth(text, font),
      y: Number(value('y')) + dy,
      size: Number(value('font-size')),
    };
  });
}

describe('a bar chart', () => {
  it('starts every bar at zero', () => {
    const x = (list: readonly Bar[]) => barConfiguration(list, style, size).options?.scales?.x;
    expect(x([bar('a', 5), bar('b', 9)])).toMatchObject({ min: 0, max: 9 });
    expect(x([bar('a', -5), bar('b', 9)])?.min).toBeLessThan(-5);
    expect(x([bar('a', -5), bar('b', -9)])?.max).toBe(0);
    expect(x([bar('a', 0)])).toMatchObject({ min: 0, max: 1 });
  });

  it('draws a range from low to high, and fills only what is certain', () => {
    const { data } = barConfiguration(
      [bar('a', 1, { range: [2, 3], certain: false }), bar('b', 4)],
      style,
      size,
    );
    expect(data.datasets[0]).toMatchObject({
      data: [[2, 3], 4],
      backgroundColor: [style.paper, style.accent],
    });
  });

  it('writes labels and values, whole and inside the picture', () => {
    for (const count of [1, 2, 5, 12]) {
      const list = Array.from({ length: count }, (_, i) =>
        bar(`Category ${i}`, (i + 1) * 100, { certain: i % 2 === 0 }),
      );
      const texts = textsOf(drawChart(bars(list), style, size));
      expect(texts.map(({ text }) => text)).toEqual(
        expect.arrayContaining(list.flatMap(({ label, text }) => [label, text])),
      );
      for (const { left, right, y } of texts) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(size.width + 1);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(size.height);
      }
    }
  });

  it('draws forty bars, a negative one and none but zeros', () => {
    const many = Array.from({ length: 40 }, (_, i) => bar(`Number ${i}`, 40 - i));
    expect(textsOf(drawChart(bars(many), style, size))).toHaveLength(80);
    expect(textsOf(drawChart(bars([bar('down', -5), bar('up', 5)]), style, size))).toHaveLength(4);
    expect(textsOf(drawChart(bars([bar('none', 0)]), style, size))).toHaveLength(2);
  });
});

describe('a line chart', () => {
  it('names each line at its end, apart from the others', () => {
    const texts = textsOf(drawChart(lines([1, 2, 3], [1, 2, 3.01], [1, 2, 2.99]), style, size));
    const names = texts.filter(({ text }) => text.startsWith('Line'));
    expect(names).toHaveLength(3);
    const heights = names.map(({ y }) => y).sort((a, b) => a - b);
    heights.slice(1).forEach((y, i) => {
      expect(y - (heights[i] ?? 0)).toBeGreaterThanOrEqual(26);
    });
    for (const { right } of texts) expect(right).toBeLessThanOrEqual(size.width + 1);
  });

  it('leaves gaps, shows a point that stands alone, and dashes what is not certain', () => {
    const picture = lines([1, null, 2, null, null, 3, 4]);
    if (picture.kind !== 'line') throw new Error('no line');
    const series = picture.series.map((one) => ({ ...one, certain: false }));
    const [dataset] = lineConfiguration({ ...picture, series, formatTick: String }, style, size).data
      .datasets;
    expect(dataset).toMatchObject({
      spanGaps: false,
      borderDash: [9, 6],
      pointRadius: [6, 0, 6, 0, 0, 0, 6],
    });
  });

  it('draws one value, and two hundred', () => {
    expect(textsOf(drawChart(lines([7]), style, size)).map(({ text }) => text)).toContain('Line 0 1');
    const many = Array.from({ length: 200 }, (_, i) => Math.sin(i / 10) * 50);
    expect(textsOf(drawChart(lines(many), style, size)).length).toBeLessThan(40);
  });

  it('moves labels apart without leaving the picture', () => {
    const apart = spread([{ y: 98 }, { y: 99 }, { y: 100 }], 20, 0, 100).map(({ y }) => y);
    expect(apart).toEqual([60, 80, 100]);
  });
});

describe('a timeline', () => {
  it('sets labels beside each other, inside the picture', () => {
    for (const count of [1, 2, 4, 5, 8, 9]) {
      const events = moments(count);
      const first = events[0]?.start ?? 0;
      const span = (events.at(-1)?.end ?? 1) - first;
      const labels = placeLabels(events, (time) => ((time - first) / span) * size.width, style, size);
      expect(labels).toHaveLength(count);
      for (const { x, width } of labels) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(size.width + 1);
      }
      for (const side of [true, false]) {
        const lane = labels.filter((label) => label.isAbove === side).sort((a, b) => a.x - b.x);
        lane.slice(1).forEach((label, i) => {
          const before = lane[i];
          expect(label.x).toBeGreaterThanOrEqual((before?.x ?? 0) + (before?.width ?? 0));
        });
      }
    }
  });

  it('leaves a text that is too long to the list, and keeps its date', () => {
    const [event] = moments(1);
    if (!event) throw new Error('no event');
    const long = { ...event, text: 'A very long story. '.repeat(40) };
    const svg = drawChart({ kind: 'timeline', events: [long], ticks: [] }, style, size);
    expect(textsOf(svg).map(({ text }) => text)).toEqual(['Month 0']);
  });
});

describe('a picture', () => {
  it('has every hostile label as the same text', () => {
    for (const label of HOSTILE) {
      const words = label.replace(/\s+/g, ' ').trim();
      // Characters that no font here has are left to the browser's fonts and to another test.
      if (/[^\u0020-\u024F\u2010-\u2026]/.test(words)) continue;
      const texts = textsOf(drawChart(bars([bar(words, 1)]), style, size)).map(({ text }) => text);
      expect(texts.join(' ').replace(/\s/g, '')).toContain(words.replace(/\s/g, ''));
    }
  });

  it('keeps letters that a ligature would join', () => {
    const texts = textsOf(drawChart(bars([bar('coffins confirm official flights', 1)]), style, size));
    expect(texts[0]?.text).toBe('coffins confirm official flights');
  });

  it('is the same bytes every time, small, and has ids of its own', () => {
    const pictures = [
      bars([bar('a', 1, { certain: false })]),
      lines([1, 2, 3]),
      { kind: 'timeline' as const, events: moments(4), ticks: [] },
    ];
    for (const picture of pictures) {
      const svg = drawChart(picture, style, size);
      expect(drawChart(picture, style, size)).toBe(svg);
      expect(svg.length).toBeLessThan(20_000);
    }
    const ids = pictures.map((picture) => /id="(c[0-9a-f]+)-/.exec(drawChart(picture, style, size))?.[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('wraps between words, and within a word that is too wide', () => {
    const font = `400 20px "${style.family}"`;
    expect(wrap('one two three', font, textWidth('one two', font) + 1)).toEqual(['one two', 'three']);
    expect(wrap('x'.repeat(50), font, 100).join('')).toBe('x'.repeat(50));
    for (const line of wrap('x'.repeat(50), font, 100))
      expect(textWidth(line, font)).toBeLessThanOrEqual(100);
  });
});
