/** A folder that several builds write to: the index has all of them, and nothing that lies there stops a build. */
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { verify } from '../../src/certificates/verify.js';
import { previousManifests } from '../../src/output/previous-build.js';
import { sharedSession } from '../decks/browser.js';
import { folderOf } from '../load/folder-of.js';

const { build } = sharedSession();

const SECRET = 'The northern cable was cut on purpose.';
const brief = (id: string, more = '') =>
  `id: ${id}\ntitle: The ${id}\nasOf: 2026-03-02\nbottomLine: The ${id} is shut.\n${more}`;

/** Builds briefs one after the other into one folder. */
async function buildAll(out: string, lengths: string[], ...briefs: string[]): Promise<void> {
  for (const text of briefs) {
    const briefs = [await folderOf({ 'brief.yaml': text })];
    const choice = { audiences: ['public'], rules: ['no-source=off'], formats: ['html'] };
    await build({ ...choice, briefs, lengths, out });
  }
}

const indexOf = (out: string) => readFile(path.join(out, 'index.html'), 'utf8');

describe('the index', () => {
  it('keeps covers and descriptions of earlier builds, and sorts lengths by their minutes', async () => {
    const [together, apart] = [await folderOf(), await folderOf()];
    const both = await folderOf({ 'a/brief.yaml': brief('bridge'), 'b/brief.yaml': brief('tunnel') });
    const lengths = ['flash', 'short', 'full'];
    await build({ briefs: [both], audiences: ['public'], lengths, formats: ['html'], out: together });
    await buildAll(apart, ['full', 'flash'], brief('bridge'));
    await buildAll(apart, lengths, brief('bridge'), brief('tunnel'));
    const index = await indexOf(apart);
    const deck = /<h4>(\w+) /g;
    expect([...index.matchAll(deck)].map(([, length]) => length)).toEqual([...lengths, ...lengths]);
    expect(index.match(/<div class="marpit/g)).toHaveLength(6);
    expect(index).toBe(await indexOf(together));
  });

  it('sorts decks of two builds by their minutes', async () => {
    const out = await folderOf();
    await buildAll(out, ['full', 'short'], brief('bridge'));
    await buildAll(out, ['flash', 'standard'], brief('bridge'));
    const lengths = [...(await indexOf(out)).matchAll(/<h4>(\w+) /g)].map(([, length]) => length);
    expect(lengths).toEqual(['flash', 'short', 'standard', 'full']);
  });

  it('forgets decks that were removed', async () => {
    const out = await folderOf();
    await buildAll(out, ['flash'], brief('bridge'));
    await rm(path.join(out, 'bridge'), { recursive: true });
    await buildAll(out, ['flash'], brief('tunnel'));
    const kept = [await indexOf(out), await readFile(path.join(out, '.seen.json'), 'utf8')];
    expect(kept.filter((text) => text.includes('bridge/public-flash'))).toEqual([]);
  });

  it('takes nothing withheld into any file of the folder', async () => {
    const out = await folderOf();
    const secret = `claims: [{ id: cut, text: ${SECRET}, status: confirmed, marking: TLP:RED }]\n`;
    await buildAll(out, ['flash'], brief('bridge', secret), brief('tunnel'));
    const names = ['index.html', '.seen.json', 'bridge/public-flash.json'];
    const texts = await Promise.all(names.map((name) => readFile(path.join(out, name), 'utf8')));
    expect(texts.filter((text) => text.includes('northern'))).toEqual([]);
  });
});

describe('what lies in the folder', () => {
  it.skipIf(process.platform === 'win32')('may be a pipe: it is not waited for', async () => {
    const out = await folderOf({ 'bridge/x.txt': 'mine' });
    await buildAll(out, ['flash'], brief('bridge'));
    for (const name of ['bridge/x.json', 'bridge/y.html']) spawnSync('mkfifo', [path.join(out, name)]);
    expect(await previousManifests(out)).toHaveLength(1);
    await rm(path.join(out, '.seen.json'));
    spawnSync('mkfifo', [path.join(out, '.seen.json')]);
    await buildAll(out, ['flash'], brief('tunnel'));
    expect(await previousManifests(out)).toHaveLength(2);
    await rm(path.join(out, 'bridge/public-flash.html'));
    spawnSync('mkfifo', [path.join(out, 'bridge/public-flash.html')]);
    expect((await verify(out)).problems.map(({ code }) => code)).toEqual(['missing-file']);
  });

  it.skipIf(process.getuid?.() === 0)('may be a folder that cannot be read', async () => {
    const out = await folderOf();
    await mkdir(path.join(out, 'closed'), { mode: 0 });
    expect(await previousManifests(out)).toEqual([]);
  });

  it('is refused before the work, where it is of somebody else', async () => {
    const out = await folderOf();
    await mkdir(path.join(out, 'bridge'));
    await writeFile(path.join(out, 'bridge', 'public-flash.html'), 'mine');
    const briefs = [await folderOf({ 'brief.yaml': brief('bridge') })];
    const made: string[] = [];
    const onProgress = (_: number, __: number, deck: string) => made.push(deck);
    const choice = { briefs, audiences: ['public'], lengths: ['flash'], out, onProgress };
    await expect(build(choice)).rejects.toThrow('is there already');
    expect(made).toEqual([]);
  });
});

describe('names of files', () => {
  it('are refused before the work, where they are no names', async () => {
    const briefs = [await folderOf({ 'brief.yaml': brief('con') })];
    const made: string[] = [];
    const onProgress = (_: number, __: number, deck: string) => made.push(deck);
    const choice = { briefs, audiences: ['public'], lengths: ['flash'], out: await folderOf(), onProgress };
    await expect(build(choice)).rejects.toThrow('is a device');
    expect(made).toEqual([]);
  });
});
