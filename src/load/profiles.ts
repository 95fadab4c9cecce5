/** Audiences and lengths: who is briefed, and for how long. Files of the template folders, checked once. */
import { z } from 'zod';
import type { Frame } from '../compose/view.js';
import { BriefError, suggest, UsageError } from '../core/problem.js';
import { PARTS, SLIDE_KINDS, SLIDES, type SlideKind } from '../kinds/kinds.js';
import type { SlideKindOf } from '../slides/slide-kind.js';
import { inheritingSchema, lengthId, minutes, slideKinds, standingSchema } from './audience-schema.js';
import { type Locale, localeSchema } from './locale.js';
import { parseProfile, readTemplate } from './profile-file.js';
import { languageTag } from './schema.js';
import { showPath } from './schema-errors.js';
import { type profileWishes, type Wish, wishesIn } from './steering.js';
import { namesIn, namesUnder, type Templates } from './templates.js';

/** The house style of every audience that names no other. */
export const BRAND = 'brand.yaml';

type Written = z.output<typeof standingSchema>;
type Profile = Required<Omit<Written, 'extends' | 'language' | 'templates' | keyof typeof profileWishes>> & {
  language: string | undefined;
  templates: string | undefined;
  /** What it wants of every deck. */
  wishes: readonly Wish[];
};

const DEFAULTS = {
  about: '',
  want: [],
  unwanted: [],
  weights: {},
  lead: ['claim'],
  order: [...PARTS],
  sort: 'topic',
  slides: [...SLIDE_KINDS],
  length: {},
  sourcing: 'marks',
  spellOut: false,
  replace: {},
  language: undefined,
  theme: 'plain',
  brand: BRAND,
  templates: undefined,
  wishes: [],
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
  const withWishes = <T extends Partial<Written>>({ pins, drops, maxSlides, ...rest }: T) => ({
    ...rest,
    wishes: wishesIn({ pins, drops, maxSlides }, id, (path) => ({
      file: reading.file,
      ...reading.placeOf(path),
      path: showPath(path),
    })),
  });
  if (parent === undefined) return { ...DEFAULTS, ...withWishes(parseProfile(reading, standingSchema)) };
  const others = namesIn(templates, 'audiences', '.yaml').filter((other) => other !== id);
  const failExtends = (message: string, hint?: string) => fail('bad-extends', 'extends', message, hint);
  if (parent === id || below.includes(parent)) throw failExtends(`extends "${parent}", which extends it`);
  if (!others.includes(parent))
    throw failExtends(`there is no audience "${parent}"`, suggest(parent, others));
  const base = readAudienceProfile(templates, parent, [...below, id]);
  const { extends: _, ...own } = withWishes(parseProfile(reading, inheritingSchema));
  return {
    ...base,
    ...own,
    // Entries add up; lists take the place of lists.
    weights: { ...base.weights, ...own.weights },
    length: { ...base.length, ...own.length },
    replace: { ...base.replace, ...own.replace },
    wishes: [...base.wishes, ...own.wishes],
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
