/** Fields that the parts of a brief share: its texts, dates, markings, sources and measures. */
import { z } from 'zod';
import { DATE_PATTERN, parseDate } from './dates.js';
import { LIMITS } from './limits.js';
import { MARKINGS, STATUSES } from './vocabulary.js';

const ID_PATTERN = /^[a-z][a-z0-9_-]*$/;

export const id = z
  .string()
  .regex(ID_PATTERN, { error: 'is no id: it starts with a small letter and has only a–z, 0–9, "-" and "_"' })
  .max(64)
  .describe('A name that is unique in the brief: small letters, digits, "-" and "_".');

/**
 * The id of another part: a source, a measure or an item of a type. Who may not see that part may not see this one either; with `drop`, only the id is left
 * out for them.
 */
export const reference = (refers: string, drop = false) => id.meta({ refers, ...(drop && { drop }) });

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
export const lineOf = (most: number) =>
  z
    .string()
    .overwrite((text) => text.replace(/[\t\n\v\f\r \u2028\u2029]+/g, ' ').replace(/^ | $/g, ''))
    .min(1, { error: 'is empty' })
    .refine((text) => !CONTROL.test(text), { error: holdsControl })
    .refine((text) => text.isWellFormed(), {
      error: 'holds half of a character (a lone surrogate): write it again',
    })
    .max(most);

export const line = lineOf(LIMITS.text);
export const longLine = lineOf(LIMITS.longText);
export const nameLine = lineOf(LIMITS.name);

/** Words that each language has its own of. */
export const prose = line.meta({ translate: 'text' });

/** Words that may be the same in every language. */
export const name = nameLine.meta({ translate: 'name' });

/** What is spoken or quoted: longer than what stands on a slide. */
export const longProse = longLine.meta({ translate: 'text' });

export const text = prose
  .meta({ measures: true })
  .describe('Plain text: nothing in it is Markdown or HTML. {name} stands for a measure.');

/** A list of so many items at most. */
export const list = <T extends z.ZodType>(item: T) => z.array(item).max(LIMITS.items);

/** Names a language where a text has several: an ISO 639 code, with region or script. Fields have longer names. */
export const LANGUAGE_KEY = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** Characters of a language tag. */
export const MOST_OF_TAG = 64;

const NO_LANGUAGE = 'is no language tag: write "en" or "pt-BR"';

export const languageTag = z
  .string()
  .max(MOST_OF_TAG)
  .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, { error: NO_LANGUAGE, abort: true })
  .refine((tag) => isLanguageTag(tag), { error: NO_LANGUAGE });

export const date = z
  .union([z.string().max(LIMITS.name), z.int()])
  .transform(String)
  .pipe(
    z
      .string()
      .regex(DATE_PATTERN, {
        error: 'is no date: write 2026-02-28, 2026-02, 2026-spring, 2026 or 1970s',
      })
      .refine((value) => !DATE_PATTERN.test(value) || parseDate(value) !== undefined, {
        error: 'is no date of any calendar',
      }),
  )
  .describe(
    'As precise as it is known: 2026-02-28, 2026-02-28-night, 2026-02, 2026-spring, 2026, 1970s, 19th-century; early-, mid- or late- before a month, year, decade or century.',
  );

export const marking = z
  .enum([...MARKINGS, 'TLP:WHITE'])
  .transform((label) => (label === 'TLP:WHITE' ? 'TLP:CLEAR' : label))
  .describe('TLP 2.0 label: who may see this. Without one, the marking of the brief holds.');

export const status = z
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

export const sources = list(sourceRef)
  .default([])
  .describe('Where this was learned: ids of sources, with evidence.');

/** Entries by name, so many at most. */
export const record = <V extends z.ZodType>(key: z.ZodString, value: V, most: number = LIMITS.entries) =>
  z
    .record(key, value)
    .refine((entries) => Object.keys(entries).length <= most, {
      error: ({ input }) => `has ${Object.keys(Object(input)).length} entries; at most ${most} are allowed`,
    })
    .meta({ maxProperties: most });

/** Entries by name. Nothing is in it but what the brief put there: no `constructor` that every object has. */
export const named = <V extends z.ZodType>(key: z.ZodString, value: V, most: number = LIMITS.entries) =>
  record(key, value, most)
    .transform((entries) => Object.assign<typeof entries, typeof entries>(Object.create(null), entries))
    .prefault({});

export const review = z
  .literal(true)
  .optional()
  .describe('Drafted by program and not yet reviewed by a person; take the line out when it is.');

/** What every item may carry. */
export const common = {
  review,
  importance: z.int().min(1).max(5).default(3).describe('5 must be said; 1 is for those who ask.'),
  topics: list(id).default([]).describe('What it is about; the first one groups it with its like.'),
  marking: marking.optional(),
  sources,
  notes: lineOf(LIMITS.notes)
    .meta({ translate: 'text', measures: true })
    .optional()
    .describe('What the speaker says. In no file but the speaker edition.'),
};

export const hedge = {
  attribution: text.optional().describe('Who says so: "South Korean lawmakers".'),
  caveat: text.optional().describe('What limits it. Shown wherever the statement is shown.'),
};

/** Beyond it a number is not the one that was written. */
const isAsWritten = (value: number) => !Number.isInteger(value) || Number.isSafeInteger(value);

export const amount = z
  .number()
  .refine(isAsWritten, { error: 'has more digits than can be kept: at most 15' })
  .describe('A plain number, without separators or units.');

export const range = z
  .tuple([amount, amount])
  .refine(([low, high]) => low <= high, { error: 'runs from high to low: write [low, high]' })
  .describe('Low and high: [900000, 1500000].');

export const unit = nameLine
  .max(40)
  .describe(
    'Read with the number: an ISO 4217 code (EUR), percent (%) or a unit, by its sign (mm, km², °C, t, MW, mph) or its name (millimetres, metres, hours). Anything else is a plain noun ("soldiers"), which the text says itself.',
  );

export type SourceRef = z.output<typeof sourceRef>;

export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
