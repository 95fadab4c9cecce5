/** The library's surface: a name that is added or lost here is a change of version. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as briefdeck from '../src/index.js';
import { folderOf } from './load/folder-of.js';

it('exports these names and no others', () => {
  expect(Object.keys(briefdeck).sort()).toEqual([
    'BriefError',
    'BriefdeckError',
    'MachineError',
    'ModelError',
    'UsageError',
    'briefJsonSchema',
    'build',
    'check',
    'doctor',
    'draft',
    'explain',
    'loadBrief',
    'openSession',
    'openaiModel',
    'propose',
    'readSources',
    'verify',
    'writeBrief',
  ]);
});

const BRIEF = 'id: bridge\ntitle: The bridge stays shut\nasOf: 2026-03-02\nbottomLine: It stays shut.\n';

describe('the library', () => {
  it('loads a brief as an object, which check and explain take', async () => {
    const folder = await folderOf({ 'brief.yaml': BRIEF });
    const loaded = await briefdeck.loadBrief(path.join(folder, 'brief.yaml'));
    expect(loaded.brief).toMatchObject({ id: 'bridge', marking: 'TLP:CLEAR', language: 'en', claims: [] });
    const choice = { briefs: [loaded], audiences: ['public'], lengths: ['flash'] };
    expect((await briefdeck.check(choice)).decks).toHaveLength(1);
    expect((await briefdeck.explain(choice)).map((plan) => plan.length.id)).toEqual(['flash']);
  });

  it('loads the same object from the same bytes', async () => {
    const folder = await folderOf({ 'a/brief.yaml': BRIEF, 'b/brief.yaml': BRIEF });
    const [a, b] = await Promise.all(
      ['a', 'b'].map((name) => briefdeck.loadBrief(path.join(folder, name, 'brief.yaml'))),
    );
    expect(a?.brief).toEqual(b?.brief);
  });

  it.each([
    ['a brief that falls short', 'brief.yaml', briefdeck.BriefError, 1],
    ['a file that is not there', 'nowhere.yaml', briefdeck.UsageError, 2],
    ['a folder', '.', briefdeck.UsageError, 2],
  ])('throws a typed error for %s', async (_, file, type, exitCode) => {
    const folder = await folderOf({ 'brief.yaml': 'title: The bridge\n' });
    const error: unknown = await briefdeck
      .loadBrief(path.join(folder, file))
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(type);
    expect(error).toBeInstanceOf(briefdeck.BriefdeckError);
    expect(error).toMatchObject({
      exitCode,
      problems: expect.arrayContaining([expect.objectContaining({ code: expect.any(String) })]),
    });
  });

  it('throws a typed error for a browser that is not there', async () => {
    const folder = await folderOf({ 'brief.yaml': BRIEF });
    const options = { briefs: [folder], out: path.join(folder, 'out'), browser: '/nope' };
    await expect(briefdeck.build(options)).rejects.toBeInstanceOf(briefdeck.MachineError);
  });

  it('prints nothing and never exits', async () => {
    const folder = await folderOf({ 'brief.yaml': 'title: The bridge\n' });
    const [out, err] = [process.stdout.write, process.stderr.write];
    let printed = '';
    process.stdout.write = process.stderr.write = (text: string | Uint8Array) => {
      printed += String(text);
      return true;
    };
    try {
      await briefdeck.check({ briefs: [folder] }).catch(() => undefined);
    } finally {
      process.stdout.write = out;
      process.stderr.write = err;
    }
    expect(printed).toBe('');
  });
});
