/** Slides probed in the browser, each once: what was seen before is known by its content, theme and fonts. */

import type { Page } from 'puppeteer-core';
import type { BrowserPool } from '../browser/pool.js';
import { sha256 } from '../core/hash.js';
import { contentKey, Memo } from '../core/memo.js';
import { printable, type RenderedDeck } from '../render/document.js';
import { type Inspection, inspectSlides } from './inspect.js';

/** Pixels that rounding may take. */
const TOLERANCE = 1;

/** What was seen of slides, by what they were made from. */
export type Cached<T> = Readonly<Record<string, T>>;

/** One way to look at slides. */
export interface Probe<T> {
  /** What it does, in full: another look has other results. */
  version: string;
  /** Looks at a page of slides; one result a slide. */
  at(page: Page): Promise<readonly T[]>;
}

/** The look that finds out whether slides fit, and what can be read on them. */
export const INSPECTION: Probe<Inspection> = {
  version: inspectSlides.toString(),
  at: (page) => page.evaluate(inspectSlides, TOLERANCE),
};

/** Looks at the slides of a page, once its pictures and fonts are there. */
export function probe<T>(html: string, look: Probe<T>, pool: BrowserPool): Promise<readonly T[]> {
  return pool.use(async (page) => {
    await page.setContent(html, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return look.at(page);
  });
}

/** Slides and what was seen of them in one way. */
export class ProbeCache<T> {
  readonly #pool: BrowserPool;
  readonly #look: Probe<T>;
  readonly #known: Memo<Promise<T>>;
  readonly #earlier: ReadonlyMap<string, T>;
  /** What was asked for. */
  readonly #used = new Map<string, Promise<T>>();

  /** `known` is shared with other builds; `earlier` is what an earlier build saw. */
  constructor(
    pool: BrowserPool,
    look: Probe<T>,
    known: Memo<Promise<T>> = new Memo(),
    earlier: Cached<T> = {},
  ) {
    this.#pool = pool;
    this.#look = look;
    this.#known = known;
    this.#earlier = new Map(Object.entries(earlier));
  }

  /** What this build needed to know, for the next one. */
  async used(): Promise<Cached<T>> {
    const entries = [...this.#used].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(await Promise.all(entries.map(async ([key, seen]) => [key, await seen])));
  }

  /** What is seen of each slide of some decks. */
  async of(decks: readonly RenderedDeck[]): Promise<T[][]> {
    const browser = await this.#pool.version();
    return Promise.all(decks.map((rendered) => Promise.all(this.#ofDeck(rendered, browser))));
  }

  /** Slides that nothing is known of are shown together. */
  #ofDeck(rendered: RenderedDeck, browser: string): Promise<T>[] {
    const ground = this.#groundOf(rendered, browser);
    const slides = rendered.slides.map((html) => ({ html, key: keyOf(html, ground) }));
    const unknown = new Map(
      slides.flatMap(({ html, key }) =>
        this.#known.has(key) || this.#earlier.has(key) ? [] : [[key, html] as const],
      ),
    );
    const places = [...unknown.keys()];
    const probed = this.#probe(rendered, [...unknown.values()]);
    // Whoever asked for a slide is told.
    probed.catch(() => undefined);
    return slides.map(({ key }) => {
      const seen = this.#known.of(key, async () => {
        const one = this.#earlier.get(key) ?? (await probed)[places.indexOf(key)];
        if (one === undefined) throw new Error('the browser did not show a slide');
        return one;
      });
      this.#used.set(key, seen);
      return seen;
    });
  }

  async #probe(rendered: RenderedDeck, slides: readonly string[]): Promise<readonly T[]> {
    if (slides.length === 0) return [];
    return probe(printable({ ...rendered, slides }), this.#look, this.#pool);
  }

  /** What all slides of a deck have in common: styles, fonts, the browser, and the way of looking. */
  #groundOf({ css, fontKey }: RenderedDeck, browser: string): string {
    return contentKey(css, fontKey, browser, this.#look.version);
  }
}

function keyOf(html: string, ground: string): string {
  return sha256(`${withoutNumber(html)}\0${ground}`);
}

/** A slide without its number, which is of one height whatever it is. */
export function withoutNumber(html: string): string {
  return html.replace(/ (?:id|data-marpit-pagination(?:-total)?)="\d+"/g, '');
}
