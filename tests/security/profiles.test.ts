/** Profiles and words come from outside: they name files of the template folder, and no code, path or endless number. */
import { readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BriefdeckError } from '../../src/core/problem.js';
import { readConfig } from '../../src/load/config.js';
import { loadHelpers } from '../../src/load/helpers.js';
import { fill } from '../../src/load/locale.js';
import { readAudience, readLengths, readLocale } from '../../src/load/profiles.js';
import { loadTemplates } from '../../src/load/templates.js';
import { openProject } from '../../src/pipeline/project.js';
import { inVocabulary } from '../../src/words/texts.js';
import { call } from '../cli/call.js';
import { folderOf } from '../load/folder-of.js';

const PROFILE = 'name: X\nhighest: TLP:CLEAR\n';

/** The first problem of what is read from a template folder. */
async function problemOf(files: Readonly<Record<string, string>>, read: 'audience' | 'lengths' | 'locale') {
  const templates = await loadTemplates(await folderOf(files));
  try {
    if (read === 'audience') readAudience(templates, 'x');
    else if (read === 'lengths') readLengths(templates);
    else readLocale(templates, 'en');
    return undefined;
  } catch (error) {
    if (!(error instanceof BriefdeckError)) throw error;
    expect(error.problems[0]?.line).toBeGreaterThan(0);
    return error.problems[0]?.message;
  }
}

describe('an audience', () => {
  it.each([
    ['brand: ../../etc/passwd.yaml', 'there is no file'],
    ['brand: /etc/passwd', 'there is no file'],
    ['templates: ../..', 'there is no folder'],
    ['templates: /etc', 'there is no folder'],
    ['templates: .', 'there is no folder'],
    ['theme: ../themes/plain', 'there is no theme'],
    ['theme: "plain\\n---\\n"', 'there is no theme'],
    ['language: "../../etc"', 'which is no language tag'],
    ['extends: ../audiences/public', 'there is no audience'],
    ['extends: __proto__', 'there is no audience'],
    ['extends: x', 'which extends it'],
    ['helpers: helpers.mjs', 'unknown field "helpers"'],
    ['length: { a: { minutes: 1e308 } }', 'at most 1440'],
    ['length: { a: { minutes: .inf } }', 'is no finite number'],
    ['length: { a: { minutes: -1 } }', 'more than 0'],
    ['weights: { claim: .nan }', 'is no finite number'],
    ['length: { __proto__: { minutes: 3 } }', '"__proto__" cannot be a name'],
    ['__proto__: { theme: plain }', '"__proto__" cannot be a name'],
    ['want: &w [*w]', 'not a text'],
    ['replace: { "{deployed}": "none" }', 'only words are replaced by words'],
    ['replace: { "5": "6" }', 'only words are replaced by words'],
  ])('is refused with %s', async (line, message) => {
    const files = { 'audiences/x.yaml': `${PROFILE}${line}\n`, 'helpers.mjs': 'export const own = () => 1;' };
    expect(await problemOf(files, 'audience')).toContain(message);
  });

  it('is refused where profiles extend each other in a circle', async () => {
    const files = {
      'audiences/x.yaml': `${PROFILE}extends: y\n`,
      'audiences/y.yaml': 'extends: z\n',
      'audiences/z.yaml': 'extends: x\n',
    };
    expect(await problemOf(files, 'audience')).toContain('which extends it');
  });

  it('has its words replaced as words, whatever they mean to a regular expression', async () => {
    const templates = await loadTemplates();
    const locale = readLocale(templates, 'en');
    const replace = { '(a+)+$': 'b', '.*': 'x', '[': 'y', lorry: '$& $` {cost}'.slice(0, 5) };
    const wording = { measures: {}, locale, spellOut: {}, replace };
    expect(inVocabulary('.* and [ but lorry and anything', wording)).toBe('x and y but $& $` and anything');
    expect(inVocabulary(`${'a'.repeat(50_000)}!`, wording)).toHaveLength(50_001);
  });
});

describe('lengths', () => {
  it('take a day at most', async () => {
    const builtIn = await readFile(new URL('../../templates/lengths.yaml', import.meta.url), 'utf8');
    const endless = builtIn.replace(/minutes: .+/, 'minutes: 1e308');
    expect(await problemOf({ 'lengths.yaml': endless }, 'lengths')).toContain('at most 1440');
    expect(
      await problemOf({ 'lengths.yaml': builtIn.replace(/minutes: .+/, 'minutes: 1440') }, 'lengths'),
    ).toBe(undefined);
  });
});

describe('words of a language', () => {
  it.each([
    [/^language: .*/m, 'language: "xx-invalid-!!"', 'which is no language tag'],
    [/^language: .*/m, 'language: en_US', 'which is no language tag'],
    [/^pace: .*/m, 'pace: 1e-300', 'at least 10'],
    [/^pace: .*/m, 'pace: 1e308', 'at most 1000'],
    [/^ {2}asOf: .*/m, '  asOf: "{date} {secret}"', 'has {secret}, which nothing is filled in for'],
    [/^ {2}asOf: .*/m, '  asOf: "{constructor} {date}"', 'has {constructor}'],
    [/^ {2}asOf: .*/m, `  asOf: "${'x'.repeat(100_000)}"`, 'at most 1000'],
    [/^pace: /m, '__proto__: { x: 1 }\npace: ', '"__proto__" cannot be a name'],
  ])('are refused with %s as %s', async (field, line, message) => {
    const builtIn = await readFile(new URL('../../templates/locales/en.yaml', import.meta.url), 'utf8');
    const changed = builtIn.replace(field, () => line);
    expect(changed).not.toBe(builtIn);
    expect(await problemOf({ 'locales/en.yaml': changed }, 'locale')).toContain(message);
  });

  it('are filled in with what there is, and with nothing that every object has', () => {
    expect(fill('{date} {constructor} {toString}', { date: '$& $1' })).toBe('$& $1 {constructor} {toString}');
  });
});

describe('a template folder', () => {
  it('has its links passed over', async () => {
    const folder = await folderOf({ 'outside/secret.css': 'x', 'mine/themes/own.css': 'y' });
    await symlink(path.join(folder, 'outside', 'secret.css'), path.join(folder, 'mine', 'themes', 'a.css'));
    await symlink(path.join(folder, 'outside'), path.join(folder, 'mine', 'linked'));
    const names = [...(await loadTemplates(path.join(folder, 'mine'))).keys()];
    expect(names).toContain('themes/own.css');
    expect(names.filter((name) => /secret|themes\/a\.css/.test(name))).toEqual([]);
  });
});

describe('code of helpers', () => {
  const RUNS = 'globalThis.briefdeckRan = true;\nexport const own = () => 1;\n';
  const SETTINGS = 'helpers: helpers.mjs\n';
  const BRIEF = 'id: b\ntitle: T\nasOf: 2026-03-02\nbottomLine: It is shut.\n';
  const didRun = () => 'briefdeckRan' in globalThis;

  it('is not run from the folder of a brief, a template folder, or a folder above', async () => {
    const folder = await folderOf({
      'briefdeck.yaml': SETTINGS,
      'helpers.mjs': RUNS,
      'brief/brief.yaml': BRIEF,
      'brief/briefdeck.yaml': SETTINGS,
      'brief/helpers.mjs': RUNS,
      'mine/briefdeck.yaml': SETTINGS,
      'mine/helpers.mjs': RUNS,
      'work/x': '',
    });
    const before = process.cwd();
    process.chdir(path.join(folder, 'work'));
    onTestFinished(() => process.chdir(before));
    const { code } = await call('templates', '--templates', '../mine');
    expect(code).toBe(0);
    const briefs = [path.join(folder, 'brief')];
    const templates = path.join(folder, 'mine');
    expect((await openProject({ briefs, templates, config: 'briefdeck.yaml' })).helpers).toBeUndefined();
    expect(didRun()).toBe(false);
    // The same module, named by the settings of the working directory, does run.
    process.chdir(path.join(folder, 'brief'));
    expect((await openProject({ briefs, config: 'briefdeck.yaml' })).helpers).toBeDefined();
    expect(didRun()).toBe(true);
  });

  it('is not named by a brief', async () => {
    const folder = await folderOf({ 'brief.yaml': `${BRIEF}helpers: helpers.mjs\n`, 'helpers.mjs': RUNS });
    await expect(openProject({ briefs: [folder] })).rejects.toThrow('unknown field "helpers"');
  });

  it.each(['https://a.example/x.mjs', 'data:text/javascript,export const own = () => 1', 'node:fs', '.'])(
    'is a file: %s',
    async (helpers) => {
      const folder = await folderOf({ 'briefdeck.yaml': `helpers: ${JSON.stringify(helpers)}\n` });
      const config = await readConfig(path.join(folder, 'briefdeck.yaml'));
      await expect(loadHelpers(config)).rejects.toThrow('there is no file');
    },
  );
});
