/** The command line in this process: exit codes, and every word of it. */
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { briefJsonSchema } from '../../src/load/schema.js';
import { folderOf } from '../load/folder-of.js';
import { call } from './call.js';

const BRIEF = `id: bridge
title: The bridge stays shut
asOf: 2026-03-02
bottomLine: The bridge stays shut until mid-April.
sources:
  notice: { title: Notice 14, publisher: Port Authority }
claims:
  - { id: closed, text: The decks are closed., status: confirmed, sources: [notice], importance: 5 }
  - { id: secret, text: The second cable is weak., status: confirmed, marking: TLP:RED, sources: [notice] }
quotes:
  - { id: engineer, text: We will not open it early., speaker: Ana Ruiz, sources: [notice] }
questions:
  - { id: ferries, q: Can the ferries take it?, a: A third of it., supports: secret }
`;
const BROKEN = `${BRIEF.replace('importance: 5', 'importence: 5').replace('id: secret', 'id: closed')}titel: x\n`;

/** The folder of a brief in a folder of briefs. */
async function briefs(files: Readonly<Record<string, string>> = { 'bridge/brief.yaml': BRIEF }) {
  return folderOf(files);
}

describe('help', () => {
  it.each(['', 'build', 'check', 'explain', 'schema', 'init', 'eject', 'templates', 'doctor'])(
    'briefdeck %s',
    async (command) => {
      const { code, out, err } = await call(...(command === '' ? [] : [command]), '--help');
      expect(out).toMatchSnapshot();
      expect([code, err]).toEqual([0, '']);
    },
  );

  it('is shown where no command is given', async () => {
    const { code, err, out } = await call();
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('Usage: briefdeck');
  });

  it('--version', async () => {
    const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };
    expect(await call('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('wrong usage', () => {
  it.each([
    [['biuld', 'x'], 'unknown command', 'build'],
    [['check', 'x', '--audiance', 'public'], "unknown option '--audiance'", '--audience'],
    [['build', 'x', '--lenght', 'flash'], "unknown option '--lenght'", '--length'],
    [['build'], 'missing required argument', 'brief'],
    [['build', 'x', '--out'], 'argument missing', '--out'],
    [['build', 'x', '--jobs', 'many'], '"many" is no whole number', 'whole number'],
    [['build', 'x', '--jobs', '0'], '"0" is no whole number', 'whole number'],
    [['schema', 'extra'], 'too many arguments', ''],
    [['check', 'x', '--audience', ''], '--audience names nothing.', 'or leave it out'],
    [['check', 'x', '--length', ' , '], '--length names nothing.', 'or leave it out'],
    [['check', '/dev/null'], '"/dev/null" is neither a file nor a folder.', 'brief.yaml'],
  ])('%j', async (argv, message, suggestion) => {
    const { code, out, err } = await call(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toContain(suggestion);
    expect(err).not.toContain('    at ');
  });

  it.each([
    [['--audience', 'publik'], 'There is no audience "publik". [usage]\n    Did you mean "public"?\n'],
    [
      ['--length', 'public,flsh'],
      'There is no length "public". [usage]\n    Known: flash, full, short, standard, statement.\n',
    ],
    [['--length', 'all,flsh'], 'There is no length "flsh". [usage]\n    Did you mean "flash"?\n'],
    [['--length', 'flsh'], 'There is no length "flsh". [usage]\n    Did you mean "flash"?\n'],
    [
      ['--templates', '/nowhere'],
      'There is no template folder "/nowhere". [usage]\n    Name a folder with --templates.\n',
    ],
  ])('check %j', async (argv, message) => {
    const folder = await briefs();
    expect(await call('check', folder, ...argv)).toEqual({ code: 2, out: '', err: message });
    expect(await call('explain', folder, ...argv)).toEqual({ code: 2, out: '', err: message });
  });

  it.each([
    [['--format', 'pfd'], 'There is no format "pfd". [usage]\n    Did you mean "pdf"?\n'],
    [['--format', 'docx'], 'There is no format "docx". [usage]\n    Known: '],
    [['--edition', 'speeker'], 'There is no edition "speeker". [usage]\n    Did you mean "speaker"?\n'],
  ])('build %j', async (argv, message) => {
    const folder = await briefs();
    const { code, out, err } = await call('build', folder, '--out', path.join(folder, 'out'), ...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err.startsWith(message)).toBe(true);
    expect(await readdir(folder)).toEqual(['bridge']);
  });

  it('names a folder that is not there, and one without a brief', async () => {
    const folder = await folderOf({ 'README.md': '' });
    const nowhere = path.join(folder, 'nowhere');
    expect(await call('check', nowhere)).toEqual({
      code: 2,
      out: '',
      err: `There is no file or folder "${nowhere}". [usage]\n    Give a folder with a brief.yaml in it.\n`,
    });
    expect(await call('check', folder)).toEqual({
      code: 2,
      out: '',
      err: `There is no brief in "${folder}". [usage]\n    A brief is a file named brief.yaml, brief.yml, brief.json.\n`,
    });
  });

  it('is data with --json', async () => {
    const { code, out, err } = await call('check', '/nowhere', '--json');
    expect([code, err]).toEqual([2, '']);
    expect(JSON.parse(out)).toEqual({
      problems: [
        {
          code: 'usage',
          message: 'There is no file or folder "/nowhere".',
          hint: 'Give a folder with a brief.yaml in it.',
        },
      ],
    });
  });
});

describe('a broken brief', () => {
  it.each(['check', 'explain', 'build'])(
    '%s lists all that is wrong, and writes nothing',
    async (command) => {
      const folder = await briefs({
        'a/brief.yaml': BROKEN,
        'b/brief.yaml': 'title: B\n',
        'c/brief.yaml': BRIEF,
      });
      const { code, out, err } = await call(
        command,
        folder,
        ...(command === 'build' ? ['--out', path.join(folder, 'out')] : []),
      );
      expect([code, out]).toEqual([1, '']);
      expect(
        err.replaceAll(folder, ''),
      ).toBe(`/a/brief.yaml:8:86 claims[0].importence: unknown field "importence" [unknown-field]
    Did you mean "importance"?
/a/brief.yaml:9:11 claims[1].id: the id "closed" is taken by claims[0] [not-unique]
    Give one of them another id.
/a/brief.yaml:13:78 questions[0].supports: unknown claim "secret" [unknown-claim]
    Known: closed.
/a/brief.yaml:14:1 titel: unknown field "titel" [unknown-field]
    Did you mean "title"?
/b/brief.yaml:1:1 id: is missing [missing]
    Give a text.
/b/brief.yaml:1:1 asOf: is missing [missing]
    Give a text.
/b/brief.yaml:1:1 bottomLine: is missing [missing]
    Give a text.

7 problems. Nothing was written.
`);
      expect((await readdir(folder)).sort()).toEqual(['a', 'b', 'c']);
    },
  );

  it('is data with --json', async () => {
    const folder = await briefs({ 'brief.yaml': `${BRIEF}titel: x\n` });
    const { code, out } = await call('check', folder, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      problems: [
        {
          code: 'unknown-field',
          message: 'unknown field "titel"',
          hint: 'Did you mean "title"?',
          file: path.join(folder, 'brief.yaml'),
          line: 14,
          column: 1,
          path: 'titel',
        },
      ],
    });
  });

  it('cannot write to the terminal of who reads about it', async () => {
    const folder = await briefs({ 'brief.yaml': `${BRIEF}"\\e[2J\\e]0;owned\\a": x\n` });
    const { code, err } = await call('check', folder);
    expect(code).toBe(1);
    expect(err).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('two briefs with one id are told apart by their files', async () => {
    const folder = await briefs({ 'a/brief.yaml': BRIEF, 'b/brief.yaml': BRIEF });
    const { code, err } = await call('check', folder);
    expect(code).toBe(1);
    expect(err.replaceAll(folder, '')).toBe(
      '/b/brief.yaml id: the brief id "bridge" is taken by /a/brief.yaml [not-unique]\n    Give one of them another id.\n\n1 problem. Nothing was written.\n',
    );
  });

  it('that an audience may not see fails, and names the audience', async () => {
    const folder = await briefs({ 'brief.yaml': `${BRIEF}marking: TLP:GREEN\n` });
    const { code, err } = await call('check', folder, '--audience', 'public');
    expect(code).toBe(1);
    expect(err).toContain(
      'the bottom line of "bridge" is TLP:GREEN, and public may see no more than TLP:CLEAR',
    );
    expect((await call('check', folder, '--audience', 'executive', '--length', 'flash')).code).toBe(0);
  });
});

describe('a clean brief', () => {
  it('check counts the decks', async () => {
    // Six audiences in four lengths, and the one of its own that the press has.
    expect(await call('check', await briefs())).toEqual({
      code: 0,
      out: expect.stringMatching(/^25 decks checked: .* checks passed, 0 warnings\.\n$/),
      err: '',
    });
  });

  it('check takes a file, a folder, and only what was chosen', async () => {
    const folder = await briefs();
    const file = path.join(folder, 'bridge', 'brief.yaml');
    const { code, out } = await call(
      'check',
      file,
      '--audience',
      'public, analyst',
      '--length',
      'flash',
      '--json',
    );
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      { decks: [{ audience: 'analyst' }, { audience: 'public' }], problems: [] },
    ]);
    const plans = await call('explain', file, '--audience', 'all', '--length', 'all,flash', '--json');
    expect(JSON.parse(plans.out)).toHaveLength(25);
  });

  it('check warns of what does not stop a build, and holds a rule to what a call says', async () => {
    const folder = await briefs({
      'bridge/brief.yaml': `${BRIEF}events: [{ id: fault, date: 2026-02-27, text: A strand parts. }]\n`,
    });
    const check = (...argv: string[]) =>
      call('check', folder, '--audience', 'public', '--length', 'flash', ...argv);
    const warned = await check();
    expect(warned.code).toBe(0);
    expect(warned.err).toContain('bridge/brief.yaml:14:10 events[0]: has no source [no-source-number]');
    const strict = await check('--rule', 'no-source-number=error');
    expect(strict.code).toBe(1);
    expect((await check('--rule', 'no-source-number=off')).err).toBe('');
    expect((await check('--rule', 'no-sauce=off')).code).toBe(2);
  });

  it.each([
    ['claims[0]', BRIEF.replace('confirmed, sources: [notice], importance', 'confirmed, importance')],
    ['quotes[0]', BRIEF.replace('Ana Ruiz, sources: [notice]', 'Ana Ruiz')],
  ])('check stops at %s without a source', async (where, brief) => {
    const folder = await briefs({ 'bridge/brief.yaml': brief });
    const { code, err } = await call('check', folder, '--audience', 'public', '--length', 'flash');
    expect(code).toBe(1);
    expect(err).toContain(`${where}: has no source [no-source]`);
  });

  it('check takes a brief once that is named twice', async () => {
    const folder = await briefs();
    const { code, out } = await call(
      'check',
      folder,
      path.join(folder, 'bridge'),
      '--length',
      'flash',
      '--audience',
      'public',
    );
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^1 deck checked: \d+ checks passed, 0 warnings\.\n$/),
    ]);
  });

  it('check takes a topic, a source and a measure that bear a name of every object', async () => {
    const folder = path.join(import.meta.dirname, '..', 'briefs', 'names-of-objects-clean');
    expect(await call('check', folder, '--audience', 'analyst')).toMatchObject({ code: 0, err: '' });
  });

  it('explain says what is in, what is out, and why', async () => {
    const { code, out, err } = await call(
      'explain',
      await briefs(),
      '--audience',
      'public',
      '--length',
      'flash,full',
    );
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "bridge, public, flash: 1 slide, 0:30 of 1:00, TLP:CLEAR

      slide  time  headline                                why in
          1  0:30  The bridge stays shut until mid-April.  in every deck; under the bottom line: closed (5)

      why out                         what would let it in                                 items
      above the audience's marking    nothing: TLP:RED, and public sees TLP:CLEAR at most  secret, ferries
      no slide for it in this length  a length with quote slides                           engineer

      bridge, public, full: 4 slides, 1:05 of 30:00, TLP:CLEAR

      slide  time  headline                                why in
          1  0:10  The bridge stays shut                   opens the deck
          2  0:30  The bridge stays shut until mid-April.  in every deck; under the bottom line: closed (5)
          3  0:25  We will not open it early.              in the shorter deck: engineer (3)
          4        Sources                                 what the slides cite

      why out                       what would let it in                                 items
      above the audience's marking  nothing: TLP:RED, and public sees TLP:CLEAR at most  secret, ferries
      "
    `);
  });

  it('explain says which wish put an item in, and which keeps another out', async () => {
    const folder = await briefs();
    const argv = ['explain', folder, '--audience', 'public', '--length', 'full'];
    const { out } = await call(...argv, '--drop', 'engineer', '--pin', 'closed', '--max-slides', '2');
    expect(out).toContain('(2 of 2 without sources and backup)');
    expect(out).toMatch(/The bridge stays shut until mid-April\. +in every deck; pinned: closed \(5\)/);
    expect(out).toMatch(/dropped +without "--drop engineer" +engineer/);
  });

  it('explain is data with --json, and agrees with what is said', async () => {
    const folder = await briefs();
    const { out } = await call('explain', folder, '--audience', 'public', '--length', 'full', '--json');
    const [plan] = JSON.parse(out);
    expect(plan).toMatchObject({
      brief: 'bridge',
      audience: 'public',
      length: 'full',
      limit: 1800,
      marking: 'TLP:CLEAR',
    });
    expect(plan.out).toContainEqual({
      item: 'secret',
      reason: "above the audience's marking",
      letIn: 'nothing: TLP:RED, and public sees TLP:CLEAR at most',
    });
    expect(plan.slides[0]).toEqual({
      ...{ number: 1, kind: 'title', headline: 'The bridge stays shut', seconds: 10, items: [] },
      why: 'opens the deck',
    });
    const total = plan.slides.reduce((sum: number, slide: { seconds: number }) => sum + slide.seconds, 0);
    expect(plan.seconds).toBe(total);
  });
});

it('schema prints the JSON Schema of a brief', async () => {
  const { code, out, err } = await call('schema');
  expect([code, err]).toEqual([0, '']);
  const schema = JSON.parse(out);
  expect(schema).toEqual(JSON.parse(JSON.stringify(briefJsonSchema())));
  expect(schema).toMatchObject({
    type: 'object',
    additionalProperties: false,
    required: ['id', 'title', 'asOf', 'bottomLine'],
  });
  expect(schema.properties.measures).toMatchObject({
    type: 'object',
    additionalProperties: { type: 'object' },
  });
});

describe('a machine without a browser', () => {
  it('build says what to do, and writes nothing', async () => {
    const folder = await briefs();
    const argv = [
      'build',
      folder,
      '--out',
      path.join(folder, 'out'),
      '--audience',
      'public',
      '--length',
      'flash',
    ];
    const { code, out, err } = await call(...argv, '--browser', '/nope');
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain(
      'There is no browser at "/nope". [no-browser]\n    Check --browser or CHROME_PATH.\n',
    );
    expect(await readdir(folder)).toEqual(['bridge']);
  });

  it('build says where it cannot write', async () => {
    const folder = await folderOf({ 'brief.yaml': BRIEF, out: 'a file' });
    const out = path.join(folder, 'out');
    const built = await call(
      'build',
      folder,
      '--out',
      out,
      '--audience',
      'public',
      '--length',
      'flash',
      '--format',
      'html',
    );
    expect(built.code).toBe(3);
    expect(built.err).toContain(
      `"${out}" cannot be written: a file stands where a folder is needed [not-written]`,
    );
  });

  it.skipIf(process.platform !== 'linux')('build says so at once where no folder can be made', async () => {
    const argv = ['--out', '/proc/briefdeck/decks', '--audience', 'public', '--length', 'flash'];
    const { code, err } = await call('build', await briefs(), ...argv, '--browser', '/nope');
    expect(code).toBe(3);
    expect(err).toContain(
      '"/proc" cannot be written: no folder can be made there: the disk may be full [not-written]',
    );
  });

  it('doctor says what is missing', async () => {
    const { code, out } = await call('doctor', '--browser', '/nope');
    expect(code).toBe(3);
    expect(out).toContain(
      'NO  browser   There is no browser at "/nope".\n    Check --browser or CHROME_PATH.\n',
    );
    const { out: json } = await call('doctor', '--browser', '/nope', '--json');
    expect(JSON.parse(json)).toContainEqual(expect.objectContaining({ part: 'browser', ok: false }));
  });
});

describe('an unexpected error', () => {
  const broken = {
    out: { write: () => fail() },
    err: { write: (text: string) => written.push(text) },
    progress: () => undefined,
  };
  let written: string[] = [];
  const fail = () => {
    throw new Error('The pipe broke.');
  };

  it('shows no stack', async () => {
    written = [];
    expect(await run(['schema'], broken)).toBe(1);
    expect(written.join('')).toBe('Unexpected: The pipe broke.\nRun again with --debug to see where.\n');
  });

  it('shows it with --debug', async () => {
    written = [];
    expect(await run(['schema', '--debug'], broken)).toBe(1);
    expect(written.join('')).toMatch(/^Unexpected: The pipe broke\.\nError: The pipe broke\.\n {4}at /);
  });
});

it('a build that is stopped writes nothing', async () => {
  const folder = await briefs();
  const controller = new AbortController();
  controller.abort();
  let err = '';
  const streams = {
    out: { write: () => true },
    err: { write: (text: string) => (err += text) },
    progress: () => undefined,
  };
  const stop = { signal: controller.signal, onWrite: () => undefined };
  const argv = ['build', folder, '--out', path.join(folder, 'out'), '--format', 'md'];
  expect(await run(argv, streams, stop)).toBe(130);
  expect(err).toBe('');
  expect(await readdir(folder)).toEqual(['bridge']);
});
