/** A brief in which every free text of the schema is there, so that a test can put words of its own into each. */
import { type BriefInput, briefJsonSchema, LANGUAGE_KEY } from '../../src/load/schema.js';

/** Stands for a free text. */
const TEXT = '§';

type Filled = string | number | boolean | null | undefined | Filled[] | { [key: string]: Filled };

/** What each kind of item may carry. */
const common = { importance: 5, topics: ['first'], marking: 'TLP:CLEAR', notes: TEXT };
const hedge = { attribution: TEXT, caveat: TEXT };
const sources = [{ id: 'open', evidence: TEXT }];

const EVERY_FIELD = {
  id: 'every-field',
  title: { text: TEXT, marking: 'TLP:CLEAR' },
  subtitle: TEXT,
  notice: TEXT,
  author: TEXT,
  language: 'en',
  asOf: '2026-03-02',
  marking: 'TLP:CLEAR',
  bottomLine: { text: TEXT, status: 'reported', ...hedge, marking: 'TLP:CLEAR', sources, notes: TEXT },
  topics: { first: TEXT },
  glossary: { [TEXT]: TEXT },
  sources: {
    open: {
      title: TEXT,
      publisher: TEXT,
      author: TEXT,
      issued: '2026-02-28',
      accessed: '2026-03-01',
      url: 'https://port.example/notices/14?a=1&b=2',
      grade: 'A1',
      text: TEXT,
      citedIn: 'paper',
    },
    paper: { title: TEXT, publisher: TEXT, short: TEXT, url: 'https://paper.example/', grade: 'B2' },
  },
  measures: {
    cost: { value: 1_200_000, unit: 'EUR', precision: 'about', status: 'estimated', ...hedge, sources },
    crews: { range: [3, 5], unit: TEXT, status: 'confirmed', sources: ['open'] },
  },
  claims: [
    { id: 'one', text: TEXT, lead: TEXT, status: 'claimed', ...hedge, ...common, sources },
    { id: 'two', text: TEXT, status: 'disputed', ...hedge, ...common, sources },
    {
      id: 'three',
      text: `{cost} ${TEXT}`,
      status: 'reported',
      ...hedge,
      ...common,
      topics: ['second'],
      sources,
    },
    { id: 'four', text: TEXT, lead: TEXT, status: 'unverified', ...hedge, ...common, topics: [], sources },
    {
      id: 'five',
      text: `{cost} ${TEXT} {crews}`,
      status: 'reported',
      ...hedge,
      ...common,
      topics: ['third'],
      sources,
    },
  ],
  quotes: [
    {
      id: 'quote',
      text: TEXT,
      speaker: TEXT,
      role: TEXT,
      date: '2026-02-28',
      original: { text: TEXT, language: 'ko' },
      translated: TEXT,
      via: [TEXT, TEXT],
      portrait: 'face',
      status: 'claimed',
      ...hedge,
      ...common,
      sources,
    },
  ],
  events: [
    { id: 'fault', date: '2026-02-27', text: TEXT, status: 'confirmed', ...hedge, ...common, sources },
    { id: 'opening', date: '2026-summer', text: TEXT, status: 'estimated', ...hedge, ...common, sources },
    { id: 'someday', text: TEXT, status: 'reported', ...hedge, ...common, sources },
  ],
  judgments: [
    {
      id: 'slips',
      text: TEXT,
      by: TEXT,
      likelihood: 'likely',
      confidence: 'moderate',
      basis: ['one', 'two'],
      caveat: TEXT,
      ...common,
      sources,
    },
    { id: 'stays', text: TEXT, by: TEXT, caveat: TEXT, ...common, sources },
  ],
  indicators: [{ id: 'tender', text: TEXT, means: TEXT, ...common, sources }],
  questions: [{ id: 'ferries', q: TEXT, a: TEXT, supports: 'one', ...common, sources }],
  people: [{ id: 'engineer', name: TEXT, role: TEXT, say: TEXT, ...common, sources }],
  comparisons: [
    {
      id: 'sides',
      headline: TEXT,
      left: { title: TEXT, claims: ['one', 'two'] },
      right: { title: TEXT, claims: ['three'] },
      ...common,
      sources,
    },
  ],
  options: [
    {
      id: 'hire',
      text: TEXT,
      for: [TEXT],
      against: [TEXT],
      cost: TEXT,
      risk: TEXT,
      by: TEXT,
      caveat: TEXT,
      ...common,
      sources,
    },
  ],
  decisions: [{ id: 'release', text: TEXT, of: TEXT, due: '2026-03-06', caveat: TEXT, ...common, sources }],
  images: [
    {
      id: 'view',
      file: TEXT,
      headline: TEXT,
      alt: TEXT,
      places: [{ name: TEXT, at: [10, 20.5] }],
      credit: TEXT,
      licence: TEXT,
      status: 'reported',
      ...hedge,
      ...common,
      sources,
    },
    // A portrait has no slide of its own, and so nothing that is said over it.
    { id: 'face', file: TEXT, alt: TEXT, credit: TEXT, licence: TEXT, marking: 'TLP:CLEAR', sources },
  ],
  charts: [
    {
      id: 'bars',
      headline: TEXT,
      subtitle: TEXT,
      kind: 'bar',
      unit: TEXT,
      data: [
        { label: TEXT, value: 140, status: 'claimed', attribution: TEXT },
        { label: TEXT, range: [200, 300] },
        { label: TEXT, measure: 'cost' },
      ],
      status: 'estimated',
      ...hedge,
      ...common,
      sources,
    },
    {
      id: 'lines',
      headline: TEXT,
      kind: 'line',
      unit: 'EUR',
      data: [
        { label: TEXT, value: 1 },
        { label: TEXT, value: 2 },
      ],
      ...common,
      sources,
    },
    {
      id: 'table',
      headline: TEXT,
      kind: 'line',
      unit: '%',
      csv: {
        file: TEXT,
        x: TEXT,
        y: { [TEXT]: TEXT },
        series: TEXT,
        status: TEXT,
        low: TEXT,
        high: TEXT,
        where: { [TEXT]: TEXT },
        names: { [TEXT]: TEXT },
      },
      ...common,
      sources,
    },
    {
      id: 'records',
      headline: TEXT,
      kind: 'range',
      unit: '%',
      json: {
        file: TEXT,
        x: TEXT,
        y: { [TEXT]: TEXT },
        series: TEXT,
        status: TEXT,
        low: TEXT,
        high: TEXT,
        where: { [TEXT]: TEXT },
        names: { [TEXT]: TEXT },
      },
      ...common,
      sources,
    },
    {
      id: 'several',
      headline: TEXT,
      kind: 'grouped',
      unit: 'EUR',
      series: [TEXT, TEXT],
      data: [{ label: TEXT, values: [1, null] }],
      ...common,
      sources,
    },
    {
      id: 'custom',
      headline: TEXT,
      kind: 'chartjs',
      unit: 'EUR',
      config: {
        type: 'line',
        data: { labels: [TEXT, TEXT], datasets: [{ label: TEXT, data: [1, 2] }] },
        options: { scales: { x: { title: { text: TEXT } }, y: { title: { text: TEXT } } } },
      },
      ...common,
      sources,
    },
    { id: 'story', headline: TEXT, kind: 'timeline', events: ['fault', 'opening'], ...common, sources },
  ],
} satisfies Filled;

/** The brief with a text for each free text, in order; `text` is told where it stands: `claims[0].caveat`. */
export function everyField(text: (at: string, i: number) => string): BriefInput {
  let i = 0;
  const fill = (value: Filled, at: string): Filled => {
    // The text is asked for once for each place, in the order of the file.
    if (typeof value === 'string') return value.replace(TEXT, () => text(at, i++));
    if (Array.isArray(value)) return value.map((part, n) => fill(part, `${at}[${n}]`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key === TEXT ? text(`${at} (key)`, i++) : key,
        fill(part, at === '' ? key : `${at}.${key}`),
      ]),
    );
  };
  return fill(EVERY_FIELD, '') as unknown as BriefInput;
}

/** Fields of free text in the brief above, without the numbers of their lists: `claims[].caveat`. */
export function filledFields(): string[] {
  const fields = new Set<string>();
  everyField((at) => {
    fields.add(
      at
        .replace(/\[\d+\]/g, '[]')
        .replace(/^(sources|measures)\.\w+/, '$1.*')
        .replace(/^(topics|glossary|charts\[\]\.(?:csv|json)\.(?:y|where|names))\..*/, '$1.*'),
    );
    return 'x';
  });
  return [...fields].filter((field) => !field.endsWith('(key)')).sort();
}

interface JsonSchema {
  type?: string | string[];
  enum?: unknown[];
  pattern?: string;
  format?: string;
  const?: unknown;
  propertyNames?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
}

/** Fields of free text in the schema: strings without a pattern, a format or a list of words. */
export function freeTextFields(): string[] {
  const fields = new Set<string>();
  const walk = (schema: JsonSchema, at: string) => {
    // A text in several languages is the same text.
    if (schema.propertyNames?.pattern === LANGUAGE_KEY.source) return;
    for (const part of [...(schema.anyOf ?? []), ...(schema.allOf ?? [])]) walk(part, at);
    const { type, properties, additionalProperties, items } = schema;
    if (
      [type].flat().includes('string') &&
      !schema.enum &&
      schema.pattern === undefined &&
      schema.format === undefined
    )
      if (schema.const === undefined) fields.add(at);
    for (const [name, part] of Object.entries(properties ?? {}))
      walk(part, at === '' ? name : `${at}.${name}`);
    if (typeof additionalProperties === 'object') walk(additionalProperties, `${at}.*`);
    if (items) walk(items, `${at}[]`);
  };
  walk(briefJsonSchema() as JsonSchema, '');
  return [...fields].sort();
}
