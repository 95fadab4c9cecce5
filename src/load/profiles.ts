/** Audiences and lengths: who is briefed, and for how long. Files of the template folders, checked once. */
import { z } from 'zod';
import { BriefError, byPlace, type Problem, suggest, UsageError } from '../problem.js';
import { reportIssues, showPath } from './issues.js';
import { type Locale, localeSchema } from './locale.js';
import { readData } from './read.js';
import { namesIn, type Templates } from './templates.js';
import { ITEM_TYPES, MARKINGS, PARTS, SLIDE_KINDS, type SlideKind } from './terms.js';

const audienceSchema = z.strictObject({
  name: z.string().min(1).describe('What the audience is called on the index page.'),
  about: z.string().default('').describe('What it gets, in a sentence.'),
  highest: z.enum(MARKINGS).describe('The highest marking it may see.'),
  want: z.array(z.string()).default([]).describe('Topics that rank one higher.'),
  unwanted: z.array(z.string()).default([]).describe('Topics that are left out.'),
  weights: z
    .partialRecord(z.enum(ITEM_TYPES), z.number())
    .default({})
    .describe('Added to the importance of a kind of item.'),
  lead: z
    .array(z.enum(['claim', 'judgment']))
    .min(1)
    .default(['claim'])
    .describe('What may stand under the bottom line: claims, and at most one judgment.'),
  order: z
    .array(z.enum(PARTS))
    .default([...PARTS])
    .describe('The parts of a deck, in order. A part not named is left out.'),
  sourcing: z
    .enum(['none', 'marks', 'full'])
    .default('marks')
    .describe('full adds grades, and the data of the charts.'),
  spellOut: z.boolean().default(false).describe('Spell acronyms out from the glossary of the brief.'),
  theme: z.string().default('plain'),
});

/** Who is briefed. `id` is the name of the file. */
export type Audience = z.output<typeof audienceSchema> & { id: string };

const lengthsSchema = z.strictObject({
  lengths: z.record(
    z.string().regex(/^[a-z][a-z0-9-]*$/, {
      error: 'is no id: it starts with a small letter and has only a–z, 0–9 and "-"',
    }),
    z.strictObject({
      minutes: z.number().positive(),
      slides: z.array(z.enum(SLIDE_KINDS)).min(1).describe('Kinds of slide that it may have.'),
    }),
  ),
  minimumSeconds: z
    .record(z.enum(SLIDE_KINDS), z.number().nonnegative())
    .describe('What a slide takes at least.'),
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

export function readAudience(templates: Templates, id: string): Audience {
  const known = namesIn(templates, 'audiences', '.yaml');
  if (!known.includes(id)) throw new UsageError(`There is no audience "${id}".`, suggest(id, known));
  return { id, ...readProfile(templates, `audiences/${id}.yaml`, audienceSchema) };
}

export function readLengths(templates: Templates): Lengths {
  const profile = readProfile(templates, 'lengths.yaml', lengthsSchema);
  const lengths = Object.entries(profile.lengths).map(([id, { minutes, slides }]) => ({
    id,
    seconds: minutes * 60,
    slides,
  }));
  return { lengths: lengths.sort((a, b) => a.seconds - b.seconds), minimumSeconds: profile.minimumSeconds };
}

/** The words for a language: of the tag itself, of its first part, or an error that names those there are. */
export function readLocale(templates: Templates, language: string): Locale {
  const known = namesIn(templates, 'locales', '.yaml');
  const name = [language, language.split('-')[0] ?? ''].find((tag) => known.includes(tag));
  if (name === undefined) {
    throw new BriefError([
      {
        code: 'unknown-language',
        message: `there are no words for the language "${language}"`,
        hint: `Known: ${known.join(', ')}. Add locales/${language}.yaml to the templates.`,
      },
    ]);
  }
  return readProfile(templates, `locales/${name}.yaml`, localeSchema);
}

function readProfile<T extends z.ZodType>(templates: Templates, name: string, schema: T): z.output<T> {
  const template = templates.get(name);
  if (!template) throw new UsageError(`There is no template "${name}".`);
  const reading = readData(new TextEncoder().encode(template.text), template.file);
  const result = schema.safeParse(reading.data);
  if (result.success) return result.data;
  const problems: Problem[] = [];
  reportIssues(result.error.issues, reading.data, schema, (problem, path, key) => {
    problems.push({
      ...problem,
      file: template.file,
      ...reading.placeOf(path, key),
      path: showPath(key === undefined ? path : [...path, key]),
    });
  });
  throw new BriefError(problems.sort(byPlace));
}
