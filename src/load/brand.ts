/** The house style: `brand.yaml` in a template folder, and the files beside it that it names. */
import path from 'node:path';
import { z } from 'zod';
import { sha256 } from '../core/hash.js';
import { BriefError, type Problem } from '../core/problem.js';
import Color from '../vendor/colorjs.js';
import { describeUnread, readInside } from './files.js';
import { LIMITS } from './limits.js';
import { readLogo } from './logo.js';
import { checkImage } from './pixels.js';
import { parseProfile, readTemplate } from './profile-file.js';
import { BRAND } from './profiles.js';
import type { Reading } from './read.js';
import { showPath } from './schema-errors.js';
import type { Templates } from './templates.js';
import { checkVector } from './vector.js';

/** Colours that a house may set, each by what it is for. */
export const COLOUR_ROLES = ['paper', 'ink', 'soft', 'rule', 'accent', 'warm'] as const;
export type ColourRole = (typeof COLOUR_ROLES)[number];

/** What a font of one's own may be used for. */
export const FONT_ROLES = ['text', 'headline', 'number', 'label'] as const;
export type FontRole = (typeof FONT_ROLES)[number];

const colour = z
  .string()
  .refine(isColour, { error: 'is no colour: write it as in CSS, "#0b4f8f" in quotes' })
  .transform((value) => (isColour(value) ? new Color(value).to('srgb').toString({ format: 'hex' }) : value));

const colours = z
  .strictObject({
    paper: colour.optional().describe('What everything stands on.'),
    ink: colour.optional().describe('Text.'),
    soft: colour.optional().describe('Lesser text.'),
    rule: colour.optional().describe('Lines between rows.'),
    accent: colour.optional().describe('The colour of the house: numbers, labels, areas.'),
    warm: colour.optional().describe('What is not certain.'),
    series: z.array(colour).min(1).optional().describe('Series of a chart, in order.'),
  })
  .default({});

const file = z.string().min(1);

const font = z.strictObject({
  family: z.string().regex(/^[\w -]+$/, { error: 'is no name of a font: letters, digits, spaces and "-"' }),
  files: z
    .array(
      z.strictObject({
        file: file.describe('WOFF2, WOFF, TTF or OTF, beside brand.yaml.'),
        weight: z.int().min(1).max(1000).default(400),
        style: z.enum(['normal', 'italic']).default('normal'),
      }),
    )
    .min(1),
});

export const brandSchema = z.strictObject({
  name: z.string().min(1).describe('Name of the house: stands with its logo.'),
  footer: z.string().min(1).max(60).optional().describe('A few words in the foot of every slide.'),
  logo: z
    .union([file, z.strictObject({ light: file, dark: file })])
    .transform((logo) => (typeof logo === 'string' ? { light: logo, dark: logo } : logo))
    .optional()
    .describe('SVG or PNG; or one for light paper and one for dark: { light: …, dark: … }.'),
  colours: colours.describe('Colours by role. On dark themes only accent, warm and series hold.'),
  dark: colours.describe('Colours by role for dark themes.'),
  fonts: z
    .partialRecord(z.enum(FONT_ROLES), font)
    .default({})
    .describe('Fonts of its own by role; without the others, text is for all.'),
  cover: z
    .strictObject({
      file: file.describe('PNG, JPEG, WebP or AVIF, beside brand.yaml.'),
      alt: z.string().min(1).describe('What it shows, for whoever cannot see it.'),
      credit: z.string().min(1).describe('Who made it, and under which licence.'),
    })
    .optional()
    .describe('A picture on the title slide.'),
});

type BrandFile = z.output<typeof brandSchema>;

/** A font file of the house. */
export interface BrandFace {
  family: string;
  weight: string;
  style: string;
  /** Absolute path. */
  file: string;
  sha256: string;
}

/** A house style, with all its files. Colours are hexadecimal sRGB. */
export interface Brand extends Pick<BrandFile, 'name' | 'footer' | 'colours' | 'dark'> {
  logo: { light: BrandImage; dark: BrandImage } | undefined;
  cover: (BrandImage & { alt: string; credit: string }) | undefined;
  families: Readonly<Partial<Record<FontRole, string>>>;
  faces: readonly BrandFace[];
  /** Where its file says something, for what is told about it. */
  placeOf: Reading['placeOf'];
  file: string;
}

export interface BrandImage {
  bytes: Uint8Array;
  /** `image/svg+xml` where it is one; else pixels. */
  isVector: boolean;
}

/** A house style of the templates; none where they have no such file. Throws {@link BriefError} with all its faults. */
export async function loadBrand(templates: Templates, name = BRAND): Promise<Brand | undefined> {
  if (!templates.has(name)) return undefined;
  const reading = readTemplate(templates, name);
  const data = parseProfile(reading, brandSchema);
  const folder = path.dirname(reading.file);
  const problems: Problem[] = [];
  const report = (problem: Problem, at: readonly PropertyKey[]) => {
    problems.push({ ...problem, file: reading.file, ...reading.placeOf(at), path: showPath(at) });
  };
  const read = async (name: string, at: readonly PropertyKey[], most: number): Promise<Uint8Array> => {
    try {
      return await readInside(folder, name, most);
    } catch (error) {
      const problem = describeUnread(error, name, `the folder of ${path.basename(reading.file)}`);
      report(problem, at);
      return new Uint8Array();
    }
  };
  const image = async (name: string, at: readonly PropertyKey[]): Promise<BrandImage> => {
    const isVector = /\.svg$/i.test(name);
    const before = problems.length;
    const bytes = await read(name, at, isVector ? LIMITS.vectorBytes : LIMITS.imageBytes);
    if (problems.length > before) return { bytes, isVector };
    const drawing = isVector ? readLogo(bytes) : bytes;
    const fault = 'code' in drawing ? drawing : isVector ? checkVector(drawing) : checkImage(drawing);
    if (fault) report({ ...fault, message: `"${name}" ${fault.message}` }, at);
    return { bytes: 'code' in drawing ? bytes : drawing, isVector };
  };
  const light = data.logo && (await image(data.logo.light, ['logo']));
  const logo = data.logo &&
    light && {
      light,
      dark: data.logo.dark === data.logo.light ? light : await image(data.logo.dark, ['logo']),
    };
  const cover = data.cover && { ...data.cover, ...(await image(data.cover.file, ['cover', 'file'])) };
  const faces: BrandFace[] = [];
  const families: Partial<Record<FontRole, string>> = {};
  for (const role of FONT_ROLES) {
    const own = data.fonts[role];
    if (!own) continue;
    families[role] = own.family;
    for (const [i, face] of own.files.entries()) {
      const bytes = await read(face.file, ['fonts', role, 'files', i, 'file'], LIMITS.fontBytes);
      const file = path.resolve(folder, face.file);
      const { weight, style } = face;
      faces.push({ family: own.family, weight: String(weight), style, file, sha256: sha256(bytes) });
    }
  }
  if (problems.length > 0) throw new BriefError(problems);
  const { footer, colours, dark } = data;
  return {
    name: data.name,
    footer,
    colours,
    dark,
    logo,
    cover,
    families,
    faces,
    placeOf: reading.placeOf,
    file: reading.file,
  };
}

function isColour(value: string): boolean {
  try {
    return new Color(value).alpha === 1;
  } catch {
    return false;
  }
}
