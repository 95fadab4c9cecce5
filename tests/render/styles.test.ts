/** Audiences that wear different houses and layouts, in one call. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BriefError } from '../../src/core/problem.js';
import { readLocale } from '../../src/load/profiles.js';
import { DeckRenderer } from '../../src/pipeline/deck-renderer.js';
import { familyOf, wordFamily } from '../../src/pipeline/family.js';
import { openProject } from '../../src/pipeline/project.js';
import { folderOf } from '../load/folder-of.js';

const FILES = {
  'brand.yaml': 'name: House\ncolours: { accent: "#a02020" }\n',
  'press/brand.yaml': 'name: Newsroom\nlogo: logo.svg\ncolours: { accent: "#205080" }\n',
  'press/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>',
  'press/partials/foot.md.hbs': '<p class="foot">for the press</p>',
  'press/themes/newsroom.css': "/* @theme newsroom */\n@import 'plain';\n:root { --ink: #101820; }\n",
  'audiences/press.yaml':
    'name: DeckRenderer\nhighest: TLP:CLEAR\ntheme: newsroom\nbrand: press/brand.yaml\ntemplates: press\n',
  'audiences/public.yaml': 'name: Public\nhighest: TLP:CLEAR\n',
  'audiences/local.yaml': 'extends: press\nname: Local press\n',
};

const open = async (files: Record<string, string>, audiences: string[]) =>
  openProject({ briefs: [path.join('data', 'harbour-bridge')], templates: await folderOf(files), audiences });

describe('a style', () => {
  it('is that of the audience: colours, logo, layouts and themes', async () => {
    const project = await open(FILES, ['press', 'public', 'local']);
    const renderer = new DeckRenderer(project.templates, project.brands);
    const locale = readLocale(project.templates, 'en');
    const pages = await Promise.all(
      project.tasks.map(async ({ loaded, audience }) => {
        await renderer.addImages(loaded);
        const deck = familyOf(wordFamily(loaded, audience, locale), project.lengths)[0]?.deck;
        if (!deck) throw new Error('no deck');
        const { slides, css } = await renderer.rendered(deck, renderer.markdown(deck, locale, false));
        return [css, ...slides].join('');
      }),
    );
    const has = (text: string) => pages.map((page) => page.includes(text));
    expect(project.audiences.map(({ id }) => id)).toEqual(['local', 'press', 'public']);
    expect(has('--accent: #205080')).toEqual([true, true, false]);
    expect(has('--accent: #a02020')).toEqual([false, false, true]);
    expect(has('for the press')).toEqual([true, true, false]);
    expect(has('--ink: #101820')).toEqual([true, true, false]);
  });

  it('is refused where two houses have one name for two fonts', async () => {
    const font = (file: string) =>
      `name: House\nfonts: { text: { family: Own, files: [{ file: ${file} }] } }\n`;
    const files = { ...FILES, 'brand.yaml': font('a.woff2'), 'press/brand.yaml': font('b.woff2') };
    const wanted = open({ ...files, 'a.woff2': '', 'press/b.woff2': '' }, ['press', 'public']);
    await expect(wanted).rejects.toThrow(BriefError);
    await expect(wanted).rejects.toThrow('the font "Own" has other files in another house style');
  });
});
