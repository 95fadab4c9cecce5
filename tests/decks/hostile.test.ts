/** Rule 7 over whole decks: whatever stands in a brief is on the slide as the same characters, and does nothing. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Slide } from '../../src/compose/slide.js';
import type { LoadedBrief } from '../../src/load/load.js';
import { type Lengths, readAudience, readLengths, readLocale } from '../../src/load/profiles.js';
import { loadTemplates, type Templates } from '../../src/load/templates.js';
import { DeckRenderer } from '../../src/pipeline/deck-renderer.js';
import { familyOf, type PlannedDeck, wordFamily } from '../../src/pipeline/family.js';
import { presentable } from '../../src/render/document.js';
import { fold, HOSTILE, hostile } from '../arbitrary.js';
import { folderOf } from '../load/folder-of.js';
import { loadedFrom, visibleOf } from '../loaded.js';
import { sharedBrowser, watch } from './browser.js';
import { everyField, filledFields, freeTextFields } from './every-field.js';

const pool = sharedBrowser();
let templates: Templates;
let lengths: Lengths;
let renderer: DeckRenderer;

beforeAll(async () => {
  templates = await loadTemplates();
  lengths = readLengths(templates);
  renderer = new DeckRenderer(templates);
});

/** The most characters that some fields take. */
const MOST: readonly (readonly [field: RegExp, most: number])[] = [
  [/\.lead$/, 24],
  [/^notice$/, 80],
  [/\.short$/, 60],
  [/\.unit$/, 40],
];

/** A brief with one of these texts in each of its fields. */
function briefOf(texts: (i: number) => string): LoadedBrief {
  const input = everyField((at, i) => {
    const most = MOST.find(([field]) => field.test(at))?.[1] ?? 400;
    return fold([...texts(i)].slice(0, most).join('')) || 'x';
  });
  const table = {
    x: [texts(3), texts(4), texts(5)].map(fold),
    series: [
      { label: fold(texts(1)), values: [1, null, 2.5] },
      { label: fold(texts(2)), values: [2, 3, null] },
    ],
  };
  return loadedFrom(input, new Map([['table', table]]));
}

/** What of a view is no text to be seen. */
const UNSEEN = new Set(
  'kind key number marking items id notes url src model size shape language attribution caveat scale percent aspect'.split(
    ' ',
  ),
);

/** A view with each of its texts replaced. */
function mapTexts<T>(value: T, replace: (text: string, key: string) => string, key = ''): T {
  if (UNSEEN.has(key)) return value;
  if (typeof value === 'string') return replace(value, key) as T;
  if (Array.isArray(value)) return value.map((part) => mapTexts(part, replace, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, mapTexts(part, replace, name)]),
  ) as T;
}

/** The texts that a slide shows. Its foot has the short names of its sources. */
function textsOf(slide: Slide): { shown: string[]; alt: string | undefined } {
  const shown: string[] = [];
  const { foot, ...frame } = slide;
  // A judgment under the bottom line is shown by its own fields, not by those of its row.
  const rest =
    frame.kind === 'bottom-line'
      ? {
          ...frame,
          rows: frame.rows.map((row) => (row.judgment ? { tag: row.tag, judgment: row.judgment } : row)),
        }
      : frame;
  mapTexts({ ...rest, labels: foot.map((source) => source.label) }, (text, key) => {
    // What a link is called is seen by pointing at it.
    if (key !== 'alt' && key !== 'label' && text !== '') shown.push(fold(text));
    return text;
  });
  const alt =
    slide.kind === 'chart'
      ? slide.chart.alt
      : slide.kind === 'picture'
        ? slide.image.alt
        : slide.kind === 'quote'
          ? slide.portrait?.alt
          : undefined;
  return { shown, alt: alt === undefined ? undefined : fold(alt) };
}

interface SeenSlide {
  text: string;
  /** Elements with the names of their attributes, in order; of a drawn chart only the outermost. */
  elements: string[];
  links: string[];
  alt: string | undefined;
  /** What a drawn chart is made of. */
  drawn: string[];
}

interface SeenDeck {
  title: string;
  author: string | undefined;
  scripts: number;
  styles: number;
  notes: string[][];
  slides: SeenSlide[];
}

/** Runs in the page. */
function look(): SeenDeck {
  const slides = [...document.querySelectorAll('div.marpit > svg > foreignObject > section')].map(
    (section): SeenSlide => {
      const all = [...section.querySelectorAll('*')];
      const named = (element: Element) =>
        [
          element.tagName.toLowerCase(),
          ...[...element.attributes].map((attribute) => attribute.name).sort(),
        ].join(' ');
      const isDrawn = (element: Element) => element.parentElement?.closest('svg.chart') !== null;
      return {
        text: (section.textContent ?? '').replace(/\s+/gu, ' '),
        elements: all.filter((element) => !isDrawn(element) && !element.matches('span.whole')).map(named),
        links: [...section.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? ''),
        alt:
          section.querySelector('svg.chart')?.getAttribute('aria-label') ??
          section.querySelector('img')?.getAttribute('alt') ??
          undefined,
        drawn: [...new Set(all.filter(isDrawn).map(named))],
      };
    },
  );
  const notes = [...document.querySelectorAll('.bespoke-marp-note')].map((note) =>
    [...note.querySelectorAll('p')].map((paragraph) => paragraph.textContent ?? ''),
  );
  return {
    title: document.title,
    author: document.querySelector('meta[name="author"]')?.getAttribute('content') ?? undefined,
    scripts: document.querySelectorAll('script').length,
    styles: document.querySelectorAll('style').length,
    notes,
    slides,
  };
}

/** A deck as a browser has it, opened from a file. */
async function opened({ deck, locale }: PlannedDeck, folder: string): Promise<SeenDeck> {
  const rendered = await renderer.rendered(deck, renderer.markdown(deck, locale, false));
  const file = path.join(folder, 'deck.html');
  await writeFile(
    file,
    presentable(rendered, {
      notes: renderer.notes(deck, locale),
      talk: { seconds: [], words: locale.words },
    }),
  );
  return pool.use(async (page) => {
    const { errors, requests, stop } = watch(page);
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    const seen = await page.evaluate(look);
    // What would be loaded or run later has had the time to.
    await new Promise((resolve) => setTimeout(resolve, 100));
    stop();
    expect(errors).toEqual([]);
    expect(requests.filter((url) => url !== pathToFileURL(file).href)).toEqual([]);
    return seen;
  });
}

/** The full deck of a brief for an audience. */
function fullDeck(loaded: LoadedBrief, audience: string): PlannedDeck {
  const member = familyOf(
    wordFamily(
      visibleOf(loaded),
      readAudience(templates, audience),
      readLocale(templates, loaded.brief.language),
    ),
    lengths,
  ).at(-1);
  if (!member) throw new Error('no deck');
  return member;
}

async function staysText(texts: (i: number) => string, audience: string): Promise<void> {
  const folder = await folderOf();
  const loaded = briefOf(texts);
  await renderer.addImages(visibleOf(loaded));
  const member = fullDeck(loaded, audience);
  const { deck } = member;
  const seen = await opened(member, folder);
  const plain = await opened(
    {
      ...member,
      deck: {
        ...deck,
        title: 'x',
        author: 'x',
        slides: deck.slides.map((slide) => mapTexts(slide, (text) => (text === '' ? '' : 'x'))),
      },
    },
    folder,
  );

  expect(seen.slides).toHaveLength(deck.slides.length);
  expect({ ...seen, title: fold(seen.title), slides: [] }).toEqual({
    title: fold(deck.title),
    author: deck.author,
    scripts: plain.scripts,
    styles: plain.styles,
    notes: deck.slides.filter((slide) => slide.notes.length > 0).map((slide) => slide.notes.map(fold)),
    slides: [],
  });
  deck.slides.forEach((slide, i) => {
    const found = seen.slides[i];
    const { shown, alt } = textsOf(slide);
    for (const text of shown) expect(found?.text).toContain(text);
    expect(found?.alt === undefined ? undefined : fold(found.alt)).toBe(alt);
    expect(found?.elements).toEqual(plain.slides[i]?.elements);
    expect(
      found?.elements.filter((element) => /^(img|script|style|iframe|object|link)\b/.test(element)),
    ).toEqual(slide.kind === 'picture' || slide.kind === 'quote' ? ['img alt src'] : []);
    const sources = slide.kind === 'sources' ? slide.sources : slide.foot;
    expect(found?.links.filter((link) => !/^#\d+$/.test(link))).toEqual(
      sources.flatMap((source) => source.url ?? []),
    );
    for (const element of found?.drawn ?? [])
      expect(element).toMatch(
        /^(defs|g|path|rect|circle|line|text|tspan|pattern|clippath|title|desc|style|use)\b(?!.* on)(?!.*href)/,
      );
  });
}

describe('a brief with hostile words in every field', () => {
  it('has words in every field of free text that the schema has', () => {
    const NO_WORDS = [
      '$schema',
      'language',
      'asOf',
      'decisions[].due',
      'events[].date',
      'measures.*.asOf',
      'measures.*.derived',
      'quotes[].date',
      'sources.*.accessed',
      'sources.*.issued',
      // Stand in no deck: in its certificate, which is JSON.
      ...['by', 'rule', 'why'].map((field) => `accept[].${field}`),
    ];
    // Rivals are words of other parts and one question, which is a text like every headline.
    const OF_RIVALS = ['notes', 'question', 'sources[].evidence'].map((field) => `rivals[].${field}`);
    const OTHER_FORMS = [
      'bottomLine',
      'title',
      ...['csv', 'json'].flatMap((form) => [`charts[].${form}.y`, `charts[].${form}.where.*[]`]),
    ];
    expect(
      freeTextFields().filter((field) => ![...NO_WORDS, ...OTHER_FORMS, ...OF_RIVALS].includes(field)),
    ).toEqual(filledFields());
  });

  it('shows slides of every kind', () => {
    let count = 0;
    const { deck } = fullDeck(
      // No two are the same: a claim that says the bottom line has no slide.
      briefOf(() => `word ${count++}`),
      'analyst',
    );
    expect([...new Set(deck.slides.map((slide) => slide.kind))].sort()).toEqual([
      'big-number',
      'bottom-line',
      'chart',
      'claims',
      'comparison',
      'data',
      'decision',
      'judgments',
      'option',
      'outlook',
      'people',
      'picture',
      'question',
      'quote',
      'section',
      'sources',
      'timeline',
      'title',
    ]);
  });

  const SHIFTS = [0, 19, 37];
  it.each(
    ['executive', 'analyst', 'public'].flatMap((audience) =>
      SHIFTS.map((shift) => [audience, shift] as const),
    ),
  )('is the same text for %s, words from %i on', async (audience, shift) => {
    await staysText((i) => HOSTILE[(i + shift) % HOSTILE.length] ?? '', audience);
  });

  it('is the same text whatever the words', async () => {
    const deck = fc.array(hostile, { minLength: 30, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(deck, (texts) => staysText((i) => texts[i % texts.length] ?? '', 'analyst')),
      { numRuns: 8, endOnFailure: true },
    );
  });
});
