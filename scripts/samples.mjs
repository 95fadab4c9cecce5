/** Invented charts of every kind, with few values and many, short labels and long: to look at and to test with. */
import { briefSchema } from '../dist/load/schema.js';

export const COUNTS = [1, 5, 40];

const NAMES = {
  Latin: ['Harbour', 'North bank', 'Old town', 'Airport', 'River mouth', 'East hill', 'Market', 'University'],
  long: [
    'Households that could not reach a pharmacy within thirty minutes on foot',
    'People who were counted twice because they had moved during the survey period',
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    'Goods vehicles over twelve tonnes, the detour by the northern motorway included',
    'Everybody else, as far as the district offices answered the letter in time',
  ],
  Korean: [
    '서울특별시 한강 이남 지역',
    '부산광역시',
    '인천국제공항 배후 단지',
    '대전',
    '강원특별자치도 동해안 북부 접경 지역',
  ],
  Arabic: [
    'الميناء الشرقي',
    'وسط المدينة القديمة',
    'الضفة الشمالية من النهر',
    'المطار',
    'المنطقة الصناعية الجنوبية الكبرى',
  ],
};

const name = (script, i) => {
  const names = NAMES[script];
  const again = Math.floor(i / names.length);
  return `${names[i % names.length] ?? ''}${again > 0 ? ` ${again + 1}` : ''}`;
};

/** Numbers that look like measured ones and are the same every time. */
const value = (i) => Math.round(900 / (1 + i * 0.35) + 40 * Math.sin(i * 2.1) + 60);
const list = (count, make) => Array.from({ length: count }, (_, i) => make(i));

/** A brief with one chart of a kind with so many values. */
export function sampleChart(kind, count, script = 'Latin') {
  const label = (i) => name(script, i);
  const year = (i) => String((count > 60 ? 1820 : 1985) + i);
  const few = Math.min(count, 4);
  const common = {
    id: 'sample',
    headline: 'An invented finding',
    subtitle: 'Invented values',
    unit: 'tonnes',
  };
  const data = (make) => list(count, make);
  const overTime = (lines) => ({
    series: list(lines, label),
    data: data((i) => ({
      label: year(i),
      values: list(lines, (n) =>
        count > 4 && i % 17 === 3 && n === 1
          ? null
          : Math.round((value(n) / 3 + 60 * Math.sin(i / 4 + n)) * (1 + i / 60)),
      ),
    })),
  });
  const amounts = () => ({ data: data((i) => ({ label: label(i), value: value(i) })) });
  // A kind that is not named is drawn from one amount for each label.
  const byKind = {
    bar: () => ({
      data: data((i) =>
        i === 1 ? { label: label(i), measure: 'about' } : { label: label(i), value: value(i) },
      ),
    }),
    stacked: () => ({
      series: list(3, (n) => name(script, n + 1)),
      data: data((i) => ({ label: label(i), values: list(3, (n) => value(i + n * 3)) })),
    }),
    grouped: () => ({
      series: list(2, (n) => name(script, n + 1)),
      data: data((i) => ({ label: label(i), values: [value(i), i === 2 ? null : value(i + 2)] })),
    }),
    line: () => overTime(few),
    area: () => overTime(1),
    range: () => ({
      data: data((i) => ({
        label: label(i),
        range: [Math.round(value(i) * 0.7), Math.round(value(i) * 1.25)],
        ...(i % 2 === 0 ? { best: value(i) } : {}),
      })),
    }),
    dot: () => ({
      data: data((i) =>
        i === 1 ? { label: label(i), measure: 'about' } : { label: label(i), value: value(i) },
      ),
    }),
    slope: () => ({
      series: list(count, label),
      data: [
        { label: '2005', values: list(count, value) },
        { label: '2020', values: list(count, (i) => Math.round(value(i + 3) * 1.1)) },
      ],
    }),
    'small-multiples': () => ({
      series: list(count, label),
      data: list(16, (i) => ({
        label: String(2005 + i),
        values: list(count, (n) => (i === 6 ? null : Math.round(value(n) + 80 * Math.sin(i / 3 + n)))),
      })),
    }),
    waffle: () => ({
      unit: '%',
      data: data((i) => ({
        label: label(i),
        value: count === 1 ? 37 : Math.floor((90 / count) * (1.5 - i / count) * 10) / 10,
      })),
    }),
    timeline: () => ({ events: list(count, (i) => `event-${i}`), unit: undefined }),
    chartjs: () => ({
      config: {
        type: 'radar',
        data: {
          labels: list(Math.max(3, count), label),
          datasets: [{ label: label(0), data: list(Math.max(3, count), value) }],
        },
      },
    }),
  };
  return briefSchema.parse({
    id: 'samples',
    title: 'Samples',
    asOf: '2026-03-02',
    bottomLine: 'All of it is invented.',
    measures: {
      about: { value: 600, unit: 'tonnes', precision: 'about', status: 'estimated', attribution: 'nobody' },
    },
    events: list(kind === 'timeline' ? count : 0, (i) => ({
      id: `event-${i}`,
      date:
        i % 5 === 2
          ? `${2025 + Math.floor(i / 12)}-spring`
          : `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
      text: `${label(i)}.`,
      status: i % 4 === 3 ? 'reported' : 'confirmed',
      attribution: 'nobody',
    })),
    charts: [{ ...common, kind, ...(byKind[kind] ?? amounts)() }],
  });
}

/** Samples of what real data do: negative values, per cent, an estimate, gaps, very different sizes. */
export const SPECIAL = {
  'bars below zero': {
    kind: 'bar',
    unit: '%',
    data: [-12.5, 8, -3.2, 21, 0].map((one, i) => ({ label: name('Latin', i), value: one })),
  },
  'columns by year, one missing': {
    kind: 'bar',
    data: [2015, 2016, 2018, 2019, 2020, 2021].map((year, i) => ({ label: String(year), value: value(i) })),
  },
  'columns below zero': {
    kind: 'bar',
    unit: '%',
    data: [4, -2.5, -6, 1, 7].map((one, i) => ({ label: String(2017 + i), value: one })),
  },
  'an estimate': {
    kind: 'stacked',
    status: 'estimated',
    attribution: 'nobody',
    series: ['Dead', 'Wounded'],
    data: [
      { label: '2023', values: [600, 2400] },
      { label: '2024', values: [900, 3100] },
      { label: '2025', values: [1500, 3300] },
    ],
  },
  'three survey years': {
    kind: 'grouped',
    unit: '%',
    series: ['2015', '2018', '2021'],
    data: [
      { label: 'Can read', values: [81, 84, 86] },
      { label: 'Can swim', values: [55, null, 58] },
      { label: 'Own a car', values: [null, 61, 63] },
    ],
  },
  'an estimated line': {
    kind: 'line',
    status: 'estimated',
    attribution: 'nobody',
    series: ['North', 'South'],
    data: list(12, (i) => ({ label: String(2010 + i), values: [value(i), i === 5 ? null : value(i + 4)] })),
  },
  'three sizes of ten': {
    kind: 'dot',
    axis: 'log',
    data: [4, 70, 900, 12000, 350000].map((one, i) => ({ label: name('Latin', i), value: one })),
  },
  'per cent of a whole': {
    kind: 'share',
    unit: '%',
    data: [
      { label: 'By sea', value: 61 },
      { label: 'By rail', value: 23 },
      { label: 'By road', value: 12 },
      { label: 'By air', value: 4 },
    ],
  },
  'people in a hundred': {
    kind: 'waffle',
    unit: '%',
    status: 'estimated',
    attribution: 'nobody',
    data: [
      { label: 'had no water', value: 23 },
      { label: 'had water some of the time', value: 41 },
    ],
  },
  'bars of Chart.js': {
    kind: 'chartjs',
    config: {
      type: 'bar',
      data: {
        labels: ['Spring', 'Summer', 'Autumn'],
        datasets: [
          { label: 'Ferries', data: [3, 5, 4] },
          { label: 'Buses', data: [7, 6, 8] },
        ],
      },
      options: { scales: { y: { title: { text: 'departures an hour' } } } },
    },
  },
  'points of Chart.js': {
    kind: 'chartjs',
    config: {
      type: 'scatter',
      data: {
        datasets: [{ label: 'Stations', data: list(30, (i) => ({ x: i * 3 + (i % 7), y: value(i % 9) })) }],
      },
      options: { scales: { x: { title: { text: 'distance, km' } }, y: { title: { text: 'tonnes' } } } },
    },
  },
};

export function specialChart(what) {
  const chart = SPECIAL[what];
  const brief = sampleChart('bar', 1);
  return briefSchema.parse({
    ...brief,
    charts: [{ id: 'sample', headline: what, unit: 'tonnes', kind: 'bar', ...chart }],
  });
}
