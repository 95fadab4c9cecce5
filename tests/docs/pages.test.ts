/** The pages of docs/: those that follow from the code are what the code says, and every link leads somewhere. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const entries = await readdir('docs', { recursive: true });
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'data/README.md',
  ...entries.filter((name) => name.endsWith('.md')).map((name) => path.join('docs', name)),
];

/** `## The command line` is found by `#the-command-line`. */
const anchorsIn = (text: string) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('the pages of docs', () => {
  it('that are made from the code are as it is now', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/docs.mjs', '--check'], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });

  it.each(pages)('have links that lead somewhere: %s', async (page) => {
    const text = (await readFile(page, 'utf8')).replace(/```.*?```/gs, '');
    for (const [, link = ''] of text.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)) {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? page : path.join(path.dirname(page), file);
      expect(existsSync(target), `${page}: ${link}`).toBe(true);
      if (anchor !== undefined) expect(anchorsIn(await readFile(target, 'utf8')), link).toContain(anchor);
    }
  });

  it('are linked from the README or from a page that is', async () => {
    const all = (await Promise.all(pages.map((page) => readFile(page, 'utf8')))).join('\n');
    for (const page of pages.filter((name) => name.startsWith('docs/') && !name.startsWith('docs/rules/')))
      expect(all, page).toContain(path.basename(page));
  });
});
