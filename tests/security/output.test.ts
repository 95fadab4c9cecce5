/** The output folder: nothing outside it is written, nothing of somebody else's is replaced, no two files are one. */
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, readlink, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BriefError, MachineError, UsageError } from '../../src/core/problem.js';
import { writeAll } from '../../src/output/write.js';
import { openProject } from '../../src/pipeline/project.js';
import { filesIn } from '../decks/files.js';
import { folderOf } from '../load/folder-of.js';

const BUILD = [
  { name: 'b/public-short.html', bytes: 'new deck' },
  { name: 'b/public-short.json', bytes: 'new manifest' },
  { name: 'index.html', bytes: 'new index' },
  { name: '.seen.json', bytes: '{}' },
];
const WRITTEN = Object.fromEntries(BUILD.map(({ name, bytes }) => [name, bytes]));

const contents = async (folder: string) =>
  Object.fromEntries([...(await filesIn(folder))].map(([name, bytes]) => [name, bytes.toString()]));

describe('an output folder', () => {
  it('may be a link, and may have files of others beside those of a build', async () => {
    const folder = await folderOf({ 'real/b/mine.txt': 'mine', 'real/b/brief.yaml': 'mine' });
    await symlink(path.join(folder, 'real'), path.join(folder, 'out'));
    await writeAll(path.join(folder, 'out'), BUILD);
    await writeAll(path.join(folder, 'out'), BUILD);
    expect(await contents(path.join(folder, 'real'))).toEqual({
      ...WRITTEN,
      'b/mine.txt': 'mine',
      'b/brief.yaml': 'mine',
    });
  });

  it.each(['index.html', 'b/public-short.json', 'b/public-short.html'])(
    'keeps a %s that no build wrote',
    async (name) => {
      const out = await folderOf({ [name]: 'mine' });
      await expect(writeAll(out, BUILD)).rejects.toBeInstanceOf(UsageError);
      await expect(writeAll(out, BUILD)).rejects.toThrow(`${path.join(out, name)}" is there already`);
      expect(await contents(out)).toEqual({ [name]: 'mine' });
    },
  );

  it('has a link with the name of a file replaced, and not what it leads to', async () => {
    const folder = await folderOf({ 'outside.html': 'mine', 'out/.seen.json': '{}', 'out/b/x': '' });
    const link = path.join(folder, 'out', 'b', 'public-short.html');
    await symlink(path.join(folder, 'outside.html'), link);
    await writeAll(path.join(folder, 'out'), BUILD);
    expect(await readFile(path.join(folder, 'outside.html'), 'utf8')).toBe('mine');
    expect(await readFile(link, 'utf8')).toBe('new deck');
    await expect(readlink(link)).rejects.toThrow();
  });

  it('keeps such a link where the build fails after it', async () => {
    const folder = await folderOf({ 'outside.html': 'mine', 'out/.seen.json': '{}', 'out/b/z.html/x': '' });
    const link = path.join(folder, 'out', 'b', 'public-short.html');
    await symlink(path.join(folder, 'outside.html'), link);
    const files = [...BUILD, { name: 'b/z.html', bytes: 'a folder is there' }];
    await expect(writeAll(path.join(folder, 'out'), files)).rejects.toBeInstanceOf(MachineError);
    expect(await readlink(link)).toBe(path.join(folder, 'outside.html'));
    expect(await readFile(link, 'utf8')).toBe('mine');
  });

  it('is not left by a folder that is a link', async () => {
    const folder = await folderOf({ 'outside/x': 'mine', 'out/.seen.json': '{}' });
    await symlink(path.join(folder, 'outside'), path.join(folder, 'out', 'b'));
    await expect(writeAll(path.join(folder, 'out'), BUILD)).rejects.toThrow('is a link that leads out of');
    expect(await contents(path.join(folder, 'outside'))).toEqual({ x: 'mine' });
    expect(await contents(path.join(folder, 'out'))).toEqual({ '.seen.json': '{}' });
  });
});

describe('names of files', () => {
  const refusal = async (...names: string[]) => {
    const out = path.join(await folderOf(), 'out');
    const error = await writeAll(
      out,
      names.map((name) => ({ name, bytes: name })),
    ).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  };

  it('are not there twice, nor by another case or composition', async () => {
    // The audience "a" with the length "b-c", and the audience "a-b" with the length "c".
    expect(await refusal('b/a-b-c.html', 'b/a-b-c.html')).toContain('one file: "b/a-b-c.html"');
    expect(await refusal('b/Public-short.html', 'b/public-short.html')).toContain(
      'and "b/public-short.html"',
    );
    expect(await refusal('b/caf\u00E9-short.html', 'b/cafe\u0301-short.html')).toContain('one file');
  });

  it.each(['con/a-b.html', 'nul/a-b.html', 'aux/a-b.html', 'com1/a-b.html', 'b/lpt9.html'])(
    'are no devices: %s',
    async (name) => {
      expect(await refusal(name)).toContain('is a device');
    },
  );

  it.each(['../b.html', 'b/../../c.html', '/etc/x', 'b\\c.html', 'b/a:b.html', 'b/.', 'b//c', 'b/x. ', ''])(
    'do not lead elsewhere: %s',
    async (name) => {
      expect(await refusal(name)).toContain('is no name for a file');
    },
  );

  it.each(['index/index-flash.html', 'console/a-b.html', 'b/a.speaker.html'])(
    'are fine: %s',
    async (name) => {
      const out = await folderOf();
      await writeAll(out, [{ name, bytes: 'x' }]);
      expect(await contents(out)).toEqual({ [name]: 'x' });
    },
  );
});

describe('two briefs', () => {
  const brief = (id: string) => `id: ${id}\ntitle: T\nasOf: 2026-03-02\nbottomLine: It is shut.\n`;

  it('of one id in one call are an error', async () => {
    const folder = await folderOf({ 'one/brief.yaml': brief('b'), 'two/brief.yaml': brief('b') });
    await expect(openProject({ briefs: [folder] })).rejects.toThrow('the brief id "b" is taken by');
  });

  it.each(['B', 'Bridge', 'a/b', '..', 'b.c', 'b c'])(
    'cannot differ by case or lead elsewhere: %s',
    async (id) => {
      const folder = await folderOf({ 'brief.yaml': brief(JSON.stringify(id)) });
      await expect(openProject({ briefs: [folder] })).rejects.toBeInstanceOf(BriefError);
    },
  );
});

describe('a full disk', () => {
  const EARLIER = { '.seen.json': 'old', 'b/public-short.html': 'old deck', 'index.html': 'old index' };

  /** A small file system of its own; `undefined` where this user may not mount one. */
  async function small(options: string): Promise<string | undefined> {
    const folder = await folderOf();
    const disk = path.join(folder, 'disk');
    await mkdir(disk);
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk]);
    if (status !== 0) return undefined;
    onTestFinished(() => void spawnSync('umount', [disk]));
    return disk;
  }

  async function fill(disk: string): Promise<void> {
    for (const [name, text] of Object.entries(EARLIER)) {
      await mkdir(path.dirname(path.join(disk, name)), { recursive: true });
      spawnSync('tee', [path.join(disk, name)], { input: text });
    }
  }

  it('leaves the earlier decks whole, whichever write fails', async (context) => {
    // 6 inodes hold the earlier files; each further one lets one more write of the new build succeed.
    const ends: string[] = [];
    for (let inodes = 6; inodes <= 30 && ends.at(-1) !== 'written'; inodes++) {
      const disk = await small(`size=1m,nr_inodes=${inodes}`);
      if (disk === undefined) context.skip('this user may not mount a file system');
      else {
        await fill(disk);
        const before = await contents(disk);
        const error = await writeAll(disk, [...BUILD, { name: 'c/public-short.html', bytes: 'new' }]).catch(
          (thrown: unknown) => thrown,
        );
        if (error === undefined) {
          ends.push('written');
          expect(await contents(disk)).toEqual({ ...WRITTEN, 'c/public-short.html': 'new' });
        } else {
          ends.push('refused');
          expect(error).toMatchObject({ name: 'MachineError', exitCode: 3 });
          expect(String(error)).toMatch(/the disk (?:is|may be) full/);
          expect(await contents(disk)).toEqual(before);
        }
        expect(spawnSync('ls', ['-A', disk], { encoding: 'utf8' }).stdout).not.toContain('.staging-');
      }
    }
    expect(ends.filter((end) => end === 'refused').length).toBeGreaterThan(3);
    expect(ends.at(-1)).toBe('written');
  });

  it.skipIf(process.platform === 'win32')('leaves them whole where a file grows too large', async () => {
    for (const large of [0, 1, 2, 3]) {
      const out = await folderOf(EARLIER);
      const files = BUILD.map(({ name }, i) => ({ name, bytes: i === large ? 'x'.repeat(9000) : 'new' }));
      const script = `import { writeAll } from './dist/output/write.js';
        await writeAll(${JSON.stringify(out)}, ${JSON.stringify(files)}).catch((error) => {
          console.log(error.message);
          process.exitCode = error.exitCode;
        });`;
      const shell = `trap '' XFSZ; ulimit -f 8; exec "$0" --input-type=module -e "$1"`;
      const { status, stdout } = spawnSync('bash', ['-c', shell, process.execPath, script], {
        encoding: 'utf8',
      });
      expect([status, stdout]).toEqual([3, expect.stringContaining('it is larger than a file may be there')]);
      expect(await contents(out)).toEqual(EARLIER);
    }
  });
});
