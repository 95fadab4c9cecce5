/** What the profile of an audience may say: for reading it, and for editors. */
import { z } from 'zod';
import { ITEM_TYPES, PARTS, SLIDE_KINDS } from '../kinds/kinds.js';
import { order, sort } from './arrangement.js';
import { LIMITS } from './limits.js';
import { languageTag } from './schema.js';
import { profileWishes } from './steering.js';
import { MARKINGS } from './vocabulary.js';

/** A word of a text may become another, but a number stays the one that the brief has. */
const term = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\p{N}{}]+$/u, { error: 'holds a number or a brace: only words are replaced by words' });

export const lengthId = z.string().regex(/^[a-z][a-z0-9-]*$/, {
  error: 'is no id: it starts with a small letter and has only a–z, 0–9 and "-"',
});

/** A day at most: what is longer is a slip, and could be too long for any number. */
export const minutes = z.number().positive().max(1440);

export const slideKinds = z.array(z.enum(SLIDE_KINDS)).min(1);

/** What a profile may say. One that stands by itself says at least who is meant and what they may see. */
export const standingSchema = z.strictObject({
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
  order: order
    .optional()
    .describe(
      `The parts of a deck, in order (${PARTS.join(', ')}); types of item ("quote") and topics ("topic:economy") may have a place of their own. What has none is left out.`,
    ),
  sort: sort.optional(),
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
  ...profileWishes,
});

/** A profile as people write it: what it does not say, another one may. */
export const inheritingSchema = standingSchema.partial({ name: true, highest: true });
