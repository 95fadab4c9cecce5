/** A handout as it is read back from its PDF: slide, notes and sources on each page, marked at top and bottom. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { letters } from '../../src/core/normalize.js';
import { UsageError } from '../../src/core/problem.js';
import type { BuildOptions } from '../../src/pipeline/options.js';
import { readPdf } from '../../src/unpack/read-pdf.js';
import { folderOf } from '../load/folder-of.js';
import { sharedSession } from './browser.js';

const { build } = sharedSession();

/** Three pages of words, each another one. */
const LONG = Array.from({ length: 260 }, (_, i) => `Sentence ${words(i)} is said here and nowhere else.`);

function words(i: number): string {
  return [...String(i)]
    .map((digit) => ['nil', 'uno', 'duo', 'tre', 'quat', 'quin', 'sex', 'sept', 'oct', 'nov'][Number(digit)])
    .join('');
}

const BRIEF = `id: bridge
title: 'Bridge </style> \\ "shut"'
asOf: 2026-03-02
bottomLine: { text: The bridge stays shut., sources: [notice], notes: Say it slowly. }
sources:
  notice: { title: Notice 14, publisher: Port Authority, issued: 2026-02-28 }
  board: { title: Minutes, publisher: Port board, marking: TLP:RED }
claims:
  - { id: closed, text: The decks are closed., status: confirmed, sources: [notice], importance: 5, topics: [a], marking: TLP:AMBER, notes: "${LONG.join(' ')}" }
  - { id: secret, text: The board has hidden a second crack., status: confirmed, sources: [board], marking: TLP:RED, notes: Never tell anybody of it. }
`;

async function handoutOf(more: Partial<BuildOptions> = {}) {
  const out = await folderOf();
  const brief = await folderOf({ 'brief.yaml': BRIEF });
  const { decks } = await build({
    briefs: [brief],
    audiences: ['executive'],
    lengths: ['full'],
    editions: ['handout'],
    rules: ['over-time=off'],
    out,
    ...more,
  });
  const [deck] = decks;
  const bytes = await readFile(path.join(out, 'bridge', 'executive-full.handout.pdf'));
  return { deck, bytes, pdf: await readPdf(bytes) };
}

describe('a handout', () => {
  it('has every slide with all that is said to it, over as many pages as it takes, each of them marked', async () => {
    const { deck, pdf } = await handoutOf();
    expect(deck?.files).toEqual(['bridge/executive-full.handout.pdf', 'bridge/executive-full.json']);
    const slides = deck?.manifest.slides.length ?? 0;
    expect(pdf.pages.length).toBeGreaterThan(slides + 1);
    const text = pdf.pages.map((page) => page.text).join(' ');
    // As it is read aloud: what stands in the margins is in no tag.
    const said = letters(pdf.pages.map((page) => page.inOrder).join(' '));
    for (const sentence of [...LONG, 'Say it slowly.'])
      expect(said.includes(letters(sentence)), sentence).toBe(true);
    for (const page of pdf.pages)
      expect(page.text.match(/TLP:(AMBER|CLEAR)/g)?.length).toBeGreaterThanOrEqual(2);
    // A page that only goes on with the notes bears the marking of their slide.
    expect(pdf.pages.filter((page) => !page.text.includes('TLP:CLEAR')).length).toBeGreaterThan(1);
    pdf.pages.forEach((page, i) => {
      expect(page.text).toContain(`Page ${i + 1} of ${pdf.pages.length}`);
    });
    expect(text).toContain('Bridge </style> \\ "shut" · As of 2 March 2026');
    expect(text).not.toContain('by the end');
    for (const secret of ['second crack', 'Never tell', 'Minutes']) expect(text).not.toContain(secret);
    expect(pdf.isTagged).toBe(true);
    expect(pdf.outline).toHaveLength(slides);
    expect(pdf.info).toMatchObject({ Language: 'en', Title: 'Bridge </style> \\ "shut"' });
  });

  it('is on A4, or on Letter', async () => {
    const sizeOf = async (bytes: Uint8Array) => {
      const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
      const page = await (await task.promise).getPage(1);
      const size = page.view.slice(2).map(Math.round);
      await task.destroy();
      return size;
    };
    expect(await sizeOf((await handoutOf()).bytes)).toEqual([595, 842]);
    expect(await sizeOf((await handoutOf({ paper: 'letter' })).bytes)).toEqual([612, 792]);
    await expect(handoutOf({ paper: 'a5' })).rejects.toThrow(UsageError);
  });

  it('is the same bytes twice', async () => {
    const [one, other] = await Promise.all([handoutOf(), handoutOf()]);
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });
});
