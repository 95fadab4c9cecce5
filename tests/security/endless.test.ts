/** A template cannot go on without an end: its turns and its output have a budget for each slide. */
import { beforeAll, describe, expect, it } from 'vitest';
import { BriefError, type Problem } from '../../src/core/problem.js';
import { loadBrief } from '../../src/load/load.js';
import { readAudience, readLengths, readLocale } from '../../src/load/profiles.js';
import { loadTemplates, type Templates } from '../../src/load/templates.js';
import { DeckRenderer } from '../../src/pipeline/deck-renderer.js';
import { familyOf, wordFamily } from '../../src/pipeline/family.js';
import { MOST } from '../../src/template/budget.js';
import { createEngine } from '../../src/template/engine.js';
import { visibleOf } from '../loaded.js';

function templatesOf(texts: Readonly<Record<string, string>>): Templates {
  return new Map(
    Object.entries(texts).map(([name, text]) => {
      const file = `${name}.md.hbs`;
      return [file, { name: file, file: `mine/${file}`, text, isBuiltIn: false }];
    }),
  );
}

const VIEW = { rows: Array.from({ length: 50 }, (_, i) => ({ text: `row ${i}` })) };

/** What a template writes, or the problem it ends with. */
function written(texts: Readonly<Record<string, string>>, view: object = VIEW): string | Problem {
  try {
    return createEngine(templatesOf(texts))('deck', view);
  } catch (error) {
    if (!(error instanceof BriefError) || !error.problems[0]) throw error;
    return error.problems[0];
  }
}

const nested = (depth: number, inner: string) =>
  `${'{{#each @root.rows}}\n'.repeat(depth)}${inner}${'{{/each}}'.repeat(depth)}`;

describe('a template', () => {
  it('is stopped where its loops take too many turns, with file and line', () => {
    expect(written({ deck: nested(4, 'x') })).toMatchObject({
      code: 'template',
      message: expect.stringContaining(`more than ${MOST.turns.toLocaleString('en')} turns`),
      file: 'mine/deck.md.hbs',
      line: 4,
      column: 1,
    });
  });

  it('may loop twice over a long list', () => {
    expect(String(written({ deck: nested(2, 'x') })).match(/x/g)).toHaveLength(2500);
  });

  it('is stopped where partials include others twice, and those others', () => {
    const texts = Object.fromEntries(
      Array.from({ length: 24 }, (_, i) => [`p${i}`, `{{> p${i + 1}}}{{> p${i + 1}}}`]),
    );
    expect(written({ deck: '{{> p0}}', ...texts, p24: '' })).toMatchObject({
      code: 'template',
      message: expect.stringContaining('turns'),
      file: expect.stringMatching(/^mine\/p\d+\.md\.hbs$/),
      line: 1,
    });
  });

  it('is stopped where it writes too much', () => {
    const line = 'x'.repeat(1000);
    expect(written({ deck: `\n${nested(2, line)}` })).toMatchObject({
      message: expect.stringContaining(`more than ${MOST.characters.toLocaleString('en')} characters`),
      file: 'mine/deck.md.hbs',
      line: 2,
    });
    expect(written({ deck: '{{> long}}', long: line.repeat(MOST.characters / 1000 + 1) })).toMatchObject({
      message: expect.stringContaining('characters'),
      file: 'mine/long.md.hbs',
    });
    expect(String(written({ deck: line.repeat(100) }))).toHaveLength(100_000);
  });

  it('may take more for a deck of more slides', () => {
    const deck = '{{#each slides}}{{#each @root.rows}}{{#each @root.rows}}x{{/each}}{{/each}}{{/each}}';
    const view = (slides: number) => ({ ...VIEW, slides: Array.from({ length: slides }, () => ({})) });
    expect(String(written({ deck }, view(100)))).toHaveLength(100 * 2500);
  });

  it('has its whole budget again at the next deck', () => {
    const engine = createEngine(templatesOf({ deck: nested(2, 'x') }));
    const lengths = Array.from({ length: 10 }, () => engine('deck', VIEW).match(/x/g)?.length);
    expect(new Set(lengths)).toEqual(new Set([2500]));
  });
});

describe('the built-in templates', () => {
  let templates: Templates;
  beforeAll(async () => {
    templates = await loadTemplates();
  });

  it('write a long deck with a hundredth of the characters', async () => {
    const loaded = visibleOf(await loadBrief('data/kursk-tribute/brief.yaml'));
    const locale = readLocale(templates, loaded.brief.language);
    const renderer = new DeckRenderer(templates);
    await renderer.addImages(loaded);
    for (const { deck } of familyOf(
      wordFamily(loaded, readAudience(templates, 'analyst'), locale),
      readLengths(templates),
    )) {
      const markdown = renderer.markdown(deck, locale, true);
      expect(markdown.length / deck.slides.length).toBeLessThan(MOST.characters / 100);
    }
  });
});
