/** Only regular files are read, whatever stands in their place; nothing waits for a pipe. */
import { execFileSync } from 'node:child_process';
import { mkdir, truncate } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BriefError } from '../../src/core/problem.js';
import { loadBrand } from '../../src/load/brand.js';
import { readConfig } from '../../src/load/config.js';
import { NotAFile, readInside, readRegular, TooLarge } from '../../src/load/files.js';
import { LIMITS } from '../../src/load/limits.js';
import { loadTemplates } from '../../src/load/templates.js';
import { folderOf } from './folder-of.js';
import { problemsOf } from './problems.js';

const HEAD = 'id: b\ntitle: T\nasOf: 2026\nbottomLine: B.\n';
const SOURCE = `${HEAD}sources:\n  s: { title: T, publisher: P, text: a.txt }\n`;
const CHART = `${HEAD}charts:\n  - { id: c, headline: C, kind: bar, unit: EUR, csv: { file: a.csv, x: a, y: b } }\n`;
const IMAGE = `${HEAD}images:\n  - { id: i, file: a.png, alt: A, credit: C, licence: L }\n`;

const pipe = (file: string) => execFileSync('mkfifo', [file]);

async function problemsThrown(promise: Promise<unknown>) {
  const error: unknown = await promise.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BriefError);
  return (error as BriefError).problems.map(({ code, line }) => [code, line]);
}

describe('a pipe', () => {
  it.each([
    ['an archived text', SOURCE, 'a.txt', 6],
    ['a table', CHART, 'a.csv', 6],
    ['a picture', IMAGE, 'a.png', 6],
  ])('in the place of %s is told of at its line', async (_, brief, name, line) => {
    const folder = await folderOf({ 'brief.yaml': brief });
    pipe(path.join(folder, name));
    const problems = await problemsOf(path.join(folder, 'brief.yaml'));
    expect(problems.map((problem) => [problem.code, problem.line])).toEqual([['not-a-file', line]]);
  });

  it('in the place of a brief, of settings or of a template is refused', async () => {
    const folder = await folderOf({ 'templates/slides/x.txt': '' });
    for (const name of ['brief.yaml', 'briefdeck.yaml', 'templates/slides/quote.md.hbs'])
      pipe(path.join(folder, name));
    expect((await problemsOf(path.join(folder, 'brief.yaml'))).map(({ code }) => code)).toEqual([
      'not-a-file',
    ]);
    expect(await problemsThrown(readConfig(path.join(folder, 'briefdeck.yaml')))).toEqual([
      ['not-a-file', undefined],
    ]);
    expect(await problemsThrown(loadTemplates(path.join(folder, 'templates')))).toEqual([
      ['not-a-file', undefined],
    ]);
  });

  it('in the place of a logo or a font is told of at its line', async () => {
    const folder = await folderOf({
      'brand.yaml':
        'name: N\nlogo: logo.png\nfonts:\n  text:\n    family: F\n    files:\n      - { file: f.woff2 }\n',
    });
    for (const name of ['logo.png', 'f.woff2']) pipe(path.join(folder, name));
    expect(await problemsThrown(loadBrand(await loadTemplates(folder)))).toEqual([
      ['not-a-file', 2],
      ['not-a-file', 7],
    ]);
  });
});

describe('readRegular', () => {
  it('refuses devices, folders and sockets', async () => {
    const folder = await folderOf();
    await mkdir(path.join(folder, 'folder'));
    const server = createServer().listen(path.join(folder, 'socket'));
    onTestFinished(() => void server.close());
    for (const file of ['/dev/zero', '/dev/tty', path.join(folder, 'folder'), path.join(folder, 'socket')])
      await expect(readRegular(file, 10), file).rejects.toBeInstanceOf(NotAFile);
  });

  it('reads up to the limit, and no byte more', async () => {
    const folder = await folderOf({ a: 'x'.repeat(100_000) });
    const file = path.join(folder, 'a');
    expect(await readRegular(file, 100_000)).toHaveLength(100_000);
    await expect(readRegular(file, 99_999)).rejects.toBeInstanceOf(TooLarge);
    await truncate(file, 5 * 1024 ** 3);
    await expect(readInside(folder, 'a', LIMITS.imageBytes)).rejects.toBeInstanceOf(TooLarge);
  });

  it.runIf(process.platform === 'linux')('does not believe a file that says it has no size', async () => {
    await expect(readRegular('/proc/self/maps', 100)).rejects.toBeInstanceOf(TooLarge);
  });
});
