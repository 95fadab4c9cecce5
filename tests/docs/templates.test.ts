/** `docs/templates.md`: its fields are those of the types, and its recipes do what they say. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawBrand } from '../../src/images/brand.js';
import { loadBrand } from '../../src/load/brand.js';
import { readConfig } from '../../src/load/config.js';
import { loadHelpers } from '../../src/load/helpers.js';
import { type LoadedBrief, loadBrief } from '../../src/load/load.js';
import { readAudience, readLengths, readLocale } from '../../src/load/profiles.js';
import { loadTemplates } from '../../src/load/templates.js';
import { DeckRenderer } from '../../src/pipeline/deck-renderer.js';
import { familyOf, wordFamily } from '../../src/pipeline/family.js';
import { folderOf } from '../load/folder-of.js';
import { visibleOf } from '../loaded.js';
import { fieldsMarkdown } from './fields.js';

const FILE = 'docs/templates.md';
const BEGIN = '<!-- The fields, from the types: UPDATE_DOCS=1 npx vitest run tests/docs -->';
const END = '<!-- The end of the fields. -->';
const docs = readFileSync(FILE, 'utf8');

it('lists the fields that the types have', () => {
  const [before = '', rest = ''] = docs.split(BEGIN);
  const [, after = ''] = rest.split(END);
  const wanted = `${before}${BEGIN}\n\n${fieldsMarkdown()}\n\n${END}${after}`;
  if (process.env.UPDATE_DOCS) writeFileSync(FILE, wanted);
  expect(readFileSync(FILE, 'utf8')).toBe(wanted);
});

/** A recipe: its title and the files that it shows, each after a line with the file's name. */
const recipes = [...docs.matchAll(/^### \d+\. (.+)\n([\s\S]*?)(?=^### |^## |$(?![\s\S]))/gm)].map(
  ([, title = '', body = '']) => ({
    title,
    files: Object.fromEntries(
      [...body.matchAll(/^`((?:templates\/)?[\w./-]+)`:?\n\n```\w*\n([\s\S]*?)^```$/gm)].map(
        ([, name = '', text = '']) => [name, text],
      ),
    ),
    shows: [...body.matchAll(/^Shows: (.+)$/gm)].map(([, text = '']) => text.replace(/^`|`$/g, '')),
  }),
);

describe('the recipes', () => {
  let brief: LoadedBrief;
  beforeAll(async () => {
    brief = await loadBrief(path.join('data', 'harbour-bridge', 'brief.yaml'));
  });

  it('are eleven', () => {
    expect(recipes).toHaveLength(11);
  });

  it.each(recipes)('$title', async ({ files, shows }) => {
    expect(Object.keys(files)).not.toEqual([]);
    expect(shows).not.toEqual([]);
    const folder = await folderOf(files);
    const templates = await loadTemplates(path.join(folder, 'templates'));
    const brand = await loadBrand(templates);
    const helpers = await loadHelpers(await readConfig(path.join(folder, 'briefdeck.yaml')));
    const renderer = new DeckRenderer(
      templates,
      new Map(brand && [['brand.yaml', await drawBrand(brand)]]),
      helpers,
    );
    await renderer.addImages(visibleOf(brief));
    const lengths = readLengths(templates);
    const own = Object.keys(files).flatMap(
      (name) => /^templates\/audiences\/(.+)\.yaml$/.exec(name)?.[1] ?? [],
    );
    const locale = readLocale(templates, 'en');
    const missing = new Set(shows);
    for (const id of own.length > 0 ? own : ['analyst', 'executive']) {
      if (missing.size === 0) break;
      const family = familyOf(wordFamily(visibleOf(brief), readAudience(templates, id), locale), lengths);
      const longest = family.at(-1)?.deck;
      if (!longest) continue;
      const { slides, css } = await renderer.rendered(longest, renderer.markdown(longest, locale, false));
      const all = [...family.map(({ deck }) => `${deck.audience}-${deck.length}`), ...slides, css];
      for (const text of missing) if (all.some((part) => part.includes(text))) missing.delete(text);
    }
    expect([...missing]).toEqual([]);
  });
});
