/**
 * The brief's one schema: it validates, it gives the types, and it becomes the JSON Schema that editors use.
 * The descriptions are what an editor shows. Input may be shorter than output: `sources: [a]` becomes
 * `[{ id: 'a' }]`, a text where an object may stand becomes that object.
 */
import { z } from 'zod';
import { ABOUT_KINDS, CHART_KINDS, chartKind } from '../charts/kinds/index.js';
import { CHARTJS_TYPES } from '../charts/model.js';
import { DATE_PATTERN, parseDate } from './dates.js';
import { LIMITS } from './limits.js';
import { readUnit } from './units.js';
import { AGGREGATES, CONFIDENCES, LIKELIHOODS, MARKINGS, PRECISIONS, STATUSES } from './vocabulary.js';

const ID_PATTERN = /^[a-z][a-z0-9_-]*$/;

const id = z
  .string()
  .regex(ID_PATTERN, { error: 'is no id: it starts with a small letter and has only a–z, 0–9, "-" and "_"' })
  .max(64)
  .describe('A name that is unique in the brief: small letters, digits, "-" and "_".');

/** What a part of a brief may name by its id. */
export type Referent = 'source' | 'measure' | 'claim' | 'event' | 'image';

/**
 * The id of another part. Who may not see that part may not see this one either; with `drop`, only the id is left
 * out for them.
 */
const reference = (refers: Referent, drop = false) => id.meta({ refers, ...(drop && { drop }) });

// White space is folded, but for the spaces that hold words together (U+00A0, U+202F).
// Control characters reach no slide as the same characters, so they are refused where they enter.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are refused
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/;

/** `holds a control character (U+0007)`. */
const holdsControl = ({ input }: { input?: unknown }) => {
  const code = CONTROL.exec(String(input))?.[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `holds a control character (U+${code}): remove it`;
};

/** A text of one line. Its length is limited where it enters: no later stage has to be quick with a longer one. */
const lineOf = (most: number) =>
  z
    .string()
    .overwrite((text) => text.replace(/[\t\n\v\f\r \u2028\u2029]+/g, ' ').replace(/^ | $/g, ''))
    .min(1, { error: 'is empty' })
    .refine((text) => !CONTROL.test(text), { error: holdsControl })
    .refine((text) => text.isWellFormed(), {
      error: 'holds half of a character (a lone surrogate): write it again',
    })
    .max(most);

const line = lineOf(LIMITS.text);
const longLine = lineOf(LIMITS.longText);
const nameLine = lineOf(LIMITS.name);

/** Words that each language has its own of. */
const prose = line.meta({ translate: 'text' });

/** Words that may be the same in every language. */
const name = nameLine.meta({ translate: 'name' });

/** What is spoken or quoted: longer than what stands on a slide. */
const longProse = longLine.meta({ translate: 'text' });

const text = prose
  .meta({ measures: true })
  .describe('Plain text: nothing in it is Markdown or HTML. {name} stands for a measure.');

/** A list of so many items at most. */
const list = <T extends z.ZodType>(item: T) => z.array(item).max(LIMITS.items);

/** Names a language where a text has several: an ISO 639 code, with region or script. Fields have longer names. */
export const LANGUAGE_KEY = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** Characters of a language tag. */
const MOST_OF_TAG = 64;

const NO_LANGUAGE = 'is no language tag: write "en" or "pt-BR"';

export const languageTag = z
  .string()
  .max(MOST_OF_TAG)
  .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, { error: NO_LANGUAGE, abort: true })
  .refine((tag) => isLanguageTag(tag), { error: NO_LANGUAGE });

const date = z
  .union([z.string().max(LIMITS.name), z.int()])
  .transform(String)
  .pipe(
    z
      .string()
      .regex(DATE_PATTERN, {
        error: 'is no date: write 2026-02-28, 2026-02, 2026-spring or 2026',
      })
      .refine((value) => !DATE_PATTERN.test(value) || parseDate(value) !== undefined, {
        error: 'is no day or month of any calendar',
      }),
  )
  .describe(
    'A day, month, season or year, as precise as it is known: 2026-02-28, 2026-02, 2026-spring, 2026.',
  );

const marking = z
  .enum([...MARKINGS, 'TLP:WHITE'])
  .transform((label) => (label === 'TLP:WHITE' ? 'TLP:CLEAR' : label))
  .describe('TLP 2.0 label: who may see this. Without one, the marking of the brief holds.');

const status = z
  .enum(STATUSES)
  .describe('How sure this is. Everything but "confirmed" names its attribution and is shown in words.');

const sourceRef = z
  .union([
    reference('source'),
    z.strictObject({
      id: reference('source'),
      evidence: longLine.optional().describe('The very words of the source that say this.'),
    }),
  ])
  .transform((ref) =>
    typeof ref === 'string' ? { id: ref, evidence: undefined } : { ...ref, evidence: ref.evidence },
  );

const sources = list(sourceRef)
  .default([])
  .describe('Where this was learned: ids of sources, with evidence.');

/** Entries by name, so many at most. */
const record = <V extends z.ZodType>(key: z.ZodString, value: V, most: number = LIMITS.entries) =>
  z
    .record(key, value)
    .refine((entries) => Object.keys(entries).length <= most, {
      error: ({ input }) => `has ${Object.keys(Object(input)).length} entries; at most ${most} are allowed`,
    })
    .meta({ maxProperties: most });

/** Entries by name. Nothing is in it but what the brief put there: no `constructor` that every object has. */
const named = <V extends z.ZodType>(key: z.ZodString, value: V, most: number = LIMITS.entries) =>
  record(key, value, most)
    .transform((entries) => Object.assign<typeof entries, typeof entries>(Object.create(null), entries))
    .prefault({});

/** What every item may carry. */
const common = {
  importance: z.int().min(1).max(5).default(3).describe('5 must be said; 1 is for those who ask.'),
  topics: list(id).default([]).describe('What it is about; the first one groups it with its like.'),
  marking: marking.optional(),
  sources,
  notes: lineOf(LIMITS.notes)
    .meta({ translate: 'text', measures: true })
    .optional()
    .describe('What the speaker says. In no file but the speaker edition.'),
};

const hedge = {
  attribution: text.optional().describe('Who says so: "South Korean lawmakers".'),
  caveat: text.optional().describe('What limits it. Shown wherever the statement is shown.'),
};

/** Beyond it a number is not the one that was written. */
const isAsWritten = (value: number) => !Number.isInteger(value) || Number.isSafeInteger(value);

const amount = z
  .number()
  .refine(isAsWritten, { error: 'has more digits than can be kept: at most 15' })
  .describe('A plain number, without separators or units.');

const range = z
  .tuple([amount, amount])
  .refine(([low, high]) => low <= high, { error: 'runs from high to low: write [low, high]' })
  .describe('Low and high: [900000, 1500000].');

const unit = nameLine
  .max(40)
  .describe(
    'Read with the number: an ISO 4217 code (EUR), percent (%) or a unit, by its sign (mm, km², °C, t, MW, mph) or its name (millimetres, metres, hours). Anything else is a plain noun ("soldiers"), which the text says itself.',
  );

const measureUnit = unit.refine((value) => !/^[A-Z]{3}$/.test(value) || readUnit(value) !== undefined, {
  error: 'is no ISO 4217 currency code',
});

/** `https://user:password@host/` */
const namesLogin = (url: string) => {
  if (!URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return username !== '' || password !== '';
};

const source = z
  .strictObject({
    title: name.describe('Title of the article, report or notice.'),
    publisher: name.describe('Who published it.'),
    short: name
      .max(60)
      .optional()
      .describe('How the foot of a slide names it, instead of publisher and date.'),
    author: name.optional(),
    issued: date.optional().describe('When it was published.'),
    accessed: date.optional().describe('When it was read.'),
    url: z
      .url({ protocol: /^https?$/, error: 'is no http or https address' })
      .refine((url) => !namesLogin(url), {
        error: 'has a user name or a password in it, which every reader of a deck would get: take it out',
      })
      .max(LIMITS.url)
      .optional()
      .describe('Where it stands: an http or https address.'),
    grade: z
      .string()
      .max(2)
      .regex(/^[A-F][1-6]$/, {
        error: 'is no Admiralty grade: a reliability A–F and a credibility 1–6, as in B2',
      })
      .optional()
      .describe(
        'Admiralty grade: reliability A–F, credibility 1–6. B2 is "usually reliable, probably true".',
      ),
    citedIn: reference('source')
      .optional()
      .describe('The source in which this one was read: shown "as cited in …".'),
    text: nameLine.optional().describe('File with an archived copy of the text, in the folder of the brief.'),
    sha256: z
      .string()
      .max(64)
      .regex(/^[0-9a-f]{64}$/, { error: 'is no SHA-256: 64 hexadecimal digits' })
      .optional()
      .describe('SHA-256 of the archived copy.'),
    marking: marking.optional(),
  })
  .describe('Where something was learned.');

const measure = z
  .strictObject({
    value: amount.optional(),
    range: range.optional(),
    unit: measureUnit,
    precision: z.enum(PRECISIONS).default('exact').describe('How the number is meant.'),
    status,
    ...hedge,
    sources,
    marking: marking.optional(),
  })
  .refine((m) => (m.value === undefined) !== (m.range === undefined), {
    error: 'needs exactly one of value and range',
  })
  .describe('One number, written once. Texts and charts refer to it by name.');

const claim = z.strictObject({
  id,
  text,
  lead: prose
    .max(24)
    .optional()
    .describe('Two or three words that stand large beside a text that opens with no number.'),
  status,
  ...hedge,
  ...common,
});

const quote = z.strictObject({
  id,
  text: longProse.describe('The words, verbatim, without quotation marks.'),
  speaker: name.describe('Who said or wrote them.'),
  role: prose.optional(),
  date: date.optional(),
  original: z
    .strictObject({ text: line, language: languageTag.describe('BCP 47, as in "ko".') })
    .optional()
    .describe('The words in the language they were said in.'),
  translated: prose.optional().describe('From which language, where the original is not at hand: "Korean".'),
  via: list(name).default([]).describe('Through whom the words reached us, first to last.'),
  portrait: reference('image').optional().describe('Id of an image that shows the speaker.'),
  status: status.default('confirmed'),
  ...hedge,
  ...common,
});

const event = z.strictObject({
  id,
  date: date.optional().describe('When; leave it out where no date is known.'),
  text,
  status: status.default('confirmed'),
  ...hedge,
  ...common,
});

const judgment = z.strictObject({
  id,
  text,
  by: prose.describe('Whose judgment it is: "our assessment", or a name.'),
  likelihood: z
    .enum(LIKELIHOODS)
    .optional()
    .describe('ICD 203. Left out where whoever judged did not state one.'),
  confidence: z.enum(CONFIDENCES).optional().describe('Of the evidence. Left out where none was stated.'),
  basis: list(reference('claim', true)).default([]).describe('Ids of the claims that it rests on.'),
  caveat: hedge.caveat,
  ...common,
});

const indicator = z.strictObject({
  id,
  text: text.describe('What to watch for.'),
  means: text.optional().describe('What it would mean.'),
  ...common,
});

const question = z.strictObject({
  id,
  q: text.describe('What somebody in the room may ask.'),
  a: text.describe('The answer.'),
  supports: reference('claim').optional().describe('The claim that it is about.'),
  ...common,
});

const person = z.strictObject({
  id: id.optional(),
  name,
  role: prose,
  say: name.optional().describe('How the name is spoken: "AH-nah roo-EETH".'),
  ...common,
});

const dataLabel = prose.describe('What the value is of.');
const chartDatum = z
  .strictObject({
    label: dataLabel,
    value: amount.optional(),
    range: range.optional(),
    best: amount.optional().describe('The best estimate inside the range.'),
    values: list(amount.nullable())
      .min(1)
      .optional()
      .describe("One for each of the chart's series, in their order; null is a gap."),
    measure: reference('measure').optional().describe('Name of a measure.'),
    status: status.optional().describe('How sure this value is, where that differs from the chart.'),
    attribution: hedge.attribution,
  })
  .refine((d) => [d.value, d.range, d.values, d.measure].filter((v) => v !== undefined).length === 1, {
    error: 'needs exactly one of value, range, values and measure',
  })
  .refine((d) => d.measure === undefined || (d.status === undefined && d.attribution === undefined), {
    error: 'has a measure, which has a status of its own',
  })
  .refine(
    ({ best, range }) => best === undefined || (range !== undefined && range[0] <= best && best <= range[1]),
    { error: 'has a best estimate that is not inside its range' },
  );

/** What a table has, character for character. */
const label = z.string().max(LIMITS.name);

const condition = z.union([label, z.number()]).transform(String);

const chartTable = z
  .strictObject({
    file: nameLine.describe(
      'File in the folder of the brief: CSV with a header row, or JSON, a list of flat records.',
    ),
    x: nameLine.describe('Column of the categories or dates.'),
    y: z
      .union([nameLine, record(label, nameLine)])
      .transform((y) => (typeof y === 'string' ? { [y]: y } : y))
      .optional()
      .describe('Column of the values; or several, as label: column.'),
    series: nameLine
      .optional()
      .describe(
        'Column that names the series of each row, where the rows of several stand under each other.',
      ),
    status: nameLine
      .optional()
      .describe('Column of how sure each value is: confirmed, estimated and so on; empty is confirmed.'),
    low: nameLine.optional().describe('Column of the low ends of ranges.'),
    high: nameLine.optional().describe('Column of the high ends of ranges.'),
    where: record(
      label,
      z.union([condition, list(condition).min(1)]).transform((value) => [value].flat()),
    )
      .optional()
      .describe('Only rows with these values: {Pollutant: NO2, Year: [2020, 2021]}.'),
    aggregate: z
      .enum(AGGREGATES)
      .optional()
      .describe('How several rows of one category or date become one value.'),
    names: record(nameLine, prose)
      .optional()
      .describe('What categories and series of the table are called: { NO2: Nitrogen dioxide }.'),
    scale: amount
      .optional()
      .describe('What every value is multiplied by: 100 for fractions shown in per cent.'),
  })
  .refine(
    ({ y, low, high }) =>
      (y !== undefined || low !== undefined) && (low === undefined) === (high === undefined),
    {
      error: 'needs y, or low and high',
    },
  )
  .refine(
    ({ y, series, low }) => Object.keys(y ?? {}).length <= 1 || (series === undefined && low === undefined),
    {
      error: 'has several columns y: with series, or low and high, there is one',
    },
  );

const chartJsAxis = z.strictObject({
  type: z.enum(['linear', 'logarithmic', 'category']).optional(),
  stacked: z.boolean().optional(),
  title: z.strictObject({ text: prose, display: z.boolean().optional() }).optional(),
});

const chartJs = z
  .strictObject({
    type: z.enum(CHARTJS_TYPES),
    data: z.strictObject({
      labels: list(z.union([prose, z.number().transform(String)])).default([]),
      datasets: list(
        z.strictObject({
          label: prose.default(' '),
          data: list(
            z.union([amount.nullable(), z.strictObject({ x: amount, y: amount, r: amount.optional() })]),
          ).min(1),
        }),
      ).min(1),
    }),
    options: z
      .strictObject({
        indexAxis: z.enum(['x', 'y']).optional(),
        scales: z.strictObject({ x: chartJsAxis.optional(), y: chartJsAxis.optional() }).optional(),
      })
      .optional(),
  })
  .refine(
    ({ type, options }) =>
      type !== 'bar' ||
      [options?.scales?.x, options?.scales?.y].every((axis) => axis?.type !== 'logarithmic'),
    { error: 'has bars on a logarithmic axis: they would not start at zero' },
  )
  .describe('A Chart.js configuration as data: no functions, no second value axis, no colours.');

/** What a chart is drawn from: values, events or a configuration. */
const sourceOf = ({ kind }: { kind: string }) => chartKind(kind).source;

function isLogAllowed({ kind: id }: { kind: string }): boolean {
  const kind = chartKind(id);
  return kind.source === 'values' && kind.isLogAllowed === true;
}

const chart = z
  .strictObject({
    id,
    headline: text.describe('What the chart shows, as a statement.'),
    subtitle: text.optional().describe('What, where, when.'),
    kind: z.enum(CHART_KINDS).describe(ABOUT_KINDS),
    unit: unit
      .meta({ translate: 'text' })
      .optional()
      .describe('Unit of the values: "EUR per lorry". Not for a timeline.'),
    data: list(chartDatum).min(1).optional().describe('The values, written here.'),
    series: list(dataLabel).min(1).optional().describe('What the values of each datum are of.'),
    csv: chartTable.optional().describe('The values, from a CSV file.'),
    json: chartTable.optional().describe('The values, from a JSON file.'),
    config: chartJs.optional(),
    axis: z
      .enum(['linear', 'log'])
      .default('linear')
      .describe('log: a power of ten a step, for values of very different size. Never for bars.'),
    events: list(reference('event')).min(1).optional().describe('Timeline only: ids of the events to draw.'),
    beside: list(reference('claim', true))
      .min(1)
      .max(3)
      .optional()
      .describe(
        'Ids of one to three claims that stand beside it, where the deck has them. Not for a timeline.',
      ),
    status: status.default('confirmed'),
    ...hedge,
    ...common,
  })
  .refine((c) => [c.data, c.csv, c.json, c.events, c.config].filter((v) => v !== undefined).length === 1, {
    error: 'needs exactly one of data, csv, json, events and config',
  })
  .refine((c) => (sourceOf(c) === 'events') === (c.events !== undefined), {
    error: 'a timeline, and nothing but a timeline, is drawn from events',
  })
  .refine((c) => (sourceOf(c) === 'config') === (c.config !== undefined), {
    error: 'kind chartjs, and nothing but kind chartjs, is drawn from config',
  })
  .refine((c) => sourceOf(c) !== 'events' || c.beside === undefined, {
    error: 'is a timeline, which needs the whole width: nothing stands beside it',
  })
  .refine((c) => sourceOf(c) === 'events' || c.unit !== undefined, {
    error: 'has no unit: say what the values are in',
  })
  .refine((c) => (c.data ?? []).every(({ values }) => values?.length === c.series?.length), {
    error: 'has data whose values are not as many as its series',
  })
  .refine((c) => c.axis === 'linear' || isLogAllowed(c), {
    error: 'has a logarithmic axis, which is for lines and dots only',
  });

const image = z
  .strictObject({
    id,
    file: nameLine.describe('Picture in the folder of the brief: PNG, JPEG, WebP or AVIF.'),
    headline: text
      .optional()
      .describe('What it shows, as a statement. Without one it has no slide of its own: a portrait.'),
    alt: prose.describe('What is to be seen, for whoever cannot see it.'),
    credit: name.describe('Who made it.'),
    places: list(
      z.strictObject({
        name: prose.max(60).describe('What is there.'),
        at: z
          .tuple([z.number().min(0).max(100), z.number().min(0).max(100)])
          .describe('Where: per cent of the width from the left, and of the height from the top.'),
      }),
    )
      .min(1)
      .max(8)
      .optional()
      .describe('Places on a map: marked on it by numbers, and named beside it.'),
    licence: name.describe('Under which licence it may be shown: "CC BY 4.0".'),
    status: status.default('confirmed'),
    ...hedge,
    ...common,
  })
  .describe('A photograph, drawing or map. It is scaled down, and its metadata are removed.');

const column = z.strictObject({
  title: text.describe('What is compared: a word or two.'),
  claims: list(reference('claim')).min(1).max(3).describe('Ids of claims, one to three.'),
});

const comparison = z
  .strictObject({
    id,
    headline: text.describe('What the comparison shows, as a statement.'),
    left: column,
    right: column,
    ...common,
  })
  .describe('Claims side by side.');

const bottomLine = z
  .union([
    text,
    z.strictObject({
      text,
      status: status.default('confirmed'),
      ...hedge,
      marking: common.marking,
      sources,
      notes: common.notes,
    }),
  ])
  .transform((value) =>
    typeof value === 'string'
      ? {
          text: value,
          status: 'confirmed' as const,
          attribution: undefined,
          caveat: undefined,
          marking: undefined,
          sources: [],
          notes: undefined,
        }
      : value,
  )
  .describe('What the audience must remember. It opens every deck.');

/** Every deck has a title, so that it may have a marking of its own. */
const title = z
  .union([text, z.strictObject({ text, marking: common.marking })])
  .transform((value) => (typeof value === 'string' ? { text: value, marking: undefined } : value))
  .describe('Title of every deck: a text, or { text, marking } where its marking is not that of the brief.');

export const briefSchema = z
  .strictObject({
    $schema: z.string().max(LIMITS.url).optional(),
    id: id.describe('Name of the brief; it becomes the name of the output folder.'),
    title,
    subtitle: text.optional(),
    notice: prose
      .max(80)
      .optional()
      .describe('A few words that stand on the first slide of every deck: "Invented example".'),
    author: name.optional().describe('Who briefs: goes into the PDF and onto the title slide.'),
    language: languageTag.default('en').describe('Language of the texts, BCP 47.'),
    asOf: date.describe('The day on which all this was true.'),
    marking: marking.default('TLP:CLEAR'),
    bottomLine,
    topics: named(id, prose).describe('What the topics are called on a slide.'),
    glossary: named(nameLine, prose, LIMITS.terms).describe('Acronyms and what they stand for.'),
    sources: named(id, source),
    measures: named(id, measure),
    claims: list(claim).default([]),
    quotes: list(quote).default([]),
    events: list(event).default([]),
    judgments: list(judgment).default([]),
    indicators: list(indicator).default([]),
    questions: list(question).default([]),
    people: list(person).default([]),
    charts: list(chart).default([]),
    comparisons: list(comparison).default([]),
    images: list(image).default([]),
  })
  .meta({
    title: 'A brief for briefdeck',
    description: 'The facts of an article or report, each with its source.',
  });

export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** A brief as the rest of the pipeline knows it: parsed, complete, every reference checked. */
export type Brief = z.output<typeof briefSchema>;
/** A brief as people write it. */
export type BriefInput = z.input<typeof briefSchema>;

export type Source = z.output<typeof source>;
export type SourceRef = z.output<typeof sourceRef>;
export type Measure = z.output<typeof measure>;
export type Claim = z.output<typeof claim>;
export type Quote = z.output<typeof quote>;
export type Event = z.output<typeof event>;
export type Judgment = z.output<typeof judgment>;
export type Indicator = z.output<typeof indicator>;
export type Question = z.output<typeof question>;
export type Person = z.output<typeof person>;
export type Chart = z.output<typeof chart>;
export type Image = z.output<typeof image>;
export type Comparison = z.output<typeof comparison>;
export type ChartTable = z.output<typeof chartTable>;
export type BottomLine = z.output<typeof bottomLine>;

/** The JSON Schema of a brief (draft 2020-12), of what people write: a text, or one for each language. */
export function briefJsonSchema(): object {
  return z.toJSONSchema(briefSchema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      const { translate, measures: _, refers: __, drop: ___, description, ...one } = jsonSchema;
      if (translate === undefined) {
        for (const key of ['refers', 'drop']) delete jsonSchema[key];
        return;
      }
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      Object.assign(jsonSchema, {
        description,
        anyOf: [
          one,
          {
            type: 'object',
            propertyNames: { pattern: LANGUAGE_KEY.source, maxLength: MOST_OF_TAG },
            additionalProperties: one,
            maxProperties: LIMITS.languages,
          },
        ],
      });
    },
  });
}
