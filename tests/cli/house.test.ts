/** A project of one's own: init, eject, templates. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ListedTemplate } from '../../src/cli/templates.js';
import { folderOf } from '../load/folder-of.js';
import { call } from './call.js';

const listed = async (folder: string): Promise<ListedTemplate[]> =>
  JSON.parse((await call('templates', '--templates', folder, '--json')).out);

describe('briefdeck init', () => {
  it('makes a project that passes every check', async () => {
    const folder = path.join(await folderOf(), 'my-office');
    const { code, out } = await call('init', folder);
    expect(code).toBe(0);
    for (const name of [
      'brief.yaml',
      'README.md',
      '.vscode/settings.json',
      'templates/brand.yaml',
      'schemas/brief.schema.json',
    ])
      expect(out).toContain(path.join(folder, name));
    const templates = path.join(folder, 'templates');
    expect(await call('check', folder, '--templates', templates, '--audience', 'board')).toMatchObject({
      code: 0,
    });
    const own = (await listed(templates)).filter(({ origin }) => origin === 'own');
    expect(own.map(({ name, shadows }) => [name, shadows])).toEqual([
      ['audiences/board.yaml', false],
      ['brand.yaml', false],
    ]);
  });

  it('overwrites nothing', async () => {
    const folder = await folderOf({ 'brief.yaml': 'mine' });
    expect(await call('init', folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is not empty'),
    });
    expect(await readFile(path.join(folder, 'brief.yaml'), 'utf8')).toBe('mine');
  });
});

describe('briefdeck eject', () => {
  it.each(['slides/quote', 'themes/newsroom', 'audiences/press', 'slides/quote.md.hbs'])(
    'copies %s so that it does the same',
    async (name) => {
      const folder = await folderOf();
      const { code, out } = await call('eject', name, '--templates', folder);
      expect(code).toBe(0);
      expect(await readFile(out.trim(), 'utf8')).toContain('ejected from briefdeck: ');
      const own = (await listed(folder)).filter(({ origin }) => origin === 'own');
      expect(own).toEqual([
        {
          name: expect.stringContaining(name),
          file: out.trim(),
          origin: 'own',
          shadows: true,
          builtInChanged: false,
        },
      ]);
      const { createEngine } = await import('../../src/template/engine.js');
      const { loadTemplates } = await import('../../src/load/templates.js');
      const { readTheme } = await import('../../src/render/theme.js');
      const templates = await loadTemplates(folder);
      expect(() => createEngine(templates)).not.toThrow();
      expect(readTheme(templates, 'newsroom').tokens).toEqual(
        readTheme(await loadTemplates(), 'newsroom').tokens,
      );
    },
  );

  it('overwrites nothing, and suggests the template that may be meant', async () => {
    const folder = await folderOf({ 'slides/quote.md.hbs': 'mine' });
    expect(await call('eject', 'slides/quote', '--templates', folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('already'),
    });
    expect(await call('eject', 'slides/qoute', '--templates', folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean "slides/quote"?'),
    });
  });
});

describe('briefdeck templates', () => {
  it('knows its own files from the built-in ones where both are in a folder "templates"', async () => {
    const folder = await folderOf();
    const before = process.cwd();
    process.chdir(folder);
    try {
      await call('eject', 'slides/quote');
      expect((await listed('templates')).filter(({ origin }) => origin === 'own')).toMatchObject([
        { name: 'slides/quote.md.hbs', shadows: true, builtInChanged: false },
      ]);
    } finally {
      process.chdir(before);
    }
  });

  it('tells of a built-in file that has changed since it was ejected', async () => {
    const folder = await folderOf();
    await call('eject', 'slides/quote', '--templates', folder);
    const file = path.join(folder, 'slides', 'quote.md.hbs');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/ [0-9a-f]{16} /, ' 0123456789abcdef '));
    expect((await listed(folder)).find(({ origin }) => origin === 'own')?.builtInChanged).toBe(true);
    expect((await call('templates', '--templates', folder)).out).toMatch(
      /^slides\/quote.md.hbs .* in place of the built-in one, which has CHANGED since it was ejected$/m,
    );
    await writeFile(file, 'written by hand');
    expect((await listed(folder)).find(({ origin }) => origin === 'own')?.builtInChanged).toBeUndefined();
  });
});
