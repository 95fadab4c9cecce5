/** Drafts: decks of a brief that falls short, which say so everywhere, and leaks that stop them all the same. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { verify } from '../../src/certificates/verify.js';

import { PdfReader } from '../../src/unpack/pdf-reader.js';
import { call } from '../cli/call.js';
import { folderOf } from '../load/folder-of.js';
import { sharedSession } from './browser.js';
import { filesIn } from './files.js';

const { build, pool } = sharedSession();

/** A title that fits on no slide. */
const LONG = 'The bridge is shut '.repeat(100).trim();

const BRIEF = `id: b
title: ${LONG}
asOf: 2026-03-02
marking: TLP:CLEAR
bottomLine: The bridge stays shut, and 45 lorries wait.
claims:
  - { id: hidden, text: The minister goes to Zanzibar., status: confirmed, marking: TLP:RED }
  - { id: closed, text: The decks are closed., status: confirmed, importance: 5, notes: Say it slowly to the room. }
`;
const CLEAN = BRIEF.replace(LONG, 'The bridge')
  .replace('and 45 lorries wait', 'and lorries wait')
  .replace('asOf', 'sources: { notice: { title: Notice, publisher: Port } }\nasOf')
  .replace('confirmed, importance', 'confirmed, sources: [notice], importance')
  .replace('confirmed, marking', 'confirmed, sources: [notice], marking');
/** A template that writes what is withheld. */
const LEAK = { 'templates/partials/foot.md.hbs': '<p class="foot">The minister goes to Zanzibar.</p>\n' };

const choice = (folder: string) => ({
  briefs: [path.join(folder, 'brief.yaml')],
  out: path.join(folder, 'out'),
  audiences: ['public'],
  lengths: ['short'],
});

describe('a brief that falls short', () => {
  it('is built as a draft, which says so on every slide and page, in title, file names and certificate', async () => {
    const folder = await folderOf({ 'brief.yaml': BRIEF });
    const out = path.join(folder, 'out');
    const { code, err } = await call(
      ...[
        'build',
        path.join(folder, 'brief.yaml'),
        '--out',
        out,
        '--audience',
        'public',
        '--length',
        'short',
      ],
      ...['--format', 'html,pdf,md', '--edition', 'all', '--draft'],
    );
    expect(err).toMatch(
      /\[unheld-number\][\s\S]*\[does-not-fit\][\s\S]*These decks are drafts: \d+ errors and/,
    );
    expect(code).toBe(0);
    const files = await filesIn(out);
    expect([...files.keys()].sort()).toEqual([
      '.seen.json',
      'b/public-short.draft.handout.pdf',
      'b/public-short.draft.html',
      'b/public-short.draft.json',
      'b/public-short.draft.md',
      'b/public-short.draft.pdf',
      'b/public-short.draft.speaker.html',
      'b/public-short.draft.speaker.md',
      'index.html',
    ]);
    const read = (name: string) => files.get(`b/public-short.draft.${name}`) ?? Buffer.of();

    const manifest = JSON.parse(read('json').toString());
    expect(manifest).toMatchObject({ draft: true, brief: { title: LONG } });
    expect(manifest.rules['unheld-number'].found).toMatchObject([{ severity: 'error' }]);
    expect(manifest.rules['does-not-fit'].found).toMatchObject([{ severity: 'error', slide: 1 }]);
    const slides: number = manifest.slides.length;
    expect(manifest.slides.at(-1)).toMatchObject({ kind: 'findings', seconds: 0 });

    const banners = await pool.use(async (page) => {
      const seen: unknown[] = [];
      for (let n = 1; n <= slides; n++) {
        await page.goto('about:blank');
        await page.goto(`file://${out}/b/public-short.draft.html#${n}`);
        seen.push(
          await page.evaluate(() => {
            const banner = document.querySelector('svg.bespoke-marp-active p.draft');
            const { x = 0, y = 0, width = 0, height = 0 } = banner?.getBoundingClientRect() ?? {};
            const top = document.elementFromPoint(x + width / 2, y + height / 2);
            return [document.title, top === banner && banner?.textContent];
          }),
        );
      }
      return seen;
    });
    expect(banners).toEqual(Array.from({ length: slides }, () => [`DRAFT: ${LONG}`, 'DRAFT']));
    expect(read('md').toString().split('<p class="draft">DRAFT</p>')).toHaveLength(slides + 1);

    const reader = new PdfReader();
    for (const name of ['pdf', 'handout.pdf']) {
      const { pages, info } = await reader.read(read(name));
      expect(pages.length).toBeGreaterThanOrEqual(slides);
      for (const { text } of pages) expect(text).toContain('DRAFT');
      expect(info.Title).toBe(`DRAFT: ${LONG}`);
    }
    const pdf = await reader.read(read('pdf'));
    await reader.close();
    const listed = pdf.pages.slice(-1)[0]?.text;
    expect(listed).toContain('bottomLine.text');
    expect(listed).toContain('the number 45');
    expect(listed).toContain('slide 1');
    for (const [, bytes] of files) expect(bytes.toString()).not.toContain('Zanzibar');

    const verified = await call('verify', out);
    expect(verified.code).toBe(1);
    expect(verified.err).toContain('b/public-short: is a draft, and no finished deck [draft]');
  });

  it('is no draft where it leaks, and nothing is written', async () => {
    const folder = await folderOf({ 'brief.yaml': BRIEF, ...LEAK });
    const options = { ...choice(folder), formats: ['html'], draft: true };
    await expect(build({ ...options, templates: path.join(folder, 'templates') })).rejects.toThrow(
      /\[withheld\]/,
    );
    expect((await filesIn(folder)).size).toBe(2);
  });

  it('is no draft where its templates do not say that it is one', async () => {
    const deck = await readFile('templates/deck.md.hbs', 'utf8');
    const without = deck.replace(/\{\{#if @root\.deck\.draft\}\}[\s\S]*?\{\{\/if\}\}/, '');
    expect(without).not.toBe(deck);
    const folder = await folderOf({ 'brief.yaml': BRIEF, 'templates/deck.md.hbs': without });
    const options = { ...choice(folder), formats: ['html'], draft: true };
    await expect(build({ ...options, templates: path.join(folder, 'templates') })).rejects.toThrow(
      /what says that it is a draft "DRAFT" cannot be read on the slide \[marking-missing\]/,
    );
  });
});

describe('a finished deck', () => {
  it('stays as it was beside its draft, and the index names both', async () => {
    const folder = await folderOf({ 'brief.yaml': CLEAN });
    const options = { ...choice(folder), formats: ['html'] };
    await build(options);
    const before = await filesIn(options.out);
    expect((await verify(options.out)).problems).toEqual([]);
    const { warnings } = await build({ ...options, draft: true });
    expect(warnings).toEqual([]);
    const after = await filesIn(options.out);
    for (const name of ['html', 'speaker.html', 'json'].map((ending) => `b/public-short.${ending}`))
      expect(after.get(name)?.equals(before.get(name) ?? Buffer.of()), name).toBe(true);
    const index = after.get('index.html')?.toString() ?? '';
    expect(index).toContain('<h4>short <span');
    expect(index).toContain('<h4>DRAFT: short <span');
    expect((await verify(options.out)).problems).toMatchObject([{ code: 'draft' }]);
    expect(JSON.parse(after.get('b/public-short.draft.json')?.toString() ?? '').slides).not.toContainEqual(
      expect.objectContaining({ kind: 'findings' }),
    );
  });
});
