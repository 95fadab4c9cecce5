/** Templates are strict: what does not exist is an error that says where, and nothing is written raw. */
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { BriefError, type Problem } from '../../src/core/problem.js';
import { loadTemplates, type Templates } from '../../src/load/templates.js';
import { createEngine } from '../../src/template/engine.js';
import { folderOf } from '../load/folder-of.js';

/** Templates by name without ending, as if read from a folder. */
function templatesOf(texts: Readonly<Record<string, string>>): Templates {
  return new Map(
    Object.entries(texts).map(([name, text]) => {
      const file = `${name}.md.hbs`;
      return [file, { name: file, file: `templates/${file}`, text, isBuiltIn: true }];
    }),
  );
}

const VIEW = {
  title: 'A *title* & more',
  words: { source: 'Source' },
  rows: [
    { text: 'one', note: undefined },
    { text: 'two', note: 'said' },
  ],
  text: 'a text',
  url: 'https://port.example/',
  nothing: undefined,
};

const write = (text: string, others: Readonly<Record<string, string>> = {}, view: object = VIEW) =>
  createEngine(templatesOf({ deck: text, ...others }))('deck', view);

/** The problems of a template that is refused, when it is read or when it is used. */
function problemsOf(text: string, others: Readonly<Record<string, string>> = {}): readonly Problem[] {
  try {
    write(text, others);
  } catch (error) {
    if (error instanceof BriefError) return error.problems;
    throw error;
  }
  throw new Error(`nothing is wrong with ${text}`);
}

describe('an engine', () => {
  it('writes fields, each escaped', () => {
    expect(write('# {{title}}\n')).toBe('# A &#42;title&#42; &amp; more');
    expect(write('{{#each rows}}{{text}}{{#if note}}!{{/if}} {{@root.words.source}};{{/each}}')).toBe(
      'one Source;two! Source;',
    );
  });

  it('takes a field that bears the name of a helper for a field', () => {
    expect(write('{{text}} {{url}} {{url url}}')).toBe(
      'a text https&#58;&#47;&#47;port&#46;example/ https://port.example/',
    );
  });

  it('writes nothing for a field that is there and empty', () => {
    expect(write('[{{nothing}}]{{#if nothing}}x{{else}}y{{/if}}')).toBe('[]y');
  });

  it('keeps the line end after a partial that stands alone', () => {
    expect(write('{{> partials/a}}\n\nend', { 'partials/a': '{{title}}\n' })).toBe(
      'A &#42;title&#42; &amp; more\n\nend',
    );
  });
});

describe('a field that does not exist', () => {
  it.each([
    ['{{titel}}', 'titel', 'Did you mean "title"?'],
    ['{{#if titel}}x{{/if}}', 'titel', 'Did you mean "title"?'],
    ['{{#each row}}x{{/each}}', 'row', 'Did you mean "rows"?'],
    ['{{#with wordz}}x{{/with}}', 'wordz', 'Did you mean "words"?'],
    ['{{#unless titel}}x{{/unless}}', 'titel', 'Did you mean "title"?'],
    ['{{words.sauce}}', 'sauce', 'Known: source.'],
    ['{{@root.titel}}', 'titel', 'Did you mean "title"?'],
    ['{{#each rows}}{{txt}}{{/each}}', 'txt', 'Did you mean "text"?'],
    ['{{#each rows}}{{../titel}}{{/each}}', 'titel', 'Did you mean "title"?'],
    ['{{this.titel}}', 'titel', 'Did you mean "title"?'],
    ['{{yaml titel}}', 'titel', 'Did you mean "title"?'],
    ['{{#if (eq titel "x")}}x{{/if}}', 'titel', 'Did you mean "title"?'],
    ['{{nothing.more}}', 'more', undefined],
    ['{{lead.number}}', 'lead', undefined],
    ['{{lead.number.size}}', 'lead', undefined],
    ['{{@first}}', 'first', undefined],
  ])('is an error in %s', (text, field, hint) => {
    const [problem, ...more] = problemsOf(`first line\n  ${text}\n`);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: 'template',
      message: expect.stringContaining(`there is no field "${field}" here`),
      file: 'templates/deck.md.hbs',
    });
    if (text !== '{{lead.number.size}}') expect(problem?.line).toBe(2);
    if (hint !== undefined) expect(problem?.hint).toContain(hint);
  });

  it('is told with its line, and with what there is instead', () => {
    const [problem] = problemsOf('first line\n# {{titel}}\n');
    expect(problem?.message).toBe('there is no field "titel" here: # {{titel}}');
    expect(problem?.hint).toMatch(/^Did you mean "title"\? There are: .*nothing, rows, .*title.*\.$/);
  });

  it('is told of the file that names it', () => {
    const [problem] = problemsOf('{{#each rows}}{{> partials/row}}{{/each}}', {
      'partials/row': 'a\n\n{{txt}}\n',
    });
    expect(problem).toMatchObject({ file: 'templates/partials/row.md.hbs', line: 3, column: 3 });
  });

  it.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'words.constructor',
    'rows.constructor',
    'title.constructor',
    'constructor.constructor',
    '[constructor]',
    'this.__proto__',
    '@root.constructor',
    '__defineGetter__',
    'rows.map',
  ])('is an error where every object has it: %s', (field) => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    for (const text of [`{{${field}}}`, `{{#if ${field}}}x{{/if}}`, `{{#with ${field}}}x{{/with}}`]) {
      const [problem] = problemsOf(text);
      expect(problem).toMatchObject({ code: 'template', file: 'templates/deck.md.hbs' });
    }
    error.mockRestore();
  });
});

describe('a template that cannot be right', () => {
  it.each([
    ['{{{title}}}', 'raw output is not available', 'Write {{…}}: every value is escaped for you.'],
    ['{{&title}}', 'raw output is not available', 'Write {{…}}: every value is escaped for you.'],
    ['{{txet title}}', 'there is no helper "txet"', 'Did you mean "text"?'],
    ['{{lookup this "title"}}', 'there is no helper "lookup"', undefined],
    ['{{log title}}', 'there is no helper "log"', undefined],
    ['{{yaml (uppercase title)}}', 'there is no helper "uppercase"', undefined],
    ['{{title x=1}}', 'there is no helper "title"', undefined],
    ['{{#iff title}}x{{/iff}}', 'there is no block "iff"', 'Did you mean "if"?'],
    ['{{#title}}x{{/title}}', 'there is no block "title"', undefined],
    ['{{#helperMissing}}x{{/helperMissing}}', 'there is no block "helperMissing"', undefined],
    ['{{{{raw}}}}{{title}}{{{{/raw}}}}', 'there is no block "raw"', undefined],
    ['{{> partials/rwo}}', 'there is no partial "partials/rwo"', 'Did you mean "partials/row"?'],
    ['{{#> partials/row}}x{{/partials/row}}', 'blocks around partials are not available', undefined],
    [
      '{{#each rows as |row|}}{{row.txt}}{{/each}}',
      'names for what a block is about are not available',
      undefined,
    ],
    ['{{#each rows}}{{@frist}}{{/each}}', 'there is no "@frist"', 'Did you mean "first"?'],
    ['{{@constructor}}', 'there is no "@constructor"', undefined],
    [
      '{{#if title}}{{{title}}}{{/if}}',
      'raw output is not available',
      'Write {{…}}: every value is escaped for you.',
    ],
  ])('is refused: %s', (text, message, hint) => {
    const [problem] = problemsOf(`one\n\n${text}\n`, { 'partials/row': 'x' });
    expect(problem).toMatchObject({ code: 'template', message, file: 'templates/deck.md.hbs', line: 3 });
    if (hint !== undefined) expect(problem?.hint).toContain(hint);
  });

  it.each([
    ['{{#if title}}\nx\n', 4],
    ['{{title', 3],
    ['x\n{{/if}}', 3],
    ['{{#if title}}\n{{/each}}', 2],
  ])('is refused with its line: %j', (text, line) => {
    const [problem] = problemsOf(`one\n${text}`);
    expect(problem).toMatchObject({ code: 'template-syntax', file: 'templates/deck.md.hbs' });
    expect(Math.abs((problem?.line ?? 0) - line)).toBeLessThanOrEqual(1);
    expect(problem?.message).toMatch(/^is no valid template: /);
  });

  it('is refused with all that is wrong in it', () => {
    expect(problemsOf('{{{title}}}\n{{txet title}}\n{{> nope}}').map((problem) => problem.line)).toEqual([
      1, 2, 3,
    ]);
  });

  it('is refused even where nothing uses it', () => {
    expect(() => createEngine(templatesOf({ deck: '', 'slides/mine': '{{{x}}}' }))).toThrow(BriefError);
  });

  it.each([
    '{{* title}}',
    '{{#*inline "x"}}{{{title}}}{{/inline}}{{> x}}',
    '{{#> partials/row}}{{{title}}}{{/partials/row}}',
  ])('never writes a value as it is: %s', (text) => {
    let written = '';
    try {
      written = write(text, { 'partials/row': '{{> @partial-block}}' });
    } catch (error) {
      expect(error).toBeInstanceOf(BriefError);
    }
    expect(written).not.toContain('*title*');
  });

  it('is an error where a layout does not exist', () => {
    const [problem] = problemsOf('\n{{> (slide title)}}', {});
    expect(problem).toMatchObject({
      message: 'there is no layout "slides/A *title* & more"',
      file: 'templates/deck.md.hbs',
    });
    expect(() => createEngine(templatesOf({}))('deck', VIEW)).toThrow('there is no template "deck"');
  });
});

describe('a template without an end', () => {
  it('is told', () => {
    const [problem] = problemsOf('{{> partials/a}}', {
      'partials/a': '{{> partials/b}}',
      'partials/b': '{{> partials/a}}',
    });
    expect(problem?.message).toContain('includes itself');
    expect(problem?.file).toMatch(/^templates\/partials\/[ab]\.md\.hbs$/);
  });
});

describe('the built-in templates', () => {
  it('are right', async () => {
    expect(() => createEngine(new Map())).not.toThrow();
    const templates = await loadTemplates();
    expect(() => createEngine(templates)).not.toThrow();
  });

  it('are replaced one by one', async () => {
    const folder = await folderOf({ 'slides/title.md.hbs': '# Mine: {{title}}\n' });
    const brand = { name: 'Office', footer: undefined, logo: undefined, cover: undefined };
    const view = {
      title: 'T',
      subtitle: undefined,
      asOf: 'now',
      author: undefined,
      notice: undefined,
      brand,
    };
    const [own, builtIn] = await Promise.all([loadTemplates(folder), loadTemplates()]);
    expect(createEngine(own)('slides/title', view)).toBe('# Mine: T');
    expect(createEngine(builtIn)('slides/title', view)).toContain('<p class="meta">');
    expect([...own.keys()]).toEqual([...builtIn.keys()]);
  });

  it('are replaced by one that says where it is wrong', async () => {
    const folder = await folderOf({ 'slides/title.md.hbs': '# {{title}}\n\n{{{title}}}\n' });
    const templates = await loadTemplates(folder);
    expect(() => createEngine(templates)).toThrow(`${path.join(folder, 'slides', 'title.md.hbs')}:3:1`);
  });
});
