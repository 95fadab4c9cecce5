/** Audiences and lengths: who is briefed, and for how long. Files of the template folders, checked once. */
import { z } from 'zod';
import type { Frame } from '../compose/view.js';
import { BriefError, suggest, UsageError } from '../core/problem.js';
import { ITEM_TYPES, PARTS, SLIDE_KINDS, SLIDES, type SlideKind } from '../kinds/kinds.js';
import type { SlideKindOf } from '../slides/slide-kind.js';
import { LIMITS } from './limits.js';
import { type Locale, localeSchema } from './locale.js';
import { parseProfile, readTemplate } from './profile-file.js';
import { languageTag } from './schema.js';
import { namesIn, namesUnder, type Templates } from './templates.js';
import { MARKINGS } from './vocabulary.js';

/** The house style of every audience that names no other. */
export const BRAND = 'brand.yaml';

/** A word of a text may become another, but a number stays the one that the brief has. */
const term = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\p{N}{}]+$/u, { error: 'holds a number or a brace: only words are replaced by words' });

const lengthId = z.string().regex(/^[a-z][a-z0-9-]*$/, {
  error: 'is no id: it starts with a small letter and has only a–z, 0–9 and "-"',
});

/** A day at most: what is longer is a slip, and could be too long for any number. */
const minutes = z.number().positive().max(1440);

const slideKinds = z.array(z.enum(SLIDE_KINDS)).min(1);

/** What a profile may say. One that stands by itself says at least who is meant and what they may see. */
const standingSchema = z.strictObject({
  extends: z
    .string()
    .optional()
    .describe('The audience whose profile holds for all that this one does not say.'),
  name: z.string().min(1).describe('What the audience is called on the index page.'),
  about: z.string().optional().describe('What it gets, in a sentence.'),
  highest: z.enum(MARKINGS).describe('The highest marking it may see.'),
  want: z.array(z.string()).optional().describe('Topics that rank one higher.'),
  unwanted: z.array(z.string()).optional().describe('Topics that are left out.'),
  weights: z
    .partialRecord(z.enum(ITEM_TYPES), z.number())
    .optional()
    .describe('Added to the importance of a kind of item.'),
  lead: z
    .array(z.enum(['claim', 'judgment']))
    .min(1)
    .optional()
    .describe('What may stand under the bottom line: claims, and at most one judgment.'),
  order: z
    .array(z.enum(PARTS))
    .optional()
    .describe('The parts of a deck, in order. A part not named is left out.'),
  slides: slideKinds
    .optional()
    .describe('Kinds of slide that it may have, beside the bottom line; all, where this is left out.'),
  length: z
    .record(
      lengthId,
      z.strictObject({
        minutes,
        slides: slideKinds
          .optional()
          .describe('Kinds of slide; those of the next longer length, where this is left out.'),
      }),
    )
    .optional()
    .describe('Lengths of its own, or other minutes for one that there is: { board: { minutes: 8 } }.'),
  sourcing: z
    .enum(['none', 'marks', 'full'])
    .optional()
    .describe('full adds grades, and the data of the charts.'),
  spellOut: z.boolean().optional().describe('Spell acronyms out from the glossary of the brief.'),
  replace: z
    .record(term, term)
    .refine((terms) => Object.keys(terms).length <= LIMITS.terms, {
      error: `has too many entries; at most ${LIMITS.terms} are allowed`,
    })
    .optional()
    .describe(
      'Words that become others, whole word for whole word: { casualties: killed and wounded }. Never in a quote.',
    ),
  language: languageTag
    .optional()
    .describe('Language of its decks, where the brief has a bottom line in it; else that of the brief.'),
  theme: z.string().optional().describe('The look: the name of a file in themes/.'),
  brand: z
    .string()
    .optional()
    .describe('The house style, where it is not brand.yaml: brand-press.yaml, press/brand.yaml.'),
  templates: z
    .string()
    .optional()
    .describe('A folder in the template folder: its slides/, partials/ and themes/ go before the others.'),
});

const inheritingSchema = standingSchema.partial({ name: true, highest: true });

/** A profile as people write it: for editors. */
export const audienceSchema = inheritingSchema;

type Profile = Required<Omit<z.output<typeof standingSchema>, 'extends' | 'language' | 'templates'>> & {
  language: string | undefined;
  templates: string | undefined;
};

const DEFAULTS = {
  about: '',
  want: [],
  unwanted: [],
  weights: {},
  lead: ['claim'],
  order: [...PARTS],
  slides: [...SLIDE_KINDS],
  length: {},
  sourcing: 'marks',
  spellOut: false,
  replace: {},
  language: undefined,
  theme: 'plain',
  brand: BRAND,
  templates: undefined,
} satisfies Partial<Profile>;

/** Who is briefed. `id` is the name of the file. */
export type Audience = Profile & { id: string };

const lengthsSchema = z.strictObject({
  lengths: z.record(
    lengthId,
    z.strictObject({
      minutes,
      slides: slideKinds.describe('Kinds of slide that it may have.'),
    }),
  ),
  minimumSeconds: z
    .partialRecord(z.enum(SLIDE_KINDS), z.number().nonnegative())
    .default({})
    .describe('What a slide takes at least; what its kind says, where it is not named.'),
});

/** A length: at most so many seconds, on these kinds of slide. */
export interface Length {
  id: string;
  seconds: number;
  slides: readonly SlideKind[];
}

/** All lengths, shortest first, and what each kind of slide takes at least, in seconds. */
export interface Lengths {
  lengths: readonly Length[];
  minimumSeconds: Readonly<Record<SlideKind, number>>;
}

/** Reads `audiences/<id>.yaml` over the profile that it extends. Throws {@link BriefError} for a circle of them. */
export function readAudience(templates: Templates, id: string): Audience {
  const known = namesIn(templates, 'audiences', '.yaml');
  if (!known.includes(id)) throw new UsageError(`There is no audience "${id}".`, suggest(id, known));
  return { ...readAudienceProfile(templates, id, []), id };
}

function readAudienceProfile(templates: Templates, id: string, below: readonly string[]): Profile {
  const reading = readTemplate(templates, `audiences/${id}.yaml`);
  const fail = (code: string, field: string, message: string, hint?: string) => {
    const place = { file: reading.file, ...reading.placeOf([field]), path: field };
    return new BriefError([{ code, message, hint, ...place }]);
  };
  const {
    extends: parent,
    language,
    theme,
    brand,
    templates: folder,
  } = parseProfile(
    reading,
    z.looseObject({
      extends: z.string().optional(),
      language: languageTag.optional(),
      theme: z.string().optional(),
      brand: z.string().optional(),
      templates: z.string().optional(),
    }),
  );
  if (brand !== undefined && !(brand.endsWith('.yaml') && templates.has(brand))) {
    const brands = [...templates.keys()].filter((name) => /(?:^|\/)brand[^/]*\.yaml$/.test(name));
    throw fail(
      'no-file',
      'brand',
      `there is no file "${brand}" in the template folder`,
      suggest(brand, brands),
    );
  }
  // A theme may stand in a folder of the audience's own.
  if (theme !== undefined && ![...templates.keys()].some((name) => name.endsWith(`themes/${theme}.css`))) {
    const hint = suggest(theme, namesIn(templates, 'themes', '.css'));
    throw fail('unknown-theme', 'theme', `there is no theme "${theme}"`, hint);
  }
  if (folder !== undefined && namesUnder(templates, folder).length === 0) {
    const message = `there is no folder "${folder}" with slides/, partials/ or themes/ in the template folder`;
    throw fail('no-file', 'templates', message);
  }
  if (language !== undefined && localeFor(templates, language) === undefined)
    throw fail('unknown-language', 'language', ...noWords(templates, language));
  if (parent === undefined) return { ...DEFAULTS, ...parseProfile(reading, standingSchema) };
  const others = namesIn(templates, 'audiences', '.yaml').filter((other) => other !== id);
  const failExtends = (message: string, hint?: string) => fail('bad-extends', 'extends', message, hint);
  if (parent === id || below.includes(parent)) throw failExtends(`extends "${parent}", which extends it`);
  if (!others.includes(parent))
    throw failExtends(`there is no audience "${parent}"`, suggest(parent, others));
  const base = readAudienceProfile(templates, parent, [...below, id]);
  const { extends: _, ...own } = parseProfile(reading, inheritingSchema);
  return {
    ...base,
    ...own,
    // Entries add up; lists take the place of lists.
    weights: { ...base.weights, ...own.weights },
    length: { ...base.length, ...own.length },
    replace: { ...base.replace, ...own.replace },
  };
}

/** The lengths of one audience: with its own, and with the kinds of slide that it may have. */
export function lengthsFor(audience: Audience, { lengths, minimumSeconds }: Lengths): Lengths {
  const own = Object.entries(audience.length).map(([id, { minutes, slides }]): Length => {
    const seconds = minutes * 60;
    const next = lengths.find((length) => length.seconds >= seconds) ?? lengths.at(-1);
    return { id, seconds, slides: slides ?? next?.slides ?? SLIDE_KINDS };
  });
  const all = [...lengths.filter(({ id }) => !(id in audience.length)), ...own];
  return {
    lengths: all
      .map((length) => ({
        ...length,
        slides: length.slides.filter((kind) => kind === 'bottom-line' || audience.slides.includes(kind)),
      }))
      .sort((a, b) => a.seconds - b.seconds),
    minimumSeconds,
  };
}

export function readLengths(templates: Templates): Lengths {
  const profile = readProfile(templates, 'lengths.yaml', lengthsSchema);
  const lengths = Object.entries(profile.lengths).map(([id, { minutes, slides }]) => ({
    id,
    seconds: minutes * 60,
    slides: SLIDE_KINDS.filter((kind) => slides.includes(kind) || isShownFrom(kind, minutes)),
  }));
  const minimumSeconds = Object.fromEntries(
    SLIDE_KINDS.map((kind) => [kind, profile.minimumSeconds[kind] ?? SLIDES[kind].seconds]),
  ) as Lengths['minimumSeconds'];
  return { lengths: lengths.sort((a, b) => a.seconds - b.seconds), minimumSeconds };
}

/** Whether a kind of slide is in a length that does not name it. */
function isShownFrom(kind: SlideKind, minutes: number): boolean {
  const { fromMinutes = Number.POSITIVE_INFINITY }: SlideKindOf<Frame> = SLIDES[kind];
  return minutes >= fromMinutes;
}

/** The words for a language: of the tag itself, of its first part, or an error that names those there are. */
export function readLocale(templates: Templates, language: string): Locale {
  const name = localeFor(templates, language);
  if (name === undefined) {
    const [message, hint] = noWords(templates, language);
    throw new BriefError([{ code: 'unknown-language', message, hint }]);
  }
  return readProfile(templates, `locales/${name}.yaml`, localeSchema);
}

/** Name of the words for a language; `undefined` where there are none. */
function localeFor(templates: Templates, language: string): string | undefined {
  const known = namesIn(templates, 'locales', '.yaml');
  return [language, language.split('-')[0] ?? ''].find((tag) => known.includes(tag));
}

function noWords(templates: Templates, language: string): [message: string, hint: string] {
  const known = namesIn(templates, 'locales', '.yaml').join(', ');
  return [
    `there are no words for the language "${language}"`,
    `Known: ${known}. Add locales/${language}.yaml to the templates.`,
  ];
}

function readProfile<T extends z.ZodType>(templates: Templates, name: string, schema: T): z.output<T> {
  return parseProfile(readTemplate(templates, name), schema);
}
