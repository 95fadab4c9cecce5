import { describe, expect, it } from 'vitest';
import { chartSentence, chartView } from '../../src/charts/compose/chart.js';
import { chartTables } from '../../src/charts/compose/table.js';
import type { GridModel } from '../../src/charts/model.js';
import type { BriefInput } from '../../src/load/schema.js';
import type { Table } from '../../src/load/table.js';
import { loadedFrom, visibleOf } from '../loaded.js';
import { wording } from '../words/wording.js';

type ChartInput = NonNullable<BriefInput['charts']>[number];

const MEASURES = {
  about: { value: 600, unit: 'tonnes', precision: 'about', status: 'estimated', attribution: 'the port' },
  between: { range: [5, 9], unit: 'tonnes', precision: 'at-least', status: 'confirmed' },
} satisfies BriefInput['measures'];

function made(chart: Partial<ChartInput>, table?: Table, replace: Record<string, string> = {}) {
  const loaded = loadedFrom({
    id: 'b',
    title: 'T',
    asOf: '2026-03-02',
    bottomLine: 'B',
    measures: MEASURES,
    charts: [{ id: 'c', headline: 'It rose', unit: 'tonnes', kind: 'bar', ...chart }],
  });
  const { brief } = visibleOf(loaded);
  const [parsed] = brief.charts;
  if (!parsed) throw new Error('no chart');
  const tables = new Map(table ? [['c', table]] : []);
  const context = { brief, wording: { ...wording(brief.measures), replace }, tables };
  const view = chartView(parsed, context);
  return {
    ...view,
    key: view.key.map(({ text }) => text).join(' · '),
    grid: view.model as GridModel,
    spoken: chartSentence(parsed, context),
    tables: chartTables(parsed, context),
  };
}

const csv = { file: 't.csv', x: 'x', y: 'y' };
const fromTable = (kind: ChartInput['kind'], x: string[], ...values: (number | null)[][]) =>
  made({ kind, csv }, { x, series: values.map((list, i) => ({ label: `S${i}`, values: list })) });
const many = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('an audience with words of its own', () => {
  it('reads them in labels, series and units too', () => {
    const { grid, unit, alt } = made(
      {
        unit: 'lorries a day',
        series: ['Lorries', 'Vans'],
        kind: 'grouped',
        data: [{ label: 'lorry route', values: [1, 2] }],
      },
      undefined,
      { lorries: 'trucks', 'lorry route': 'truck route' },
    );
    expect(grid.series.map(({ label }) => label)).toEqual(['Trucks', 'Vans']);
    expect(grid.places[0]?.label).toBe('truck route');
    expect(unit).toBe('trucks a day');
    expect(alt).not.toMatch(/lorr/i);
  });
});

describe('a table with names for its labels', () => {
  it('is shown by them', () => {
    const { grid } = made(
      { kind: 'grouped', csv: { ...csv, names: { NO2: 'Nitrogen dioxide', ferry: 'By ferry' } } },
      {
        x: ['ferry', 'constructor'],
        series: [
          { label: 'NO2', values: [1, 2] },
          { label: 'SO2', values: [3, 4] },
        ],
      },
    );
    expect(grid.series.map(({ label }) => label)).toEqual(['Nitrogen dioxide', 'SO2']);
    expect(grid.places.map(({ label }) => label)).toEqual(['By ferry', 'constructor']);
  });
});

describe('values', () => {
  it('keep the precision and doubt of their measures', () => {
    const { grid, key } = made({
      data: [
        { label: 'A', measure: 'about' },
        { label: 'B', measure: 'between' },
      ],
    });
    expect(grid.series[0]?.cells).toEqual([
      { value: 600, text: '≈ 600', certain: false, status: 'Estimate' },
      { range: [5, 9], text: '≥ 5 to 9', ends: ['≥ 5', '≥ 9'], certain: true },
    ]);
    expect(key).toBe('Hatched: not confirmed');
  });

  it('are all in doubt where the chart is', () => {
    const doubt = { status: 'disputed', attribution: 'both' } as const;
    const keys = (['bar', 'line', 'dot', 'waffle'] as const).map(
      (kind) => made({ kind, ...doubt, data: [{ label: 'A', value: 1 }] }).key,
    );
    expect(keys).toEqual([
      'Hatched: not confirmed',
      'Dashed: not confirmed',
      'Hollow: not confirmed',
      'Hatched: not confirmed',
    ]);
  });

  it('have a status of their own, in the picture, its key, its words and its table', () => {
    const data = [
      { label: 'A', value: 5 },
      { label: 'B', value: 7, status: 'disputed', attribution: 'the port' },
    ] satisfies ChartInput['data'];
    const { grid, alt, key, tables, spoken } = made({ data });
    expect(grid.series[0]?.cells.map((cell) => cell?.certain)).toEqual([true, false]);
    expect(key).toBe('Hatched: not confirmed');
    expect(alt).toContain('A: 5; B: 7 (Disputed)');
    expect(spoken).toContain('B: 7 (Disputed)');
    expect(tables[0]?.rows).toEqual([
      ['A', '5'],
      ['B', '7 (Disputed)'],
    ]);
  });

  it('have the status of their row in a table', () => {
    const status = ['confirmed', 'estimated', 'unverified'] as const;
    const table = { x: ['A', 'B', 'C'], series: [{ label: 'y', values: [1, 2, 3], status }] };
    const { key, alt } = made({ csv: { ...csv, status: 's' }, attribution: 'the port' }, table);
    expect(key).toBe('Hatched: not confirmed (Estimate and Unverified)');
    expect(alt).toContain('A: 1; B: 2 (Estimate); C: 3 (Unverified)');
  });

  it('have one number of decimals, but for measures', () => {
    const texts = (data: ChartInput['data'], unit: string) =>
      made({ unit, data }).grid.series[0]?.cells.map((cell) => cell?.text);
    expect(
      texts(
        [
          { label: 'A', value: 4.25 },
          { label: 'B', value: 3 },
        ],
        '%',
      ),
    ).toEqual(['4.25%', '3.00%']);
    expect(
      texts(
        [
          { label: 'A', value: 4.5 },
          { label: 'B', measure: 'about' },
        ],
        'tonnes',
      ),
    ).toEqual(['4.5', '≈ 600']);
    expect(
      texts(
        [
          { label: 'A', value: 4.2 },
          { label: 'B', value: -1 },
        ],
        'EUR',
      ),
    ).toEqual(['€4.20', '−€1.00']);
  });

  it('are not shown as euros where they are millions of them', () => {
    const text = (unit: string) =>
      made({ unit, data: [{ label: 'A', value: 4 }] }).grid.series[0]?.cells[0]?.text;
    expect(['EUR', 'EUR per lorry', 'EUR million', 'USD bn'].map(text)).toEqual(['€4', '€4', '4', '4']);
  });

  it('are ranges with their best estimate, never its middle alone', () => {
    const { grid, alt } = made({
      kind: 'range',
      data: [
        { label: 'A', range: [1, 9], best: 3 },
        { label: 'B', range: [2, 4] },
      ],
    });
    expect(grid.series[0]?.cells).toMatchObject([
      { value: 3, range: [1, 9], text: '3 (1 to 9)', ends: ['1', '9'] },
      { range: [2, 4], text: '2 to 4' },
    ]);
    expect(grid.series[0]?.cells[1]).not.toHaveProperty('value');
    expect(alt).toContain('A: 3 (1 to 9); B: 2 to 4');
  });
});

describe('time', () => {
  it('has the years that are not given as gaps', () => {
    const { grid } = fromTable('line', ['2005', '2006', '2009'], [1, 2, 3]);
    expect(grid.places.map(({ label }) => label)).toEqual(['2005', '2006', '2007', '2008', '2009']);
    expect(grid.series[0]?.cells.map((cell) => cell?.value)).toEqual([1, 2, undefined, undefined, 3]);
  });

  it('goes in the steps of a survey', () => {
    const { grid } = fromTable('line', ['2015', '2018', '2021'], [1, null, 3]);
    expect(grid.places.map(({ label }) => label)).toEqual(['2015', '2018', '2021']);
  });

  it('goes by months and days too', () => {
    expect(fromTable('line', ['2025-11', '2026-02'], [1, 2]).grid.places).toHaveLength(2);
    expect(fromTable('line', ['2025-11', '2025-12', '2026-02'], [1, 2, 3]).grid.places[2]?.label).toBe(
      'Jan 2026',
    );
    const days = fromTable('line', ['2025-12-30', '2026-01-05', '2026-01-04'], [1, 3, 2]).grid;
    expect(days.series[0]?.cells.map((cell) => cell?.value)).toEqual([1, 2, 3]);
  });
});

describe('many values', () => {
  it('are the largest, and the others from lowest to highest with their number', () => {
    const { grid, alt } = fromTable(
      'bar',
      many(40).map((i) => `c${i}`),
      many(40).map((i) => i + 1),
    );
    expect(grid.places).toHaveLength(12);
    expect(grid.places.at(-1)).toMatchObject({ label: '29 others', isRest: true });
    expect(grid.series[0]?.cells.at(-1)).toMatchObject({ range: [1, 29], text: '1 to 29' });
    expect(alt).toContain('40 values, highest 40 (c39), lowest 1 (c0)');
  });

  it('are added up where they are parts of a whole', () => {
    const { grid } = fromTable(
      'share',
      many(40).map((i) => `c${i}`),
      many(40).map(() => 1),
    );
    expect(grid.places).toHaveLength(6);
    expect(grid.series[0]?.cells.at(-1)).toMatchObject({ value: 35, text: '35 (88%)' });
  });

  it('that are dates all stay', () => {
    expect(
      fromTable(
        'bar',
        many(40).map((i) => String(1980 + i)),
        many(40),
      ).grid.places,
    ).toHaveLength(40);
  });

  it('are all in the table, six columns at a time', () => {
    const { tables, key } = fromTable('small-multiples', ['2020', '2021'], ...many(14).map((i) => [i, null]));
    expect(tables.map(({ head }) => head.length)).toEqual([7, 7, 3]);
    expect(tables[0]?.rows).toEqual([
      ['2020', '0', '1', '2', '3', '4', '5'],
      ['2021', '–', '–', '–', '–', '–', '–'],
    ]);
    expect(key).toBe('All panels have the same scale · Not shown: 2 others');
  });
});

describe('words', () => {
  it('tell the finding, the ends and the extremes', () => {
    const { alt, spoken } = fromTable(
      'line',
      many(12).map((i) => String(2010 + i)),
      [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8],
    );
    expect(alt).toBe(
      'Line chart: It rose. tonnes: S0 from 3 (2010) to 8 (2021), lowest 1 (2011), highest 9 (2015).',
    );
    expect(spoken).toBe(
      'What the picture shows: S0 from 3 (2010) to 8 (2021), lowest 1 (2011), highest 9 (2015).',
    );
  });

  it('say which values are not known', () => {
    expect(fromTable('grouped', ['A', 'B'], [1, null], [2, 3]).alt).toBe(
      'Grouped bar chart: It rose. tonnes: S0 – A: 1, B: not known; S1 – A: 2, B: 3.',
    );
  });

  it('say that a part of the whole is not stated', () => {
    const key = (...values: number[]) =>
      made({ kind: 'share', unit: '%', data: values.map((value, i) => ({ label: `P${i}`, value })) }).key;
    expect(key(60, 40)).toBe('');
    expect(key(60, 20)).toBe('Empty: not stated');
  });

  it('say that an axis is logarithmic', () => {
    expect(made({ kind: 'dot', axis: 'log', data: [{ label: 'A', value: 1 }] }).key).toMatch(
      /^Logarithmic scale/,
    );
  });
});

describe('what cannot be drawn honestly', () => {
  it.each<[string, Partial<ChartInput>]>([
    ['bars on a logarithmic axis', { kind: 'bar', axis: 'log', data: [{ label: 'A', value: 1 }] }],
    [
      'bars of Chart.js on a logarithmic axis',
      {
        kind: 'chartjs',
        config: {
          type: 'bar',
          data: { datasets: [{ data: [1] }] },
          options: { scales: { y: { type: 'logarithmic' } } },
        },
      },
    ],
    ['values without their series', { kind: 'grouped', data: [{ label: 'A', values: [1] }] }],
    [
      'fewer values than series',
      { kind: 'grouped', series: ['a', 'b'], data: [{ label: 'A', values: [1] }] },
    ],
    ['a best estimate outside its range', { kind: 'range', data: [{ label: 'A', range: [1, 2], best: 3 }] }],
  ])('%s', (_, chart) => {
    expect(() => made(chart)).toThrow();
  });

  it.each(['backgroundColor', 'yAxisID', 'onClick', 'stack'])('a Chart.js dataset with %s', (field) => {
    const dataset = { data: [1], [field]: 'x' } as unknown as { data: number[] };
    expect(() => made({ kind: 'chartjs', config: { type: 'bar', data: { datasets: [dataset] } } })).toThrow();
  });
});
