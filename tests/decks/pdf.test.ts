/** A whole build: its PDFs, its bytes, and what is left when it fails. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BriefError } from '../../src/core/problem.js';
import { build } from '../../src/pipeline/build.js';
import type { BuildOptions } from '../../src/pipeline/options.js';
import { readPdf } from '../../src/unpack/read-pdf.js';
import { tagsIn } from '../../src/unpack/tags.js';
import { folderOf } from '../load/folder-of.js';
import { filesIn } from './files.js';

const BRIEF = `id: bridge
title: Harbour bridge – stays “shut” (안녕)
author: Ana Ruiz & Co
asOf: 2026-03-02
bottomLine: { text: The bridge stays shut until mid-April., sources: [notice] }
sources:
  notice: { title: Notice 14, publisher: Port Authority, issued: 2026-02-28, url: "https://port.example/notices/14?a=1&b=(2)" }
  bulletin: { title: Members' bulletin, publisher: Hauliers, url: "https://hauliers.example/" }
measures:
  cost: { value: 1200000, unit: EUR, precision: about, status: estimated, attribution: hauliers, sources: [bulletin] }
claims:
  - { id: closed, text: The two decks have been closed since last night., status: confirmed, sources: [notice], importance: 5, topics: [traffic] }
  - { id: detour, text: "The detour costs {cost} a day.", status: estimated, attribution: hauliers, importance: 4, topics: [traffic] }
  - { id: crews, text: Crews work at night., status: reported, attribution: the port, importance: 3, topics: [works] }
  - { id: cable, text: The north cable lost a strand., status: confirmed, importance: 3, topics: [works] }
  - { id: ferries, text: The ferries sail at night., status: confirmed, importance: 2, topics: [works] }
charts:
  - id: routes
    headline: The northern detour costs more than the ferry
    kind: bar
    unit: EUR per lorry
    data: [{ label: Ferry, value: 140 }, { label: Northern detour, range: [260, 300] }]
    sources: [bulletin]
`;

async function briefFolder(text = BRIEF): Promise<string> {
  return folderOf({ 'brief.yaml': text });
}

const short = (briefs: string[], out: string, more: Partial<BuildOptions> = {}): BuildOptions => ({
  briefs,
  out,
  audiences: ['analyst'],
  lengths: ['short'],
  editions: ['audience'],
  rules: ['no-source=warn'],
  ...more,
});

afterEach(() => {
  delete process.env.SOURCE_DATE_EPOCH;
});

describe('a PDF', () => {
  it('is the deck: a page a slide, described, tagged, outlined, linked', async () => {
    const out = await folderOf();
    const { decks } = await build(short([await briefFolder()], out));
    const [deck] = decks;
    const bytes = (await filesIn(out)).get('bridge/analyst-short.pdf');
    const pdf = await readPdf(bytes ?? Buffer.alloc(0));

    expect(pdf.pages).toHaveLength(deck?.manifest.slides.length ?? 0);
    expect(pdf.info).toMatchObject({
      Title: 'Harbour bridge – stays “shut” (안녕)',
      Author: 'Ana Ruiz & Co',
      Subject: expect.stringContaining('TLP:CLEAR'),
      Language: 'en',
      CreationDate: expect.stringMatching(/^D:20260302000000/),
      ModDate: expect.stringMatching(/^D:20260302000000/),
    });
    expect(pdf.isTagged).toBe(true);
    const roles = pdf.pages.map((page) => tagsIn(page.tags).flatMap((tag) => tag.role ?? []));
    for (const page of roles) expect(page).toContain('H1');
    expect(roles.flat()).toEqual(expect.arrayContaining(['L', 'LI', 'Link', 'Table', 'Figure']));
    expect(JSON.stringify(pdf.pages.map((page) => page.tags))).toContain(
      'Bar chart: The northern detour costs more than the ferry. EUR per lorry: Ferry: €140; Northern detour: €260 to €300.',
    );
    expect(pdf.outline).toHaveLength(pdf.pages.length);
    expect(pdf.outline[0]).toBe('Harbour bridge – stays “shut” (안녕)');

    const links = pdf.pages.map((page) => [...new Set(page.links)]);
    for (const slide of deck?.manifest.slides ?? []) {
      const urls = slide.sources.map(
        (n) => deck?.manifest.sources.find((source) => source.number === n)?.url,
      );
      if (slide.kind !== 'sources') expect(links[slide.number - 1]).toEqual(urls);
    }
    expect(links.at(-1)).toEqual(['https://port.example/notices/14?a=1&b=(2)', 'https://hauliers.example/']);
  });

  it('has its text in reading order', async () => {
    const out = await folderOf();
    const { decks } = await build(short([await briefFolder()], out, { formats: ['pdf'] }));
    const pdf = await readPdf((await filesIn(out)).get('bridge/analyst-short.pdf') ?? Buffer.alloc(0));
    const at = decks[0]?.manifest.slides.findIndex((slide) => slide.kind === 'bottom-line') ?? -1;
    // A word may be in two pieces of content: spaces do not count.
    const normalize = (words: string) => words.replace(/\s/g, '').toLowerCase();
    const text = normalize(pdf.pages[at]?.inOrder ?? '');
    const parts = [
      'Bottom line',
      'The bridge stays shut until mid-April.',
      'The two decks have been closed since last night.',
      'The detour costs about €1.2 million a day.',
      'Estimate',
      'hauliers',
      'As of 2 March 2026',
      'Port Authority, 28 February 2026',
    ];
    const places = parts.map((part) => text.indexOf(normalize(part)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('is dated by SOURCE_DATE_EPOCH where that is set', async () => {
    process.env.SOURCE_DATE_EPOCH = '86400';
    const out = await folderOf();
    await build(short([await briefFolder()], out, { lengths: ['flash'], formats: ['pdf'] }));
    const pdf = await readPdf((await filesIn(out)).get('bridge/analyst-flash.pdf') ?? Buffer.alloc(0));
    expect(pdf.info.CreationDate).toMatch(/^D:19700102000000/);
  });
});

describe('a build', () => {
  const ALL = {
    lengths: ['flash', 'full'],
    audiences: ['analyst', 'public'],
    formats: ['html', 'pdf', 'md'],
    editions: ['all'],
  };

  it('gives the same bytes again, in the same folder and in another, one at a time or several', async () => {
    const brief = await briefFolder();
    const [one, other] = [await folderOf(), await folderOf()];
    await build(short([brief], one, ALL));
    const first = await filesIn(one);
    expect([...first.keys()]).toHaveLength(2 * 2 * 7 + 2);
    await build(short([brief], one, ALL));
    await build(short([brief], other, { ...ALL, jobs: 1 }));
    for (const again of [await filesIn(one), await filesIn(other)]) {
      expect([...again.keys()]).toEqual([...first.keys()]);
      for (const [name, bytes] of again)
        expect([name, bytes.equals(first.get(name) ?? Buffer.alloc(0))]).toEqual([name, true]);
    }
  });

  /** A folder with decks in it, and what fails to replace them. */
  async function unharmed(fail: (brief: string, out: string) => Promise<unknown>): Promise<void> {
    const brief = await briefFolder();
    const out = await folderOf();
    await build(short([brief], out, { lengths: ['flash'] }));
    const before = await filesIn(out);
    expect(before.size).toBeGreaterThan(3);
    await writeFile(path.join(brief, 'brief.yaml'), BRIEF.replace('mid-April', 'June'));
    await fail(brief, out);
    const after = await filesIn(out);
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [name, bytes] of after)
      expect([name, bytes.equals(before.get(name) ?? Buffer.alloc(0))]).toEqual([name, true]);
  }

  it('leaves the earlier decks as they were where a second brief is broken', async () => {
    const broken = await briefFolder(
      BRIEF.replace('id: bridge', 'id: other').replace('[notice], importance: 5', '[notise], importance: 5'),
    );
    await unharmed((brief, out) =>
      expect(build(short([brief, broken], out, { lengths: ['flash'] }))).rejects.toThrow(BriefError),
    );
  });

  it('leaves them where an audience may not see the second brief', async () => {
    const closed = await briefFolder(BRIEF.replace('id: bridge', 'id: other\nmarking: TLP:RED'));
    await unharmed((brief, out) =>
      expect(build(short([brief, closed], out, { lengths: ['flash'] }))).rejects.toThrow(
        /bottom line of "other" is TLP:RED/,
      ),
    );
  });

  it('leaves them where a text cannot be made to fit', async () => {
    const long = await briefFolder(
      BRIEF.replace('id: bridge', 'id: other').replace(
        'The north cable lost',
        `The ${'very '.repeat(390)}long cable lost`,
      ),
    );
    await unharmed(async (brief, out) => {
      const problems = await build(short([brief, long], out)).catch((error: unknown) =>
        error instanceof BriefError ? error.problems : [],
      );
      expect(problems).toContainEqual(
        expect.objectContaining({ code: 'does-not-fit', message: expect.stringContaining('cable') }),
      );
    });
  });

  it.each([0, 1])('leaves them where it is stopped after %i decks', async (count) => {
    await unharmed(async (brief, out) => {
      const controller = new AbortController();
      if (count === 0) controller.abort();
      const onProgress = (done: number) => {
        if (done === count) controller.abort();
      };
      const stopped = build(short([brief], out, { lengths: ['all'], signal: controller.signal, onProgress }));
      await expect(stopped).rejects.toThrow(/abort/i);
    });
  });
});
