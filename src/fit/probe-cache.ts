/** Slides probed in the browser, each once: what was seen before is known by its content, theme and fonts. */

import type { Page } from 'puppeteer-core';
import type { BrowserPool } from '../browser/pool.js';
import { sha256 } from '../core/hash.js';
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

/** Slides and what was seen of them in one way. */
export class ProbeCache<T> {
  readonly #pool: BrowserPool;
  readonly #look: Probe<T>;
  readonly #earlier: ReadonlyMap<string, T>;
  /** What is known, or is being probed. */
  readonly #known = new Map<string, Promise<T>>();

  /** `earlier` is what an earlier build saw. */
  constructor(pool: BrowserPool, look: Probe<T>, earlier: Cached<T> = {}) {
    this.#pool = pool;
    this.#look = look;
    this.#earlier = new Map(Object.entries(earlier));
  }

  /** What this build needed to know, for the next one. */
  async used(): Promise<Cached<T>> {
    const entries = [...this.#known].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(await Promise.all(entries.map(async ([key, seen]) => [key, await seen])));
  }

  /** What is seen of each slide of some decks, which share their theme. */
  async of(decks: readonly RenderedDeck[]): Promise<T[][]> {
    const browser = await this.#pool.version();
    return Promise.all(
      decks.map((rendered) => {
        const ground = this.#groundOf(rendered, browser);
        const slides = rendered.slides.map((html) => ({ html, key: keyOf(html, ground) }));
        const unknown = slides.filter(({ key }) => !this.#known.has(key) && !this.#earlier.has(key));
        const checked = unknown.length > 0 ? this.#lookAt(rendered, unknown) : Promise.resolve([]);
        unknown.forEach(({ key }, i) => {
          this.#known.set(
            key,
            checked.then((seen) => {
              const one = seen[i];
              if (one === undefined) throw new Error('the browser did not show a slide');
              return one;
            }),
          );
        });
        return Promise.all(
          slides.map(({ key }) => {
            const seen = this.#earlier.get(key);
            if (seen !== undefined) this.#known.set(key, Promise.resolve(seen));
            return this.#known.get(key) as Promise<T>;
          }),
        );
      }),
    );
  }

  #lookAt(rendered: RenderedDeck, slides: readonly { html: string }[]): Promise<readonly T[]> {
    const html = printable({ ...rendered, slides: slides.map((slide) => slide.html) });
    return this.#pool.use(async (page) => {
      await page.setContent(html, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      return this.#look.at(page);
    });
  }

  /** What all slides of a deck have in common: styles, fonts, the browser, and the way of looking. */
  #groundOf({ css, fontCss }: RenderedDeck, browser: string): string {
    return sha256([css, fontCss, browser, this.#look.version].join('\0'));
  }
}

/** A slide without its number, which is of one height whatever it is. */
function keyOf(html: string, ground: string): string {
  return sha256(`${html.replace(/ (?:id|data-marpit-pagination(?:-total)?)="\d+"/g, '')}\0${ground}`);
}
