import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserPool } from '../../src/browser/pool.js';
import { BriefError } from '../../src/core/problem.js';
import { type FittedDeck, fitFamily } from '../../src/fit/fit.js';
import { INSPECTION, ProbeCache } from '../../src/fit/probe-cache.js';
import type { LoadedBrief } from '../../src/load/load.js';
import { DeckRenderer } from '../../src/pipeline/deck-renderer.js';
import { openProject, type Project } from '../../src/pipeline/project.js';
import { printable } from '../../src/render/document.js';
import { printPdf } from '../../src/render/pdf.js';
import { fold } from '../arbitrary.js';
import { visibleOf } from '../loaded.js';
import { stretched } from './stretch.js';

let pool: BrowserPool;
let project: Project;
let renderer: DeckRenderer;

beforeAll(async () => {
  pool = new BrowserPool();
  project = await openProject({ briefs: [], audiences: ['analyst'] });
  renderer = new DeckRenderer(project.templates);
});

afterAll(async () => {
  await pool.close();
});

async function settled(loaded: LoadedBrief): Promise<readonly FittedDeck[]> {
  const [audience] = project.audiences;
  if (!audience) throw new Error('no audience');
  return fitFamily(
    { whole: loaded, loaded: visibleOf(loaded), audience, open: undefined },
    project,
    renderer,
    new ProbeCache(pool, INSPECTION),
  );
}

interface Word {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Every text of a PDF with its place, page by page, in CSS pixels: by another program than the one that fits. */
async function readPdf(member: FittedDeck): Promise<Word[][]> {
  const pdf = await pool.use((page) => printPdf(page, printable(member.rendered)));
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: Word[][] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!('transform' in item) || !/[\p{L}\p{N}]/u.test(item.str)) return [];
        const [, , , size = 0, x = 0, y = 0] = (item.transform as number[]).map((value) => (value * 4) / 3);
        return [
          {
            text: item.str,
            left: x,
            right: x + (item.width * 4) / 3,
            top: 720 - y - size * 0.75,
            bottom: 720 - y + size * 0.2,
          },
        ];
      }),
    );
  }
  return pages;
}

/** Words outside the page's margins, and words that lie on others. */
function misplaced(words: readonly Word[]): string[] {
  const outside = words.filter(
    ({ left, right, top, bottom }) => left < 24 || right > 1256 || top < 16 || bottom > 712,
  );
  const meets = (a: Word, b: Word) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
  const covered = words.filter((word, i) => words.some((other, j) => j > i && meets(word, other)));
  return [
    ...outside.map((word) => `outside: ${word.text}`),
    ...covered.map((word) => `covered: ${word.text}`),
  ];
}

/** Letters and figures of a text, which survive every break of line. */
const letters = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Decks of all lengths fit by the same measurement; the shortest and the longest are printed and read. */
async function expectFit(loaded: LoadedBrief): Promise<void> {
  const family = await settled(loaded);
  for (const member of [...family.slice(0, 1), ...family.slice(-1)]) {
    const pages = await readPdf(member);
    expect(pages).toHaveLength(member.deck.slides.length);
    expect(pages.flatMap(misplaced)).toEqual([]);
    expect(member.plan.seconds).toBeLessThanOrEqual(member.plan.length.seconds);
    const text = letters(
      pages
        .flat()
        .map((word) => word.text)
        .join(''),
    );
    for (const item of member.plan.items) {
      if (item.type !== 'indicator' && item.type !== 'quote') continue;
      // The system's own fonts stand in for other scripts, and not every system has them.
      if (/[\p{Script=Hangul}\p{Script=Arabic}]/u.test(item.data.text)) continue;
      // Whole even where it goes on over several slides: each sentence is there.
      for (const sentence of fold(item.data.text).split(/(?<=[.!?])\s/))
        expect(text).toContain(letters(sentence));
    }
  }
}

describe('slides that fit', () => {
  it('are the samples as they are', async () => {
    for (const sample of ['kursk-tribute', 'air-quality', 'harbour-bridge'])
      await expectFit(await stretched(sample, 1));
  });

  it('are the samples with every text three times as long', async () => {
    await expectFit(await stretched('harbour-bridge', 3));
  });

  it('are the samples with every text ten times as long', async () => {
    await expectFit(await stretched('air-quality', 10));
  });

  it('are the samples with a word of 200 letters in every text', async () => {
    await expectFit(await stretched('harbour-bridge', 1, (text) => `${text} ${'a'.repeat(200)}.`));
  });

  it('are those of a brief with 200 claims', async () => {
    const loaded = await stretched('harbour-bridge', 1);
    const [first] = loaded.brief.claims;
    if (!first) throw new Error('no claim');
    loaded.brief.claims = Array.from({ length: 200 }, (_, i) => ({
      ...first,
      id: `claim-${i}`,
      topics: [`topic-${i % 9}`],
    }));
    loaded.brief.questions = [];
    await expectFit(loaded);
  });

  it('are those of texts in Korean, Arabic and Ukrainian', async () => {
    const scripts = [
      '북한 군인들이 러시아로 파견되었다고 한다.',
      'أُرسل جنود إلى روسيا منذ الخريف.',
      'Солдатів відправили до Росії восени.',
    ];
    // Texts take them in turn, so that one deck has all three.
    let texts = 0;
    const inTurn = () => scripts[texts++ % scripts.length] ?? '';
    await expectFit(
      await stretched('kursk-tribute', 1, () => {
        const script = inTurn();
        return `${script} ${script} ${script}`;
      }),
    );
  });
});

describe('a text that is longer than a slide', () => {
  it('goes on over several, cut between sentences, with its hedge on each', async () => {
    const loaded = await stretched('kursk-tribute', 1);
    const sentences = Array.from({ length: 60 }, (_, i) => `Sentence number ${i} is here to fill the slide.`);
    const claim = loaded.brief.claims.find(({ id }) => id === 'kursk');
    if (claim) claim.text = sentences.join(' ');
    const full = (await settled(loaded)).at(-1);
    const parts =
      full?.deck.slides.filter((slide) => slide.kind === 'claims' && slide.items.includes('kursk')) ?? [];
    expect(parts.length).toBeGreaterThan(1);
    const texts = parts.map((slide) => (slide.kind === 'claims' ? slide.headline.text : ''));
    expect(texts.join(' ')).toBe(sentences.join(' '));
    for (const slide of parts) {
      expect(slide.kind === 'claims' && slide.headline.hedges[0]?.attribution).toBe(claim?.attribution);
      expect(slide.foot).toHaveLength(1);
    }
  });

  it('fails the build where it cannot be cut, naming slide, item, element and pixels', async () => {
    const loaded = await stretched('kursk-tribute', 1);
    loaded.brief.title.text = 'word'.repeat(1500);
    const error: unknown = await settled(loaded).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BriefError);
    expect(String(error)).toMatch(
      /analyst-short, slide 1, title: h1 "word.*" runs \d+ px out of its place \[does-not-fit\]/,
    );
  });
});
