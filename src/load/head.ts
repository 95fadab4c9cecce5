/** The parts of a brief that are no items: its title, bottom line, sources and measures. */
import { z } from 'zod';
import {
  amount,
  common,
  date,
  hedge,
  id,
  languageTag,
  list,
  marking,
  name,
  named,
  nameLine,
  prose,
  range,
  reference,
  review,
  sources,
  status,
  text,
  unit,
} from './fields.js';
import { bracedNames, readFormula } from './formula.js';
import { LIMITS } from './limits.js';
import { readUnit } from './units.js';
import { PRECISIONS, STATUSES } from './vocabulary.js';

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

const formula = nameLine
  .overwrite(bracedNames)
  .refine((text) => readFormula(text) !== undefined, {
    error:
      'is no formula: write names of measures and numbers with + - * / between them, a space on each side',
  })
  .meta({ measures: true })
  .describe(
    'What it is computed from: "deaths / deployed", "arrived - left". Its status, precision, attribution and sources are those of the measures in it. A share is in percent where the unit is.',
  );

const measure = z
  .strictObject({
    value: amount.optional(),
    range: range.optional(),
    derived: formula.optional(),
    round: z
      .number()
      .positive()
      .optional()
      .describe(
        'What a derived number is rounded to: 10, 0.1. Without it, to two figures where it is not exact.',
      ),
    unit: measureUnit,
    precision: z.enum(PRECISIONS).optional().describe('How the number is meant; "exact" if not said.'),
    status: status.optional(),
    asOf: date.optional().describe('When it was so, where that is another day than that of the brief.'),
    supersededBy: reference('measure')
      .optional()
      .describe('The measure that replaces this one: shown wherever this one is shown.'),
    ...hedge,
    review,
    sources,
    marking: marking.optional(),
  })
  .superRefine((measure, context) => {
    const problem = (message: string, path: string[] = []) =>
      context.addIssue({ code: 'custom', message, path });
    const { value, range, derived, round, status, precision, attribution, asOf, sources } = measure;
    if ([value, range, derived].filter((one) => one !== undefined).length !== 1)
      problem('needs exactly one of value, range and derived');
    else if (derived === undefined) {
      if (status === undefined) problem(`is missing: one of ${STATUSES.join(', ')}`, ['status']);
      if (round !== undefined) problem('is for derived measures: write the number as it is', ['round']);
    } else {
      const own = { status, precision, attribution, asOf, sources: sources.length > 0 ? sources : undefined };
      for (const [field, given] of Object.entries(own))
        if (given !== undefined) problem('is that of the measures it is derived from: take it out', [field]);
    }
  })
  .transform(({ status = 'confirmed', precision = 'exact', ...measure }) => ({
    ...measure,
    status,
    precision,
  }))
  .describe('One number, written once. Texts and charts refer to it by name.');

const bottomLine = z
  .union([
    text,
    z.strictObject({
      text,
      status: status.default('confirmed'),
      ...hedge,
      review,
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
          review: undefined,
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

const acceptance = z
  .strictObject({
    rule: nameLine.describe('A rule on briefs: "drift".'),
    item: id.describe('Id of the item, measure or source that it was found in; "title" or "bottom-line".'),
    why: name.describe('Why it may stay as it is.'),
    by: name.describe('Who says so.'),
    of: z
      .string()
      .max(8)
      .regex(/^f[0-9a-f]{7}$/, { error: 'is no fingerprint: "f" and seven hexadecimal digits' })
      .optional()
      .describe(
        'What the item was then; "briefdeck check" says what to write. It lapses when the item changes.',
      ),
  })
  .describe('A finding of a rule that somebody takes responsibility for.');

/** What a brief holds before its items, in the order of its file. */
export const head = {
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
  accept: list(acceptance)
    .default([])
    .describe('Findings of rules that may stay: each with a reason, in the certificate.'),
};

/** A brief without its items. */
export type BriefHead = z.output<z.ZodObject<typeof head>>;
export type Source = z.output<typeof source>;
export type Measure = z.output<typeof measure>;
export type Acceptance = z.output<typeof acceptance>;
export type BottomLine = z.output<typeof bottomLine>;
