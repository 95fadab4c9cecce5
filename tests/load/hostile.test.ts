/** Briefs that are too large to keep as files, and folders that no repository keeps: refused, and quickly. */
import { symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/load/limits.js';
import { loadBrief } from '../../src/load/load.js';
import { folderOf } from './folder-of.js';
import { problemsOf, told } from './problems.js';

/** Milliseconds that end what hangs, on a slow machine as well. */
const LIMIT = 120_000;

const HEAD = `id: bridge
title: The bridge stays shut
asOf: 2026-03-02
bottomLine: The bridge stays shut until mid-April.
`;

const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

/** What a brief is told, and how long that took, in milliseconds. */
async function refusal(content: string | Uint8Array, name = 'brief.yaml') {
  const folder = await folderOf({ [name]: content });
  const start = performance.now();
  const problems = await problemsOf(path.join(folder, name));
  return { problems, text: told(problems, folder), ms: performance.now() - start };
}

describe('size', () => {
  it('refuses 10 MB unread', async () => {
    const { text, ms } = await refusal(`${HEAD}notes: ${'x'.repeat(10 * 1024 * 1024)}\n`);
    expect(text).toBe(
      'brief.yaml: is 10 MB; a brief has at most 2 MB [too-large]\n    Keep tables in CSV files beside the brief.\n',
    );
    expect(ms).toBeLessThan(LIMIT);
  });

  it('refuses a file that no memory holds', async () => {
    const folder = await folderOf({ 'brief.yaml': HEAD });
    const file = path.join(folder, 'brief.yaml');
    await truncate(file, 3 * 1024 ** 3);
    expect((await problemsOf(file)).map((problem) => problem.code)).toEqual(['too-large']);
  });

  it('refuses a table of over 2 MB', async () => {
    const folder = await folderOf({
      'brief.yaml': `${HEAD}charts: [{ id: c, headline: C, kind: bar, unit: EUR, csv: { file: c.csv, x: a, y: b } }]\n`,
      'c.csv': `a,b\n${'x,1\n'.repeat(600_000)}`,
    });
    const problems = await problemsOf(path.join(folder, 'brief.yaml'));
    expect(problems.map(({ code, path: at }) => [code, at])).toEqual([['too-large', 'charts[0].csv.file']]);
  });

  it('shows the start of values of 0.5 MB, not all of it', async () => {
    const long = 'x'.repeat(512 * 1024);
    const { problems, text, ms } = await refusal(
      `${HEAD}marking: ${long}\n? ${long}\n: 1\nclaims: [{ id: a, text: "{${long}}", status: confirmed }]\n`,
    );
    expect(problems.map((problem) => problem.code)).toEqual(['unknown-word', 'unknown-field', 'too-long']);
    expect(text.length).toBeLessThan(2000);
    expect(ms).toBeLessThan(LIMIT);
  });

  it('takes a text up to its limit, and says how much longer one is', async () => {
    const folder = await folderOf({ 'brief.yaml': `${HEAD}subtitle: ${'x'.repeat(LIMITS.text)}\n` });
    const { brief } = await loadBrief(path.join(folder, 'brief.yaml'));
    expect(brief.subtitle).toHaveLength(LIMITS.text);
    expect((await refusal(`${HEAD}subtitle: ${'word '.repeat(200_000)}\n`)).text).toBe(
      `brief.yaml:5:11 subtitle: has 999999 characters; at most ${LIMITS.text} are allowed [too-long]\n`,
    );
  });

  it.each([
    ['claims', `claims:\n${'  - { id: c, text: T, status: confirmed }\n'.repeat(LIMITS.items + 1)}`, 6],
    ['glossary', `glossary:\n${lines(LIMITS.terms + 1, (i) => `  t${i}: T`)}`, 6],
    ['sources', `sources:\n${lines(LIMITS.entries + 1, (i) => `  s${i}: { title: T, publisher: P }`)}`, 6],
  ])('refuses more %s than are allowed, at their line', async (field, content, line) => {
    const { problems } = await refusal(`${HEAD}${content}\n`);
    const found = problems.find((problem) => /at most \d+ are allowed/.test(problem.message));
    expect(found).toMatchObject({ path: field, line });
  });

  it('refuses texts in more languages than are allowed', async () => {
    const others = 'de fr es it nl pt sv da nb fi pl cs hu ro bg el tr uk ru ar he ko ja zh'.split(' ');
    expect(others).toHaveLength(LIMITS.languages);
    const tags = others.map((tag) => `  ${tag}: T`).join('\n');
    const { problems } = await refusal(`${HEAD}subtitle:\n  en: T\n${tags}\n`);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['too-many', 1]]);
  });
});

describe('depth', () => {
  it.each([
    ['lists in lists', `claims: ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['lists that are not closed', `claims: ${'['.repeat(10_000)}`],
    ['groups in groups', `claims: ${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['lists by lines', `claims:\n  ${'- '.repeat(10_000)}1`],
    ['lists of a depth that can be parsed', `claims: ${'['.repeat(900)}${']'.repeat(900)}`],
  ])('survives %s', async (_, hostile) => {
    const { problems, ms } = await refusal(`${HEAD}${hostile}\n`);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]?.message).not.toMatch(/stack|RangeError/);
    expect(ms).toBeLessThan(LIMIT);
  });
});

describe('aliases', () => {
  it('stops a bomb before it grows', async () => {
    let bomb = 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n';
    for (let i = 1; i < 30; i++)
      bomb += `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]\n`;
    const { problems, ms } = await refusal(bomb);
    expect(problems.map((problem) => problem.code)).toEqual(['aliases']);
    expect(ms).toBeLessThan(LIMIT);
  });

  it('survives 200,000 aliases of one text', async () => {
    const { problems, ms } = await refusal(`${HEAD}claims: [&a x${', *a'.repeat(200_000)}]\n`);
    expect(problems.length).toBeGreaterThan(0);
    expect(ms).toBeLessThan(LIMIT);
  });

  it('reads an alias as the value that it stands for', async () => {
    const folder = await folderOf({
      'brief.yaml': `${HEAD}subtitle: &name The bridge\nnotice: *name\n`,
    });
    expect((await loadBrief(path.join(folder, 'brief.yaml'))).brief.notice).toBe('The bridge');
  });
});

describe('number of problems', () => {
  it.each([
    ['unknown fields', lines(10_000, (i) => `field_${i}: x`)],
    ['unknown fields in another notation', '? key\n'.repeat(15_000)],
    ['names that stand many times', 'key: 1\n'.repeat(13_000)],
    [
      'broken measures',
      `measures:\n${lines(3000, (i) => `  m${i}: { value: x, unit: EUR, status: confirmed }`)}`,
    ],
    [
      'unknown sources among many',
      `sources:\n${lines(500, (i) => `  s${i}: { title: T, publisher: P }`)}\nclaims:\n${lines(500, (i) => `  - { id: c${i}, text: T, status: confirmed, sources: [t${i}, u${i}] }`)}`,
    ],
    ['texts that start with a sign', lines(10_000, (i) => `field_${i}: @x`)],
  ])('tells of the first %s, in the order of the file, and that there are more', async (_, content) => {
    const { problems, ms } = await refusal(`${HEAD}${content}\n`);
    expect(problems).toHaveLength(LIMITS.problems + 1);
    expect(problems.at(-1)?.code).toBe('more');
    const places = problems.slice(0, -1).map((problem) => problem.line ?? 0);
    expect(places.every((line) => line > 4)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(ms).toBeLessThan(LIMIT);
  });

  it('of brackets that close nothing is one: the rest is misread', async () => {
    const { problems, ms } = await refusal(`${HEAD}${'] '.repeat(35_000)}\n`);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['syntax', 5]]);
    expect(ms).toBeLessThan(LIMIT);
  });

  it.each([
    ['200,000 names without values', '? key\n'.repeat(200_000)],
    ['150,000 names twice', 'key: 1\n'.repeat(150_000)],
    ['600,000 items', `claims: [${'x,'.repeat(600_000)}x]`],
    ['600,000 groups', `claims: [${'{},'.repeat(600_000)}{}]`],
    ['300,000 tags', `claims: [${'!x a,'.repeat(300_000)}a]`],
    ['500,000 remarks', '# x\n'.repeat(500_000)],
  ])('refuses %s before anything is made of them, with a line', async (_, content) => {
    const { problems, ms } = await refusal(`${HEAD}${content}\n`);
    expect(problems.map(({ code }) => code)).toEqual(['too-many']);
    expect(problems[0]?.line).toBeGreaterThan(4);
    expect(ms).toBeLessThan(LIMIT);
  });

  it('refuses an alias that makes a file large, and one text that many use', async () => {
    const many = lines(90, () => '  - *a');
    const { problems } = await refusal(`${HEAD}claims:\n  - &a [${'{},'.repeat(15_000)}{}]\n${many}\n`);
    expect(problems.map(({ code }) => code)).toEqual(['aliases']);
  });
});

describe('JSON', () => {
  it('may be indented with tabs and hold pairs of surrogates', async () => {
    const brief = {
      id: 'bridge',
      title: 'Shut 🌉',
      asOf: '2026-03-02',
      bottomLine: { text: 'It stays shut.' },
    };
    const text = JSON.stringify(brief, null, '\t').replace('🌉', '\\ud83c\\udf09');
    const folder = await folderOf({ 'brief.json': text });
    const loaded = await loadBrief(path.join(folder, 'brief.json'));
    expect(loaded.brief.title.text).toBe('Shut 🌉');
  });

  it('may be on one line of many items', async () => {
    const claims = Array.from({ length: 500 }, (_, i) => ({ id: `c${i}`, text: 'T', status: 'confirmed' }));
    const text = JSON.stringify({ id: 'a', title: 'T', asOf: 2026, bottomLine: 'B', claims });
    const folder = await folderOf({ 'brief.json': text });
    expect((await loadBrief(path.join(folder, 'brief.json'))).brief.claims).toHaveLength(500);
  });

  it('names the line of a key that stands twice', async () => {
    const { text } = await refusal('{\n  "id": "a",\n  "id": "b"\n}\n', 'brief.json');
    expect(text).toContain('brief.json:3:3: the name "id" stands twice in one group [syntax]');
  });
});

describe('symbolic links', () => {
  const brief = `${HEAD}charts: [{ id: c, headline: C, kind: bar, unit: EUR, csv: { file: c.csv, x: a, y: b } }]\n`;

  it('are not followed out of the folder', async () => {
    const outside = await folderOf({ 'secret.csv': 'a,b\nx,1\n' });
    const folder = await folderOf({ 'brief.yaml': brief });
    await symlink(path.join(outside, 'secret.csv'), path.join(folder, 'c.csv'));
    expect(told(await problemsOf(path.join(folder, 'brief.yaml')), folder)).toBe(
      'brief.yaml:5:67 charts[0].csv.file: "c.csv" is outside the folder of the brief [outside]\n    Put a copy of the file into the folder.\n',
    );
  });

  it('to a folder outside are not followed either', async () => {
    const outside = await folderOf({ 'c.csv': 'a,b\nx,1\n' });
    const folder = await folderOf({ 'brief.yaml': brief.replace('c.csv', 'data/c.csv') });
    await symlink(outside, path.join(folder, 'data'));
    const problems = await problemsOf(path.join(folder, 'brief.yaml'));
    expect(problems.map((problem) => problem.code)).toEqual(['outside']);
  });

  it('within the folder are followed', async () => {
    const folder = await folderOf({ 'brief.yaml': brief });
    await writeFile(path.join(folder, 'other.csv'), 'a,b\nx,1\n');
    await symlink(path.join(folder, 'other.csv'), path.join(folder, 'c.csv'));
    const { tables } = await loadBrief(path.join(folder, 'brief.yaml'));
    expect(tables.get('c')).toEqual({ x: ['x'], series: [{ label: 'b', values: [1] }] });
  });

  it('to a brief outside are refused, and nothing of it is told', async () => {
    const outside = await folderOf({ 'secret.txt': 'root:secret\n' });
    const folder = await folderOf();
    await symlink(path.join(outside, 'secret.txt'), path.join(folder, 'brief.yaml'));
    expect(told(await problemsOf(path.join(folder, 'brief.yaml')), folder)).toBe(
      'brief.yaml: "brief.yaml" is outside the folder of the brief [outside]\n    Put a copy of the file into the folder.\n',
    );
  });

  it('to a brief within the folder are followed', async () => {
    const folder = await folderOf({ 'real.yaml': HEAD });
    await symlink('real.yaml', path.join(folder, 'brief.yaml'));
    expect((await loadBrief(path.join(folder, 'brief.yaml'))).brief.id).toBe('bridge');
  });

  it('to nowhere are missing files', async () => {
    const folder = await folderOf({ 'brief.yaml': brief });
    await symlink(path.join(folder, 'nowhere.csv'), path.join(folder, 'c.csv'));
    const problems = await problemsOf(path.join(folder, 'brief.yaml'));
    expect(problems.map((problem) => problem.code)).toEqual(['no-file']);
  });
});

it('pollutes no prototype', async () => {
  await refusal(`${HEAD}__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\n`);
  await refusal('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}', 'brief.json');
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

it('finds nothing in a group but what the brief put there', async () => {
  const folder = await folderOf({ 'brief.yaml': HEAD });
  const { brief } = await loadBrief(path.join(folder, 'brief.yaml'));
  for (const group of [brief.topics, brief.sources, brief.measures, brief.glossary])
    expect(Reflect.get(group, 'constructor')).toBeUndefined();
});
