/** No input of 10 MB holds the program up or fills the memory before it is refused: tried as users run it. */
import { execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../load/folder-of.js';
import { png } from '../load/png.js';

const HEAD = 'id: b\ntitle: T\nasOf: 2026\nbottomLine: B.\n';
const CHART = `${HEAD}charts:\n  - { id: c, headline: C, kind: line, unit: EUR, csv: { file: a.csv, x: x, y: y, series: s } }\n`;
const IMAGE = `${HEAD}images:\n  - { id: i, file: a.png, alt: A, credit: C, licence: L }\n`;
const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

/** Far above the 5 seconds that are promised: it only stops what hangs, on a machine that has much else to do. */
const HANGS = 50_000;
const MEMORY = 500 * 1024;

/** Tells at its end how much memory the program had at most, in kilobytes. */
const PROBE = `data:text/javascript,process.on('exit',()=>process.stderr.write('MAXRSS '+process.resourceUsage().maxRSS+'\\n'))`;

function check(folder: string): Promise<{ code: number | null; err: string; memory: number }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', PROBE, 'dist/cli.js', 'check', folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: HANGS,
      killSignal: 'SIGKILL',
    });
    let err = '';
    child.stderr.on('data', (part) => {
      err += part;
    });
    child.on('close', (code) =>
      resolve({ code, err, memory: Number(/MAXRSS (\d+)/.exec(err)?.[1] ?? Infinity) }),
    );
  });
}

describe('briefdeck check', () => {
  it.each<[string, Record<string, string | Buffer>, RegExp]>([
    [
      '15,000 rows, each with a place and a series of its own',
      { 'brief.yaml': CHART, 'a.csv': `x,s,y\n${lines(15_000, (i) => `p${i},s${i},1`)}\n` },
      /15000 places times 15000 series/,
    ],
    ['100 KB of one letter', { 'brief.yaml': `${HEAD}subtitle: ${'w'.repeat(100_000)}\n` }, /too-long/],
    ['400 KB of braces', { 'brief.yaml': `${HEAD}subtitle: "${'{'.repeat(400_000)}"\n` }, /too-long/],
    ['1.5 MB of one letter', { 'brief.yaml': `${HEAD}subtitle: ${'w'.repeat(1_500_000)}\n` }, /too-long/],
    ['60,000 ampersands', { 'brief.yaml': `${HEAD}subtitle: ${'& '.repeat(60_000)}\n` }, /too-many/],
    [
      '20,000 terms in the glossary',
      { 'brief.yaml': `${HEAD}glossary:\n${lines(20_000, (i) => `  t${i}: T`)}\n` },
      /too-many/,
    ],
    ['200,000 names without values', { 'brief.yaml': `${HEAD}${'? key\n'.repeat(200_000)}` }, /too-many/],
    ['150,000 names twice', { 'brief.yaml': `${HEAD}${'key: 1\n'.repeat(150_000)}` }, /too-many/],
    ['600,000 items', { 'brief.yaml': `${HEAD}claims: [${'x,'.repeat(600_000)}x]\n` }, /too-many/],
    ['80,000 errors', { 'brief.yaml': `${HEAD}${']'.repeat(79_000)}\n` }, /is no valid YAML/],
    ['20,000 x 20,000 pixels', { 'brief.yaml': IMAGE, 'a.png': png(20_000, 20_000) }, /20000 × 20000 pixels/],
    [
      'an SVG as a picture',
      { 'brief.yaml': IMAGE, 'a.png': `<svg>${'<g><use href="#a"/></g>'.repeat(9)}</svg>` },
      /no-picture/,
    ],
    ['10 MB of a brief', { 'brief.yaml': HEAD.repeat(200_000) }, /too-large/],
    [
      '10 MB of a table',
      { 'brief.yaml': CHART, 'a.csv': `x,s,y\n${'p,s,1\n'.repeat(1_700_000)}` },
      /too-large/,
    ],
    [
      '300,000 columns of one name',
      { 'brief.yaml': CHART, 'a.csv': `${'x,'.repeat(300_000)}x\n${'1,'.repeat(300_000)}1\n` },
      /300001 columns/,
    ],
  ])('refuses %s', async (_, files, told) => {
    const { code, err, memory } = await check(await folderOf(files));
    expect(err).toMatch(told);
    expect(code).toBe(1);
    expect(memory).toBeLessThan(MEMORY);
  });

  it('does not wait for a pipe', async () => {
    const folder = await folderOf({ 'brief.yaml': IMAGE });
    execFileSync('mkfifo', [path.join(folder, 'a.png')]);
    const { code, err } = await check(folder);
    expect(err).toMatch(/brief\.yaml:6:\d+ images\[0\]\.file: "a\.png" is no regular file/);
    expect(code).toBe(1);
  });
});
