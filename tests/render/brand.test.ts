import Color from 'colorjs.io';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BriefError } from '../../src/core/problem.js';
import { drawBrand } from '../../src/images/brand.js';
import { type Brand, loadBrand } from '../../src/load/brand.js';
import { loadTemplates, namesIn } from '../../src/load/templates.js';
import { applyBrand, readableOn } from '../../src/render/brand.js';
import { readTheme } from '../../src/render/theme.js';
import { folderOf } from '../load/folder-of.js';
import { told } from '../load/problems.js';

const builtIn = await loadTemplates();
const themes = namesIn(builtIn, 'themes', '.css');
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>';

async function brandOf(yaml: string, files: Record<string, string> = {}): Promise<Brand> {
  const brand = await loadBrand(await loadTemplates(await folderOf({ 'brand.yaml': yaml, ...files })));
  if (!brand) throw new Error('no brand');
  return brand;
}

const contrast = (one: string, other: string) => new Color(one).contrast(new Color(other), 'WCAG21');

const colour = fc
  .tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 0, max: 255 })))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);

/** A token's colour, through the tokens that it names. */
function value(tokens: Readonly<Record<string, string>>, name: string): string {
  const other = /^var\(--([\w-]+)\)$/.exec(tokens[name] ?? '')?.[1];
  return other === undefined ? (tokens[name] ?? '') : value(tokens, other);
}

describe('wear', () => {
  it('darkens a yellow for text, keeps it for areas, and says so', async () => {
    const brand = await brandOf('name: Office\ncolours:\n  accent: "#f2c200"\n');
    const { theme, warnings } = applyBrand(readTheme(builtIn, 'plain'), brand);
    expect(theme.tokens.brand).toBe('#f2c200');
    expect(theme.tokens['on-brand']).toBe('#000000');
    expect(contrast(theme.tokens.accent ?? '', '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(warnings).toMatchObject([{ code: 'brand-colour', line: 3, path: 'colours.accent' }]);
    expect(warnings[0]?.message).toContain('1.6:1');
  });

  it('leaves the yellow as it is where it can be read, and says nothing', async () => {
    const brand = await brandOf('name: Office\ncolours: { accent: "#f2c200" }\n');
    const { theme, warnings } = applyBrand(readTheme(builtIn, 'situation'), brand);
    expect([theme.tokens.accent, warnings]).toEqual(['#f2c200', []]);
  });

  it('keeps every text readable in every theme, whatever the colours', async () => {
    const bare = await brandOf('name: Office\n');
    const role = fc.record(
      {
        paper: colour,
        ink: colour,
        soft: colour,
        accent: colour,
        warm: colour,
        series: fc.array(colour, { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: [] },
    );
    const worn = fc.record({ name: fc.constantFrom(...themes), colours: role, dark: role });
    fc.assert(
      fc.property(worn, ({ name, colours, dark }) => {
        const { tokens } = applyBrand(readTheme(builtIn, name), { ...bare, colours, dark }).theme;
        const text = [tokens.ink, tokens.soft, tokens.accent, tokens.warm];
        for (const one of tokens.series?.split(' ') ?? [])
          expect(contrast(one, tokens.paper ?? '')).toBeGreaterThanOrEqual(3);
        for (const one of text) expect(contrast(one ?? '', tokens.paper ?? '')).toBeGreaterThanOrEqual(4.5);
        expect(contrast(value(tokens, 'on-brand'), value(tokens, 'brand'))).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 60 },
    );
  });

  it('sets every role in a text font of one’s own, but not a theme’s headlines', async () => {
    const yaml = 'name: Office\nfonts: { text: { family: Own Sans, files: [{ file: own.woff2 }] } }\n';
    const brand = await brandOf(yaml, { 'own.woff2': '' });
    const family = (name: string) => applyBrand(readTheme(builtIn, name), brand).theme.tokens;
    expect(family('plain')).toMatchObject({ font: "'Own Sans'", 'font-headline': "'Own Sans'" });
    expect(family('newsroom')).toMatchObject({ font: "'Own Sans'", 'font-headline': "'Source Serif 4'" });
  });
});

describe('readableOn', () => {
  it('moves a colour no further than it must, and keeps its hue', () => {
    const moved = readableOn('#f2c200', '#ffffff');
    expect(contrast(moved, '#ffffff')).toBeLessThan(4.7);
    const hue = (value: string) => new Color(value).to('oklch').coords[2] ?? 0;
    expect(Math.abs(hue(moved) - hue('#f2c200'))).toBeLessThan(6);
  });
});

describe('loadBrand', () => {
  it('is none where there is no brand.yaml', async () => {
    expect(await loadBrand(builtIn)).toBeUndefined();
  });

  it('names every fault with its line', async () => {
    const error = await brandOf(
      'nam: Office\ncolours: { accent: yelow, acent: red }\nlogo: 3\nfonts: { text: { family: "a;b", files: [] } }\n',
    ).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BriefError);
    const lines = told((error as BriefError).problems, '').replace(/^.*?brand\.yaml/gm, 'brand.yaml');
    for (const expected of [
      'brand.yaml:1:1 name: is missing',
      'brand.yaml:2:20 colours.accent: is "yelow", which is no colour',
      'Did you mean "accent"?',
      'brand.yaml:3:7 logo',
      'which is no name of a font',
    ])
      expect(lines).toContain(expected);
  });

  it('reads nothing outside its folder, and misses what is not there', async () => {
    await expect(brandOf('name: Office\nlogo: ../../etc/passwd\n')).rejects.toThrow('outside the folder');
    await expect(brandOf('name: Office\nlogo: logo.svg\n')).rejects.toThrow('there is no file "logo.svg"');
  });

  it('takes a logo in paths only, and no file that is no picture', async () => {
    const draw = async (name: string, content: string) =>
      drawBrand(await brandOf(`name: Office\nlogo: ${name}\n`, { [name]: content }));
    expect((await draw('logo.svg', SVG)).pictures.logo?.light).toMatch(/^data:image\/svg\+xml;base64,/);
    await expect(draw('logo.svg', '<svg><text x="1">Office</text></svg>')).rejects.toThrow(
      'would need a font',
    );
    await expect(draw('logo.png', 'no picture')).rejects.toThrow('is no picture in PNG, JPEG, WebP or AVIF');
  });
});
