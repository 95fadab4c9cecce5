import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { OutsideFolder, resolveInside } from '../../src/load/folder.js';
import { folderOf } from './folder-of.js';

describe('resolveInside', () => {
  it.each(['a.csv', './a.csv', 'data/b.csv', 'data/../a.csv', '..b.csv', 'data//b.csv'])(
    'takes %s',
    async (name) => {
      const folder = await folderOf({ 'a.csv': '', 'data/b.csv': '', '..b.csv': '' });
      expect(await resolveInside(folder, name)).toBe(path.resolve(folder, name));
    },
  );

  it.each(['../a.csv', '..', '.', './', 'data/..', 'data/../../a.csv', '/etc/passwd', ''])(
    'refuses %j',
    async (name) => {
      const folder = await folderOf({ 'data/b.csv': '' });
      await expect(resolveInside(folder, name)).rejects.toBeInstanceOf(OutsideFolder);
    },
  );

  it('refuses a folder whose name only begins like its own', async () => {
    const parent = await folderOf({ 'brief/a.csv': '', 'brief-secret/a.csv': '' });
    await expect(resolveInside(path.join(parent, 'brief'), '../brief-secret/a.csv')).rejects.toBeInstanceOf(
      OutsideFolder,
    );
  });

  it('refuses its own absolute path', async () => {
    const folder = await folderOf({ 'a.csv': '' });
    await expect(resolveInside(folder, path.join(folder, 'a.csv'))).rejects.toBeInstanceOf(OutsideFolder);
  });

  it('works in a folder that is itself reached by a link', async () => {
    const parent = await folderOf({ 'real/a.csv': '' });
    await symlink(path.join(parent, 'real'), path.join(parent, 'link'));
    expect(await resolveInside(path.join(parent, 'link'), 'a.csv')).toBe(path.join(parent, 'real', 'a.csv'));
  });

  it('throws as the file system says it for a file that is not there', async () => {
    await expect(resolveInside(await folderOf(), 'a.csv')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
