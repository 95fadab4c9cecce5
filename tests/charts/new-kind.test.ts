/** A kind of chart is added with two files: its own, and the list. Tried on a copy of the sources, which are compiled. */
import { execFile } from 'node:child_process';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { folderOf } from '../load/folder-of.js';

const run = promisify(execFile);
const LIST = 'src/charts/kinds/index.ts';

const BRIEF = `id: b
title: T
asOf: 2026-03-02
bottomLine: B
charts:
  - id: c
    headline: It rose
    kind: lollipop
    unit: tonnes
    data: [{ label: Ferry, value: 140 }, { label: Detour, value: 300 }]
`;

/** A copy of the sources with the kind in it. */
async function withKind(): Promise<string> {
  const folder = await folderOf({ 'brief.yaml': BRIEF });
  for (const name of ['src', 'scripts', 'templates', 'tsconfig.json', 'package.json'])
    await cp(name, path.join(folder, name), { recursive: true });
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  await cp('tests/charts/new-kind/use.mjs', path.join(folder, 'use.mjs'));
  const kind = await readFile('tests/charts/new-kind/lollipop.ts', 'utf8');
  const file = path.join(folder, 'src/charts/kinds/lollipop.ts');
  await writeFile(file, kind.replaceAll('../../../src/charts/', '../'));
  const list = await readFile(LIST, 'utf8');
  const longer = list
    .replace('import { range }', "import { lollipop } from './lollipop.js';\nimport { range }")
    .replace('  waffle,\n', '  waffle,\n  lollipop,\n');
  await writeFile(path.join(folder, LIST), longer);
  return folder;
}

it('is known to the schema, drawn, and said in every language', async () => {
  const cwd = await withKind();
  const tsc = path.resolve('node_modules/typescript/bin/tsc');
  await run(process.execPath, [tsc, '-p', 'tsconfig.json'], { cwd });
  const { stdout } = await run(process.execPath, ['use.mjs'], { cwd, maxBuffer: 1e8 });
  const { alts, svg, sample, isInSchema } = JSON.parse(stdout);
  expect(isInSchema).toBe(true);
  for (const drawn of [svg, sample]) expect(drawn).toMatch(/^<svg .*<text .*<\/svg>$/s);
  expect(svg).toContain('>300<');
  expect(Object.keys(alts)).toHaveLength(8);
  for (const alt of Object.values(alts)) expect(alt).toMatch(/It rose.*tonnes.*Ferry.*140.*Detour.*300/);
  expect(alts.en).toBe('Chart: It rose. tonnes: Ferry: 140; Detour: 300.');
});
