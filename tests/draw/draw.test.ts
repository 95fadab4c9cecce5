import { describe, expect, it } from 'vitest';
import { spread } from '../../src/charts/draw/axes.js';
import { drawChart } from '../../src/charts/draw/draw.js';
import { groupedConfiguration } from '../../src/charts/draw/grouped-bars.js';
import { lineConfiguration } from '../../src/charts/draw/lines.js';
import { rowsConfiguration } from '../../src/charts/draw/rows.js';
import { uncertain } from '../../src/charts/draw/style.js';
import { cut, textWidth, wrap, wrapTo } from '../../src/charts/draw/text.js';
import { placeLabels } from '../../src/charts/draw/timeline.js';
import { barConfiguration } from '../../src/charts/kinds/bar.js';
import { shareConfiguration } from '../../src/charts/kinds/share.js';
import { slopeConfiguration } from '../../src/charts/kinds/slope.js';
import { panelsOf } from '../../src/charts/kinds/small-multiples.js';
import { inHundred } from '../../src/charts/kinds/waffle.js';
import type { TimelineEvent } from '../../src/charts/model.js';
import { HOSTILE } from '../arbitrary.js';
import { cell, grid, size, style } from './models.js';
import { textsOf } from './svg.js';

const names = ['Harbour district', 'Northern bank'];
const years = ['2020', '2021', '2022', '2023'];
const time = { isTime: true };
const doubtful = { certain: false };
const written = (svg: string) => textsOf(svg, style.family).map(({ text }) => text);

describe('bars', () => {
  it('start at zero, whichever way they go', () => {
    const x = (...values: number[]) =>
      barConfiguration(grid('bar', names, { a: values.map((one) => cell(one)) }), style, size).options?.scales
        ?.x;
    expect(x(5, 9)).toMatchObject({ min: 0, max: 9 });
    expect(x(-5, 9)?.min).toBeLessThan(-5);
    expect(x(-5, -9)?.max).toBe(0);
    expect(x(0)).toMatchObject({ min: 0, max: 1 });
    const standing = barConfiguration(grid('bar', years, { a: [cell(7), cell(9)] }, time), style, size);
    expect(standing.options?.scales?.y).toMatchObject({ min: 0 });
  });

  it('lie where their names are long, and stand over years', () => {
    const axis = (labels: string[], more = {}) =>
      barConfiguration(grid('bar', labels, { a: [cell(1), cell(2)] }, more), style, size).options?.indexAxis;
    expect(axis(names)).toBe('y');
    expect(axis(['2020', '2021'], time)).toBeUndefined();
    expect(axis(['DE', 'FR'])).toBeUndefined();
  });

  it('are hatched where they are not certain, and float from low to high where they are ranges', () => {
    const cells = [cell(1, { range: [2, 3], ...doubtful }), cell(4)];
    const { data } = barConfiguration(grid('bar', names, { a: cells }), style, size);
    expect(data.datasets[0]).toMatchObject({
      data: [[2, 3], 4],
      backgroundColor: [uncertain(style.accent), style.accent],
    });
    const svg = drawChart(grid('bar', names, { a: cells }), style, size);
    expect(svg).toMatch(/<clipPath id="[^"]+"><(rect|path)[^>]*\/><\/clipPath><path clip-path/);
    expect(drawChart(grid('bar', names, { a: [cell(1), cell(4)] }), style, size)).not.toContain(
      '<path clip-path',
    );
  });

  it('are missing where a value is, with a dash in their place', () => {
    const svg = drawChart(grid('bar', years, { a: [cell(3), null, cell(4), cell(5)] }, time), style, size);
    expect(written(svg)).toEqual(expect.arrayContaining(['–', '3', '4', '5']));
  });

  it('have hostile names as the same text', () => {
    for (const label of HOSTILE) {
      const words = label.replace(/\s+/g, ' ').trim();
      const texts = written(drawChart(grid('bar', [words, 'other'], { a: [cell(1), cell(2)] }), style, size));
      if (textWidth(words, `400 23px "${style.family}"`) < 300)
        expect(texts.join(' ').replace(/\s/g, '')).toContain(words.replace(/\s/g, ''));
    }
  });
});

describe('bars of several series', () => {
  const series = { First: [cell(1), cell(2)], Second: [cell(3), null] };

  it('begin at zero, stacked or beside each other', () => {
    for (const kind of ['stacked', 'grouped'] as const) {
      const { options } = groupedConfiguration(grid(kind, names, series), style, size, kind === 'stacked');
      expect(options?.scales?.x).toMatchObject({ beginAtZero: true, stacked: kind === 'stacked' });
      expect(written(drawChart(grid(kind, names, series), style, size))).toEqual(
        expect.arrayContaining(['First', 'Second', ...names]),
      );
    }
  });

  it('leave a gap where there is no value', () => {
    const { data } = groupedConfiguration(grid('grouped', names, series), style, size, false);
    expect(data.datasets.map((one) => one.data)).toEqual([
      [1, 2],
      [3, null],
    ]);
  });
});

describe('lines', () => {
  const model = grid(
    'line',
    years,
    { A: [cell(1), null, cell(2), cell(3)], B: [cell(2), cell(3), cell(2), null] },
    time,
  );

  it('have gaps, and a point where a value stands alone', () => {
    const { data } = lineConfiguration(model, style, size, false);
    expect(data.datasets[0]).toMatchObject({ spanGaps: false, pointRadius: [6, 0, 0, 6] });
    expect(data.datasets[0]?.data.map((one) => (one as unknown as { y: number }).y)).toEqual([1, null, 2, 3]);
  });

  it('are named at their ends with their last values', () => {
    expect(written(drawChart(model, style, size))).toEqual(expect.arrayContaining(['A 3', 'B 2']));
  });

  it('are dashed where they are not certain, and their points hollow', () => {
    const estimated = grid('line', years, { A: [1, 2, 3, 4].map((one) => cell(one, doubtful)) }, time);
    expect(lineConfiguration(estimated, style, size, false).data.datasets[0]).toMatchObject({
      pointBackgroundColor: [style.paper, style.paper, style.paper, style.paper],
    });
    expect(drawChart(estimated, style, size)).toContain('stroke-dasharray');
    expect(drawChart(model, style, size)).not.toContain('stroke-dasharray');
  });

  it('have a band where they are ranges', () => {
    const ranges = grid('line', years, { A: years.map((_, i) => cell(i, { range: [i - 1, i + 1] })) }, time);
    expect(lineConfiguration(ranges, style, size, false).data.datasets).toHaveLength(3);
  });

  it('stand on zero as areas', () => {
    const area = grid('area', years, { A: years.map((_, i) => cell(50 + i)) }, time);
    expect(lineConfiguration(area, style, size, true).options?.scales?.y).toMatchObject({
      beginAtZero: true,
    });
  });

  it('are counted where there are too many to name', () => {
    const many = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`L${i}`, years.map(() => cell(i))]),
    );
    expect(written(drawChart(grid('line', years, many, time), style, size))).toContain('14 others');
  });
});

describe('rows', () => {
  it('name both ends of a range', () => {
    const cells = [
      cell(2, { range: [1, 3], ends: ['1 t', '3 t'] }),
      cell(5, { range: [4, 6], ends: ['4 t', '6 t'] }),
    ];
    const model = grid('range', names, { a: cells });
    expect(rowsConfiguration(model, style, size, 34).data.datasets[0]?.data).toEqual([
      [1, 3],
      [4, 6],
    ]);
    expect(written(drawChart(model, style, size))).toEqual(
      expect.arrayContaining(['1 t', '3 t', '4 t', '6 t']),
    );
  });

  it('have whole powers of ten on a logarithmic axis', () => {
    const model = grid('dot', names, { a: [cell(4), cell(35000)] }, { isLog: true });
    expect(rowsConfiguration(model, style, size, 6).options?.scales?.x).toMatchObject({
      type: 'logarithmic',
      min: 1,
      max: 100_000,
    });
  });
});

describe('parts of a whole', () => {
  it('fill the bar, and leave the rest of a hundred per cent empty', () => {
    const shares = (sign: string) =>
      shareConfiguration(
        grid('share', names, { a: [cell(30), cell(10)] }, { sign }),
        style,
        size,
      ).data.datasets.map(({ data }) => data[0]);
    expect(shares('')).toEqual([0.75, 0.25]);
    expect(shares('%')).toEqual([0.3, 0.1]);
  });

  it('are whole squares of a hundred', () => {
    expect(inHundred([1 / 3, 1 / 3, 1 / 3])).toEqual([34, 33, 33]);
    expect(inHundred([0.125, 0.005])).toEqual([13, 0]);
    expect(inHundred([0.37])).toEqual([37]);
    expect(inHundred([])).toEqual([]);
  });
});

it('a slope has a value at both ends, and the name at the later one', () => {
  const model = grid(
    'slope',
    ['2005', '2020'],
    { North: [cell(4), cell(7)], South: [cell(6), cell(5)] },
    time,
  );
  expect(slopeConfiguration(model, style, size).data.datasets.map((one) => one.data)).toEqual([
    [4, 7],
    [6, 5],
  ]);
  expect(written(drawChart(model, style, size))).toEqual(
    expect.arrayContaining(['2005', '2020', '4', '6', '7 North', '5 South']),
  );
});

it('small multiples have one scale', () => {
  const series = Object.fromEntries(
    'ABCDE'.split('').map((name, n) => [name, years.map((_, i) => cell(25 * n * i))]),
  );
  const axes = panelsOf(grid('small-multiples', years, series, time), style, size).map(
    ({ configuration }) => configuration.options?.scales?.y,
  );
  expect(axes).toHaveLength(2);
  for (const axis of axes) expect(axis).toMatchObject({ min: 0, max: 300 });
});

describe('a timeline', () => {
  const moments = (count: number): TimelineEvent[] =>
    Array.from({ length: count }, (_, i) => ({
      start: Date.UTC(2025, i),
      end: Date.UTC(2025, i + 1),
      exact: i % 3 > 0,
      when: `Month ${i}`,
      text: 'Something happens then that takes more than one line to say.',
      certain: i % 2 === 0,
      importance: i === 7 ? 5 : 3,
    }));
  const drawn = (events: readonly TimelineEvent[], within = size) =>
    written(drawChart({ kind: 'timeline', events, ticks: [], named: 'Named: {n} of {all}' }, style, within));

  it('sets labels beside each other, inside the model', () => {
    for (const count of [1, 2, 4, 5, 8]) {
      const events = moments(count);
      const first = events[0]?.start ?? 0;
      const span = (events.at(-1)?.end ?? 1) - first;
      const labels = placeLabels(events, (at) => ((at - first) / span) * size.width, style, size) ?? [];
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

  it('numbers more events than that, and lists every one of them whole', () => {
    for (const count of [9, 12]) {
      const texts = drawn(moments(count));
      for (let i = 0; i < count; i++)
        expect(texts).toEqual(expect.arrayContaining([String(i + 1), `Month ${i}`]));
      expect(texts.join(' ').match(/line to say\./g)).toHaveLength(count);
      expect(texts.join(' ')).not.toContain('Named');
    }
  });

  it('says how many it names where not all have room, and names the most important', () => {
    const texts = drawn(moments(40), { width: 1136, height: 280 });
    const named = texts.filter((text) => text.startsWith('Month ')).length;
    expect(named).toBeGreaterThan(5);
    expect(texts).toContain(`Named: ${named} of 40`);
    expect(texts).toContain('Month 7');
  });

  it('gives a long text the width of the model', () => {
    const [event] = moments(1);
    if (!event) throw new Error('no event');
    const texts = drawn([{ ...event, text: 'A very long story. '.repeat(40).trim() }]);
    expect(texts).toContain('Month 0');
    expect(texts.join(' ').match(/very long story/g)).toHaveLength(40);
    expect(drawn([{ ...event, text: 'A very long story. '.repeat(400) }]).at(-1)).toMatch(/…$/);
  });
});

describe('texts', () => {
  const font = `400 20px "${style.family}"`;

  it('are wrapped between words, and within a word that is too wide', () => {
    expect(wrap('one two three', font, textWidth('one two', font) + 1)).toEqual(['one two', 'three']);
    expect(wrap('x'.repeat(50), font, 100).join('')).toBe('x'.repeat(50));
    for (const line of wrap('x'.repeat(50), font, 100))
      expect(textWidth(line, font)).toBeLessThanOrEqual(100);
  });

  it('are cut with an ellipsis', () => {
    expect(cut('short', font, 100)).toBe('short');
    expect(cut('a long text that has no room', font, 100)).toMatch(/^a long.*…$/);
    expect(wrapTo('one two three four', font, 60, 2).at(-1)).toMatch(/…$/);
    expect(textWidth(cut('a long text that has no room', font, 100), font)).toBeLessThanOrEqual(100);
  });

  it('are as wide on every machine in scripts that the theme has no font for', () => {
    expect(textWidth('한강', font)).toBe(40);
    expect(textWidth('مطار', font)).toBeCloseTo(4 * 0.68 * 20);
  });

  it('move apart by the lines they have', () => {
    const two = { y: 50, lines: ['a', 'b'] };
    expect(spread([two, { y: 50, lines: ['c'] }, two], 20, 0, 100).map(({ y }) => y)).toEqual([30, 60, 90]);
  });

  it('move apart without leaving the model', () => {
    expect(spread([{ y: 98 }, { y: 99 }, { y: 100 }], 20, 0, 100).map(({ y }) => y)).toEqual([60, 80, 100]);
  });
});
