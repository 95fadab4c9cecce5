import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/core/problem.js';
import { loadTemplates, namesIn } from '../../src/load/templates.js';
import { folderOf } from './folder-of.js';

describe('loadTemplates', () => {
  it('has a built-in file for everything, sorted, and named from the folder', async () => {
    const templates = await loadTemplates();
    const names = [...templates.keys()];
    expect(names).toEqual([...names].sort());
    expect(names).toContain('slides/quote.md.hbs');
    expect(templates.get('deck.md.hbs')).toMatchObject({
      name: 'deck.md.hbs',
      file: 'templates/deck.md.hbs',
    });
  });

  it('replaces one file and keeps the others', async () => {
    const folder = await folderOf({ 'slides/quote.md.hbs': 'mine' });
    const [own, builtIn] = await Promise.all([loadTemplates(folder), loadTemplates()]);
    expect([...own.keys()]).toEqual([...builtIn.keys()]);
    for (const [name, template] of own) {
      if (name === 'slides/quote.md.hbs')
        expect(template).toEqual({ name, file: path.join(folder, name), text: 'mine', isBuiltIn: false });
      else expect(template).toEqual(builtIn.get(name));
    }
  });

  it('adds files of its own', async () => {
    const folder = await folderOf({
      'audiences/board.yaml': 'name: Board\nhighest: TLP:CLEAR\n',
      'themes/night.css': '',
    });
    const templates = await loadTemplates(folder);
    expect(namesIn(templates, 'audiences', '.yaml')).toContain('board');
    expect(namesIn(templates, 'themes', '.css')).toContain('night');
  });

  it('passes over files that are no templates', async () => {
    const folder = await folderOf({
      'README.md': '',
      'slides/.DS_Store': '',
      'slides/quote.md.hbs~': 'old',
      'note.txt': '',
    });
    expect([...(await loadTemplates(folder)).keys()]).toEqual([...(await loadTemplates()).keys()]);
  });

  it('names a folder that is not there', async () => {
    const folder = path.join(await folderOf(), 'nowhere');
    await expect(loadTemplates(folder)).rejects.toThrow(UsageError);
    await expect(loadTemplates(folder)).rejects.toThrow(`There is no template folder "${folder}".`);
  });

  it('knows a folder from a file', async () => {
    const folder = await folderOf({ file: '' });
    await expect(loadTemplates(path.join(folder, 'file'))).rejects.toThrow(UsageError);
  });
});
