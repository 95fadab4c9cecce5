/** All files of a build, or none: whatever goes wrong, the earlier ones are as they were. */
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MachineError } from '../../src/core/problem.js';
import { tryFolder, writeAll } from '../../src/output/write.js';
import { folderOf } from '../load/folder-of.js';

/** Every file below a folder with its text, and every empty folder. */
async function contents(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.map(async (file) => [
      path.relative(folder, file).split(path.sep).join('/'),
      await readFile(file, 'utf8'),
    ]),
  );
  return Object.fromEntries(texts.sort());
}

const noStaging = async (folder: string) =>
  expect((await readdir(folder)).filter((name) => name.startsWith('.staging-'))).toEqual([]);

describe('writeAll', () => {
  it('writes files into folders that are not there yet', async () => {
    const out = path.join(await folderOf(), 'dist', 'decks');
    await writeAll(out, [
      { name: 'bridge/public-short.html', bytes: '<p>' },
      { name: 'index.html', bytes: new Uint8Array([104, 105]) },
    ]);
    expect(await contents(out)).toEqual({ 'bridge/public-short.html': '<p>', 'index.html': 'hi' });
    await noStaging(out);
  });

  it('writes nothing where it is stopped before the first file is moved', async () => {
    const out = await folderOf({ 'a.html': 'old' });
    const write = writeAll(out, [{ name: 'a.html', bytes: 'new' }], AbortSignal.abort());
    await expect(write).rejects.toThrow(/abort/i);
    expect(await contents(out)).toEqual({ 'a.html': 'old' });
    await noStaging(out);
  });

  it.skipIf(process.platform !== 'linux')(
    'fails at once where the file system takes no folders',
    async () => {
      const write = writeAll('/proc/briefdeck/decks', [{ name: 'a.html', bytes: 'new' }]);
      await expect(write).rejects.toThrow('"/proc/briefdeck" cannot be written: no folder can be made there');
    },
  );

  it('removes what a build left that was killed while it wrote, and nothing that may be in use', async () => {
    const gone = spawnSync(process.execPath, ['--version']).pid;
    const host = hostname().replace(/[^\w]/g, '_');
    const [dead, live] = [`.staging-${host}-${gone}-abc123`, `.staging-${host}-${process.ppid}-abc123`];
    const others = [live, `.staging-elsewhere-${gone}-abc123`, '.staging-mine'];
    const out = await folderOf(Object.fromEntries([dead, ...others].map((name) => [`${name}/0`, 'x'])));
    await writeAll(out, [{ name: 'a.html', bytes: 'new' }]);
    expect((await readdir(out)).sort()).toEqual([...others, 'a.html'].sort());
  });

  it('replaces its own and leaves the files of others', async () => {
    const out = await folderOf({ 'a.html': 'old', 'mine.txt': 'mine' });
    await writeAll(out, [{ name: 'a.html', bytes: 'new' }]);
    expect(await contents(out)).toEqual({ 'a.html': 'new', 'mine.txt': 'mine' });
    await noStaging(out);
  });

  it('leaves the earlier files as they were where a folder stands in the place of the last file', async () => {
    const earlier = { 'b/a.html': 'old a', 'b/b.html': 'old b', 'b/z.html/keep.txt': 'keep' };
    const out = await folderOf(earlier);
    const write = writeAll(out, [
      { name: 'b/a.html', bytes: 'new a' },
      { name: 'b/b.html', bytes: 'new b' },
      { name: 'b/c.html', bytes: 'new c' },
      { name: 'b/z.html', bytes: 'new z' },
    ]);
    await expect(write).rejects.toBeInstanceOf(MachineError);
    await expect(write).rejects.toThrow(/z\.html" cannot be written: /);
    expect(await contents(out)).toEqual(earlier);
    await noStaging(out);
  });

  it('does so for an empty folder too', async () => {
    const out = await folderOf({ 'a.html': 'old a' });
    await mkdir(path.join(out, 'z.html'));
    const write = writeAll(out, [
      { name: 'a.html', bytes: 'new a' },
      { name: 'z.html', bytes: 'new z' },
    ]);
    await expect(write).rejects.toThrow(MachineError);
    expect(await contents(out)).toEqual({ 'a.html': 'old a' });
    expect((await stat(path.join(out, 'z.html'))).isDirectory()).toBe(true);
    await noStaging(out);
  });

  it('leaves all as it was where a file stands in the place of a folder', async () => {
    const out = await folderOf({ bridge: 'a file', 'index.html': 'old' });
    const write = writeAll(out, [
      { name: 'index.html', bytes: 'new' },
      { name: 'bridge/a.html', bytes: 'a' },
    ]);
    await expect(write).rejects.toThrow('a file stands where a folder is needed');
    expect(await contents(out)).toEqual({ bridge: 'a file', 'index.html': 'old' });
    await noStaging(out);
  });

  it('says so where the output folder is a file', async () => {
    const folder = await folderOf({ out: 'a file' });
    const out = path.join(folder, 'out');
    await expect(writeAll(out, [{ name: 'a.html', bytes: 'a' }])).rejects.toThrow(
      `"${out}" cannot be written: a file stands where a folder is needed`,
    );
    expect(await contents(folder)).toEqual({ out: 'a file' });
  });

  it.skipIf(process.getuid?.() === 0)('says so where it may not write', async () => {
    const out = await folderOf({ 'a.html': 'old' });
    await chmod(out, 0o555);
    await expect(writeAll(out, [{ name: 'a.html', bytes: 'new' }])).rejects.toThrow(
      'you may not write there',
    );
    await chmod(out, 0o755);
    expect(await contents(out)).toEqual({ 'a.html': 'old' });
  });
});

describe('tryFolder', () => {
  it('leaves nothing, in a folder that is there and for one that is not', async () => {
    const folder = await folderOf({ 'a.html': 'old' });
    await tryFolder(folder);
    await tryFolder(path.join(folder, 'dist', 'decks'));
    expect(await readdir(folder)).toEqual(['a.html']);
  });

  it('throws where a file stands in the way', async () => {
    const folder = await folderOf({ dist: 'a file' });
    await expect(tryFolder(path.join(folder, 'dist', 'decks'))).rejects.toThrow(
      `"${path.join(folder, 'dist')}" cannot be written: a file stands where a folder is needed`,
    );
  });
});
