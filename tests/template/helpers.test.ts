/** Helpers of one's own: off until they are named, escaped like everything else, and every fault has a place. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BriefError } from '../../src/core/problem.js';
import { readConfig } from '../../src/load/config.js';
import { type Helpers, loadHelpers } from '../../src/load/helpers.js';
import type { Templates } from '../../src/load/templates.js';
import { openProject } from '../../src/pipeline/project.js';
import { createEngine } from '../../src/template/engine.js';
import { folderOf } from '../load/folder-of.js';
import { told } from '../load/problems.js';

const VIEW = { title: 'A *title*', rows: [{ text: 'two' }, { text: 'one' }], words: { comma: ', ' } };

/** What a template makes of the view with the helpers of a module. */
async function write(template: string, module: string, config = 'helpers: helpers.mjs\n'): Promise<string> {
  const folder = await folderOf({ 'briefdeck.yaml': config, 'helpers.mjs': module });
  let helpers: Helpers | undefined;
  try {
    helpers = await loadHelpers(await readConfig(path.join(folder, 'briefdeck.yaml')));
    const file = {
      name: 'deck.md.hbs',
      file: path.join(folder, 'deck.md.hbs'),
      text: template,
      isBuiltIn: false,
    };
    const templates: Templates = new Map([['deck.md.hbs', file]]);
    return createEngine(templates, helpers)('deck', VIEW);
  } catch (error) {
    if (!(error instanceof BriefError)) throw error;
    return told(error.problems, folder).replaceAll(`${folder}/`, '');
  }
}

const one = (body: string) => `export function own(...values) { ${body} }\n`;

describe('helpers of one’s own', () => {
  it('are called with values, and what they give is escaped', async () => {
    const text = await write(
      '{{own title 3}} {{#if (own title)}}yes{{/if}}',
      one('return `<b>${values}</b>`;'),
    );
    expect(text).toBe('&#60;b&#62;A &#42;title&#42;,3&#60;&#47;b&#62; yes');
  });

  it('may give lists, whose fields are held to be there like all others', async () => {
    const module = one('return values[0].toSorted((a, b) => (a.text < b.text ? -1 : 1));');
    expect(await write('{{#each (own rows)}}{{text}} {{/each}}', module)).toBe('one two ');
    expect(await write('{{#each (own rows)}}{{txt}}{{/each}}', module)).toContain('Did you mean "text"?');
  });

  it('are none where none are named, whatever lies in the folder', async () => {
    expect(await write('{{own title}}', 'throw new Error("run");', 'rules: {}\n')).toContain(
      'deck.md.hbs:1:1: there is no helper "own"',
    );
  });

  it('reach a project from its settings', async () => {
    const folder = await folderOf({ 'briefdeck.yaml': 'helpers: helpers.mjs\n', 'helpers.mjs': one('') });
    const briefs = [path.join('data', 'harbour-bridge')];
    const project = await openProject({ briefs, config: path.join(folder, 'briefdeck.yaml') });
    expect(Object.keys(project.helpers?.functions ?? {})).toEqual(['own']);
    expect((await openProject({ briefs })).helpers).toBeUndefined();
  });

  it.each([
    [
      'no file',
      'x',
      '',
      'helpers: helper.mjs\n',
      'briefdeck.yaml:1:10 helpers: there is no file "helper.mjs"',
    ],
    ['no module', 'x', '\nexport function own( {', undefined, 'helpers.mjs: does not load: '],
    ['a module that fails', 'x', '\n\nnull.x;', undefined, 'helpers.mjs:3:6: does not load: TypeError: '],
    ['no function', 'x', 'export const own = 3;', undefined, 'helpers.mjs: exports no function'],
    ['no name', 'x', 'export default () => 3;', undefined, 'helpers.mjs: exports a function without a name'],
    ['a name taken', 'x', 'export const text = () => 3;', undefined, 'exports "text", which is a helper of'],
    [
      'a failure',
      'a\n {{own title}}',
      one('return values[0].a.b;'),
      undefined,
      'deck.md.hbs:2:2: the helper "own" fails: ',
    ],
    [
      'a promise',
      '{{own title}}',
      'export async function own() {}',
      undefined,
      'the helper "own" gives a promise',
    ],
    ['a change', '{{own rows}}', one('values[0][0].text = "no";'), undefined, 'the helper "own" fails: '],
    ['another name', '{{onw title}}', one(''), undefined, 'Did you mean "own"?'],
  ])('are refused with a place: %s', async (_, template, module, config, expected) => {
    expect(await write(template, module, config)).toContain(expected);
  });

  it('say where in their module they fail', async () => {
    expect(await write('{{own title}}', `\n${one('return values[0].a.b;')}`)).toContain('See helpers.mjs:2:');
  });

  it('may look for a field in vain: that is no fault of the template', async () => {
    const text = await write('{{own rows}} {{titel}}', one('return values[0][0].nothing ?? "none";'));
    expect(text).toContain('there is no field "titel"');
  });
});
