/** What is not certain is hatched or dashed, and nothing else is; and colours are data in the SVG. */
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/charts/draw/draw.js';
import { toSvg } from '../../src/charts/draw/svg.js';
import { cell, grid, size, style } from './models.js';

const years = ['2020', '2021', '2022'];
const isMarked = (svg: string) => /<path clip-path|stroke-dasharray/.test(svg);

describe('colours of half opacity', () => {
  it.each(['#00558880', 'rgba(0, 85, 136, 0.5)', 'rgb(0 85 136 / 50%)', 'rgba(0, 85, 136, 0.502)'])(
    '%s is neither hatched nor dashed',
    (accent) => {
      const half = { ...style, accent, series: [accent] };
      const bars = grid('bar', years, { a: years.map((_, i) => cell(i + 1)) });
      const lines = grid('line', years, { a: years.map((_, i) => cell(i + 1)) }, { isTime: true });
      for (const model of [bars, lines]) {
        const svg = drawChart(model, half, size);
        expect(svg).toMatch(/(?:fill|stroke)-opacity="0\.5/);
        expect(isMarked(svg)).toBe(false);
      }
    },
  );

  it('are hatched and dashed where they are of what is not certain', () => {
    const half = { ...style, accent: '#00558880', series: ['#00558880'] };
    const doubtful = { a: years.map((_, i) => cell(i + 1, { certain: false })) };
    expect(drawChart(grid('bar', years, doubtful), half, size)).toContain('<path clip-path');
    expect(drawChart(grid('line', years, doubtful, { isTime: true }), half, size)).toContain(
      'stroke-dasharray',
    );
  });
});

it('keeps a colour inside its attribute', () => {
  const colour = '"><script>alert(1)</script>';
  const text = {
    text: 'x',
    x: 9,
    y: 90,
    size: 20,
    weight: 400,
    colour,
    anchor: 'start',
    backdrop: colour,
  } as const;
  const svg = toSvg([{ x: 0, y: 0, size, shapes: '<svg ></svg>', texts: [text] }], size, style.family, 'ltr');
  expect(svg).not.toContain('<script');
  expect(svg.match(/fill="&#34;&#62;&#60;script/g)).toHaveLength(2);
});
