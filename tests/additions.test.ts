/**
 * What an addition costs: each is made in a copy of the project with the files that CONTRIBUTING names and no other, the
 * copy is compiled, and the addition does its work there.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const FIXTURES = 'tests/fixtures/additions';

/** What is added: the files that are new, and what is written into files that are there, before or after a line. */
interface Addition {
  /** The row of CONTRIBUTING. */
  what: string;
  added: readonly string[];
  changed: Readonly<Record<string, readonly (readonly [line: string, withAddition: string])[]>>;
}

const ADDITIONS: readonly Addition[] = [
  {
    what: 'an item type with its kind of slide',
    added: ['src/items/scenario.ts', 'src/slides/scenario.ts', 'templates/slides/scenario.md.hbs'],
    changed: {
      'src/kinds/kinds.ts': [
        ['import { person }', "import { scenario } from '../items/scenario.js';\nimport { person }"],
        [
          'import { outlookSlide }',
          "import { scenarioSlide } from '../slides/scenario.js';\nimport { outlookSlide }",
        ],
        ['  image,\n', '  image,\n  scenario,\n'],
        ['  dataSlide,\n', '  dataSlide,\n  scenarioSlide,\n'],
      ],
    },
  },
  {
    what: 'a rule',
    added: ['src/rules/brief/shouted.ts', 'docs/rules/shouted.md'],
    changed: {
      'src/rules/registry.ts': [
        ['import { staleSource }', "import { shouted } from './brief/shouted.js';\nimport { staleSource }"],
        ['  noSource,\n', '  noSource,\n  shouted,\n'],
      ],
      'docs/rules/README.md': [
        [
          '| [does-not-fit]',
          '| [shouted](shouted.md) | warning | A statement is not written in capitals. |\n| [does-not-fit]',
        ],
      ],
    },
  },
  { what: 'an audience', added: ['templates/audiences/regulator.yaml'], changed: {} },
  { what: 'a language', added: ['templates/locales/it.yaml'], changed: {} },
];

const BRIEF = `id: b
title: The bridge
asOf: 2026-03-02
bottomLine: The bridge is shut.
sources:
  notice: { title: Notice 14, publisher: Port Authority }
measures:
  days: { value: 40, unit: days, precision: about, status: estimated, attribution: the port, sources: [notice] }
scenarios:
  - { id: ferry, text: A second ferry is hired., consequence: "The queue ends within {days} days.", cost: The port pays., sources: [notice], importance: 4 }
  - { id: nothing, text: Nothing is done., consequence: The queue stays until autumn., sources: [notice], importance: 4 }
  - { id: secret, text: The board is dismissed., consequence: Nobody answers for it., sources: [notice], marking: TLP:RED, importance: 5 }
`;

const ITALIAN = `id: ponte
title: Il ponte
language: it
asOf: 2026-03-02
bottomLine: Il ponte resta chiuso.
sources: { avviso: { title: Avviso 14, publisher: Autorità portuale } }
measures:
  costo: { value: 1200000, unit: EUR, precision: about, status: estimated, attribution: gli autotrasportatori, sources: [avviso] }
claims:
  - { id: costi, text: "La deviazione costa {costo} al giorno.", status: estimated, attribution: gli autotrasportatori, sources: [avviso], importance: 5 }
events: [{ id: guasto, date: 2026-02-27, text: Un cavo si rompe., sources: [avviso], importance: 4 }]
`;

/** The text of a deck as HTML, without its tags. */
const shownIn = (html: string) =>
  html.replace(/<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>|<[^>]+>/g, ' ').replace(/\s+/g, ' ');

let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(path.join(await realpath(tmpdir()), 'briefdeck-additions-'));
  for (const name of ['src', 'dist', 'docs', 'templates', 'tsconfig.json', 'package.json'])
    await cp(name, path.join(copy, name), { recursive: true });
  await symlink(path.resolve('node_modules'), path.join(copy, 'node_modules'));
  for (const { added, changed } of ADDITIONS) {
    for (const file of added) {
      const text = await readFile(path.join(FIXTURES, file), 'utf8');
      // The fixtures stand elsewhere than in the project: their imports lead to its sources from there.
      const up = '../'.repeat(path.dirname(file).split('/').length - 1);
      await mkdir(path.dirname(path.join(copy, file)), { recursive: true });
      await writeFile(path.join(copy, file), text.replace(/'(?:\.\.\/)+src\//g, `'${up}`));
    }
    for (const [file, edits] of Object.entries(changed)) {
      let text = await readFile(path.join(copy, file), 'utf8');
      for (const [line, longer] of edits) {
        expect(text.split(line), `${file}: ${line}`).toHaveLength(2);
        text = text.replace(line, () => longer);
      }
      await writeFile(path.join(copy, file), text);
    }
  }
  await run(process.execPath, [path.resolve('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json'], {
    cwd: copy,
  });
}, 600_000);

afterAll(() => rm(copy, { recursive: true, force: true }));

async function briefdeck(
  brief: string,
  ...args: string[]
): Promise<{ stdout: string; stderr: string; code: number }> {
  const [command = '', ...options] = args;
  await mkdir(path.join(copy, 'brief'), { recursive: true });
  await writeFile(path.join(copy, 'brief/brief.yaml'), brief);
  const child = run(process.execPath, ['dist/cli.js', command, 'brief', ...options], {
    cwd: copy,
    maxBuffer: 1e8,
  });
  return child.then(
    ({ stdout, stderr }) => ({ stdout, stderr, code: 0 }),
    ({ stdout, stderr, code }) => ({ stdout, stderr, code }),
  );
}

const deckOf = (name: string) => readFile(path.join(copy, 'out', name), 'utf8');

it.each(ADDITIONS)('$what takes the files that CONTRIBUTING names', async ({ what, added, changed }) => {
  const row = (await readFile('CONTRIBUTING.md', 'utf8'))
    .split('\n')
    .find((line) => line.startsWith(`| ${what} |`));
  const touched = [...added, ...Object.keys(changed)];
  const named = [...(row ?? '').matchAll(/`([\w.<>/-]+\.(?:ts|md|hbs|yaml))`/g)].map(([, file = '']) => file);
  const generic = (file: string) =>
    added.includes(file) ? file.replace(/\w+(?=\.(?:ts|yaml|md))/, '<name>') : file;
  expect(named.sort()).toEqual(touched.map(generic).sort());
});

it('an item type with its kind of slide takes three source files, a rule two', () => {
  const sourcesOf = ({ added, changed }: Addition) =>
    [...added, ...Object.keys(changed)].filter((file) => file.startsWith('src/')).length;
  expect(ADDITIONS.map((addition) => [addition.what, sourcesOf(addition)])).toEqual([
    ['an item type with its kind of slide', 3],
    ['a rule', 2],
    ['an audience', 0],
    ['a language', 0],
  ]);
});

describe('an item type with its kind of slide', { timeout: 600_000 }, () => {
  it('is in the schema, has its slides, and passes every rule', async () => {
    const built = await briefdeck(
      BRIEF,
      'build',
      '--audience',
      'analyst,public',
      '--length',
      'flash,standard',
      '--format',
      'html,pdf',
      '--out',
      'out',
    );
    expect(built.stderr).not.toContain('error');
    expect(built.code).toBe(0);
    const html = shownIn(await deckOf('b/analyst-standard.html'));
    for (const text of [
      'A second ferry is hired.',
      'The queue ends within about 40 days.',
      'The port pays.',
      'Estimate · the port',
      'Nothing is done.',
    ])
      expect(html).toContain(text);
    const { trace, slides } = JSON.parse(await deckOf('b/analyst-standard.json'));
    expect(slides.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining(['scenario']));
    expect(JSON.stringify(trace)).toContain('"item":"ferry","type":"scenario"');
    // A length of one minute does not name the kind, and is too short to have it all the same.
    expect(shownIn(await deckOf('b/analyst-flash.html'))).not.toContain('A second ferry');
    const { stdout } = await run(process.execPath, ['dist/cli.js', 'schema'], {
      cwd: copy,
      maxBuffer: 1e8,
    });
    expect(JSON.parse(stdout).properties.scenarios.items.required).toEqual(['id', 'text', 'consequence']);
  });

  it('is withheld from who may not see it', async () => {
    await briefdeck(
      BRIEF,
      'build',
      '--audience',
      'public',
      '--length',
      'standard',
      '--format',
      'html',
      '--out',
      'out',
    );
    const html = await deckOf('b/public-standard.html');
    expect(html).toContain('A second ferry is hired.');
    expect(html).not.toContain('The board is dismissed.');
  });

  it('is held to what it names', async () => {
    const { stderr, stdout, code } = await briefdeck(BRIEF.replace('{days}', '{weeks}'), 'check');
    expect(code).toBe(1);
    expect(stderr + stdout).toContain('scenarios[0].consequence: unknown measure "weeks"');
  });
});

describe('a rule', { timeout: 600_000 }, () => {
  it('finds its fault, and nothing in its twin', async () => {
    const faulty = BRIEF.replace('Nothing is done.', 'NOTHING IS done.');
    const { stderr, stdout } = await briefdeck(faulty, 'check', '--audience', 'public');
    expect(stderr + stdout).toContain('scenarios[1].text: has "NOTHING IS" in capitals');
    const twin = await briefdeck(BRIEF, 'check', '--audience', 'public');
    expect(twin.stderr + twin.stdout).not.toContain('in capitals');
    expect(twin.code).toBe(0);
  });
});

describe('an audience', { timeout: 600_000 }, () => {
  it('has decks of its own', async () => {
    const { code } = await briefdeck(
      ITALIAN,
      'build',
      '--audience',
      'regulator',
      '--length',
      'standard',
      '--format',
      'html',
      '--out',
      'out',
    );
    expect(code).toBe(0);
    const { slides } = JSON.parse(await deckOf('ponte/regulator-standard.json'));
    const kinds = slides.map(({ kind }: { kind: string }) => kind);
    expect(kinds.slice(0, 3)).toEqual(['title', 'bottom-line', 'timeline']);
  });
});

describe('a language', { timeout: 600_000 }, () => {
  it('has its words on every slide', async () => {
    const { code } = await briefdeck(
      ITALIAN,
      'build',
      '--audience',
      'analyst',
      '--length',
      'flash',
      '--format',
      'html',
      '--out',
      'out',
    );
    expect(code).toBe(0);
    const html = await deckOf('ponte/analyst-flash.html');
    expect(html).toContain('lang="it"');
    for (const text of ['In sintesi', 'Situazione al 2 marzo 2026', 'Stima · gli autotrasportatori'])
      expect(shownIn(html)).toContain(text);
  });
});
