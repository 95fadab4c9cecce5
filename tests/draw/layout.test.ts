/** Every kind with one value, five, forty and two hundred, in long and short words: measured on the finished SVG. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Script, SPECIAL, sampleChart, specialChart } from '../../scripts/samples.mjs';
import { drawChart } from '../../src/charts/draw/draw.js';
import type { Size } from '../../src/charts/draw/size.js';
import { overlaps, type TextBox } from '../../src/charts/draw/text.js';
import { CHART_KINDS, type ChartKindId } from '../../src/charts/kinds/index.js';
import type { Cell, TimelineEvent } from '../../src/charts/model.js';
import { grid, modelOf, size, style } from './models.js';
import { type TextElement, textsOf } from './svg.js';

const DENSE = { width: 1136, height: 280 };
/** Scripts, and the sizes that each is drawn in. */
const SCRIPTS: readonly (readonly [Script, readonly Size[]])[] = [
  ['Latin', [size, DENSE]],
  ['long', [DENSE]],
  ['Korean', [size]],
  ['Arabic', [DENSE]],
];

/** Coordinates are written to a tenth of a pixel. */
const apart = (box: TextBox, by: number) => ({
  left: box.left + by,
  right: box.right - by,
  top: box.top + by,
  bottom: box.bottom - by,
});

/** Throws where texts cover each other or run out of the chart: quicker than to `expect` it of each pair. */
function expectApart(texts: readonly TextElement[], { width, height }: Size) {
  for (const [i, text] of texts.entries()) {
    const inside = apart(text, 1.2);
    if (!(inside.left >= 0 && inside.right <= width && inside.top >= 0 && inside.bottom <= height))
      throw new Error(`"${text.text}" runs out of the chart: ${JSON.stringify(text)}`);
    const inner = apart(text, 0.2);
    for (let other = i + 1; other < texts.length; other++) {
      const one = texts[other];
      if (one && overlaps(inner, one)) throw new Error(`"${text.text}" covers "${one.text}"`);
    }
  }
}

/** The same for texts of a finished chart, which are also large enough. */
function expectReadable(texts: readonly TextElement[], within: Size) {
  expectApart(texts, within);
  expect(texts.filter(({ size }) => !(size >= 14))).toEqual([]);
}

describe.each(CHART_KINDS)('%s', (kind) => {
  it.each([1, 5, 40, 200])('keeps its texts apart and inside with %i values', (count) => {
    for (const [script, sizes] of count === 200 ? SCRIPTS.slice(0, 1) : SCRIPTS) {
      const model = modelOf(sampleChart(kind, count, script));
      const direction = script === 'Arabic' ? 'rtl' : 'ltr';
      for (const within of sizes) {
        const texts = textsOf(drawChart(model, style, within, direction), style.family);
        expectReadable(texts, within);
        expect(texts.length).toBeGreaterThan(0);
      }
    }
  });

  it('is the same bytes every time, with ids of its own', () => {
    const model = modelOf(sampleChart(kind, 5));
    const svg = drawChart(model, style, size);
    expect(drawChart(model, style, size)).toBe(svg);
    expect(svg).not.toMatch(/ id="(?!c[0-9a-f]{8}-)/);
    expect(svg).not.toContain('<image');
    expect(svg.length).toBeLessThan(22_000);
  });
});

it.each(Object.keys(SPECIAL))('%s: texts are apart and inside', (what) => {
  expectApart(textsOf(drawChart(modelOf(specialChart(what)), style, size), style.family), size);
});

const label = fc
  .array(
    fc.constantFrom('Harbour', 'of', 'the', 'Donaudampfschifffahrt', '서울특별시', 'الميناء', 'Übersee', '1'),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  .map((words) => words.join(' '));
const amount = fc.oneof(
  fc.integer({ min: -500, max: 100_000 }),
  fc.double({ min: -1, max: 1, noNaN: true }).map((value) => Number(value.toFixed(3))),
  fc.constantFrom(0, 1e9, -1e7),
);
const someCell = fc.option(
  fc
    .record({ value: amount, certain: fc.boolean(), width: fc.option(fc.nat(300), { freq: 5 }) })
    .map(({ value, certain, width }): Cell => {
      const text = `≈ ${value}`;
      if (width === null) return { value, text, certain };
      const range = [value, value + width] as const;
      return {
        value,
        range,
        text: `${text} (…)`,
        ends: [String(range[0]), String(range[1])],
        best: text,
        certain,
      };
    }),
  { nil: null, freq: 8 },
);
const GRID_ONLY = CHART_KINDS.filter((kind) => kind !== 'timeline' && kind !== 'chartjs');
/** As many places and series as compose hands on at most. */
const MOST = { bar: 12, range: 10, dot: 13, share: 6, waffle: 6, stacked: 10, grouped: 6, slope: 2 } as const;
const SINGLE: readonly string[] = ['bar', 'range', 'dot', 'share', 'waffle'];
const PARTS: readonly string[] = ['share', 'waffle', 'stacked'];

const anyModel = (kind: ChartKindId) =>
  fc
    .record({
      labels: fc.array(label, {
        minLength: kind === 'slope' ? 2 : 1,
        maxLength: kind in MOST ? MOST[kind as keyof typeof MOST] : 30,
      }),
      names: fc.array(label, {
        minLength: 1,
        maxLength: SINGLE.includes(kind) ? 1 : kind === 'grouped' ? 4 : kind === 'stacked' ? 6 : 12,
      }),
      isTime: fc.boolean(),
      // A prime number of them, so that no two series are the same.
      cells: fc.array(someCell, { minLength: 61, maxLength: 61 }),
    })
    .map(({ labels, names, isTime, cells }) => {
      const whole = (one: Cell | null) =>
        one && PARTS.includes(kind)
          ? { value: Math.abs(one.value ?? 0), text: one.text, certain: one.certain }
          : one;
      const series = names.map((name, n) => ({
        label: name,
        cells: labels.map((_, i) => whole(cells[(n * labels.length + i) % cells.length] ?? null)),
      }));
      return { ...grid(kind, labels, {}, { isTime: isTime && !SINGLE.slice(1).includes(kind) }), series };
    });

it.each(GRID_ONLY)('%s keeps its texts apart, inside and large enough, whatever it shows', (kind) => {
  fc.assert(
    fc.property(anyModel(kind), fc.boolean(), (model, isDense) => {
      const within = isDense ? DENSE : size;
      const texts = textsOf(drawChart(model, style, within), style.family);
      expectReadable(texts, within);
    }),
    { numRuns: 15 },
  );
});

it('a timeline names every event, or says how many', () => {
  const event = fc.record({
    day: fc.nat(2000),
    days: fc.constantFrom(1, 30, 90, 365),
    text: label,
    when: label,
    certain: fc.boolean(),
    importance: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 40 }), fc.boolean(), (list, isDense) => {
      const within = isDense ? DENSE : size;
      const events = list
        .map(({ day, days, ...more }, i): TimelineEvent => {
          const start = Date.UTC(2020, 0, 1 + day);
          return {
            ...more,
            text: `Event ${i}: ${more.text}`,
            start,
            end: start + days * 86_400_000,
            exact: days < 90,
          };
        })
        .sort((a, b) => a.start - b.start);
      const svg = drawChart(
        { kind: 'timeline', events, ticks: [], named: 'Named: {n} of {all}' },
        style,
        within,
      );
      const texts = textsOf(svg, style.family);
      expectApart(texts, within);
      const all = texts.map(({ text }) => text).join(' ');
      const named = all.match(/Event \d+:/g)?.length ?? 0;
      const said = /Named: (\d+) of (\d+)/.exec(all);
      expect(said ? [Number(said[1]), Number(said[2])] : [events.length, events.length]).toEqual([
        named,
        events.length,
      ]);
    }),
    { numRuns: 40 },
  );
});

/** What must be readable in a model of five values, whatever else gives way. */
it.each(['bar', 'dot', 'range', 'share', 'waffle', 'grouped', 'stacked', 'slope'] as const)(
  '%s of five writes every label and every value',
  (kind) => {
    const model = modelOf(sampleChart(kind, 5));
    if (!('series' in model)) throw new Error('no grid');
    const texts = textsOf(drawChart(model, style, size), style.family).map(({ text }) => text);
    const all = texts.join('\n');
    for (const { label } of model.places) expect(all).toContain(label);
    for (const { label, cells } of model.series) {
      expect(all).toContain(label);
      for (const one of cells) for (const text of one?.ends ?? [one?.text ?? '']) expect(all).toContain(text);
    }
  },
);

it('is mirrored from right to left: names at the right, bars to the left', () => {
  const model = modelOf(sampleChart('bar', 5));
  const [ltr, rtl] = (['ltr', 'rtl'] as const).map((direction) =>
    textsOf(drawChart(model, style, size, direction), style.family),
  );
  for (const text of ltr ?? []) {
    const other = rtl?.find((one) => one.text === text.text && Math.abs(one.top - text.top) < 1);
    expect(other?.right).toBeCloseTo(size.width - text.left, 0);
  }
});

it.each(CHART_KINDS)('%s is drawn as it was seen to be right', async (kind) => {
  // Coordinates to a pixel: the last tenth may differ from one processor to another.
  const svg = drawChart(modelOf(sampleChart(kind, 5)), style, size)
    .replace(/c[0-9a-f]{8}-/g, '')
    .replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number))))
    .replaceAll('><', '>\n<');
  await expect(svg).toMatchFileSnapshot(`pictures/${kind}.svg`);
});
