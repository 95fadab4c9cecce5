/** Slides looked at in the browser, each once: what was seen before is known by its content, theme and fonts. */
import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import type { BrowserPool } from '../browser.js';
import { type Proof, printable, slidesIn } from '../render/document.js';
import { type Inspection, inspectSlides } from './inspect.js';

/** Pixels that rounding may take. */
const TOLERANCE = 1;

/** What was seen of slides, by what they were made from. */
export type Seen<T> = Readonly<Record<string, T>>;

/** One way to look at slides. */
export interface Look<T> {
  /** What it does, in full: another look has other results. */
  version: string;
  /** Looks at a page of slides; one result a slide. */
  at(page: Page): Promise<readonly T[]>;
}

/** The look that finds out whether slides fit, and what can be read on them. */
export const INSPECTION: Look<Inspection> = {
  version: inspectSlides.toString(),
  at: (page) => page.evaluate(inspectSlides, TOLERANCE),
};

/** Slides and what was seen of them in one way. */
export class Memory<T> {
  readonly #pool: BrowserPool;
  readonly #look: Look<T>;
  readonly #known: Map<string, T>;
  readonly #used = new Set<string>();

  /** `earlier` is what an earlier build saw. */
  constructor(pool: BrowserPool, look: Look<T>, earlier: Seen<T> = {}) {
    this.#pool = pool;
    this.#look = look;
    this.#known = new Map(Object.entries(earlier));
  }

  /** What this build needed to know, for the next one. */
  used(): Seen<T> {
    return Object.fromEntries(
      [...this.#used].sort().flatMap((key): [string, T][] => {
        const seen = this.#known.get(key);
        return seen === undefined ? [] : [[key, seen]];
      }),
    );
  }

  /** What is seen of each slide of some decks, which share their theme. */
  async of(proofs: readonly Proof[]): Promise<T[][]> {
    const browser = await this.#pool.version();
    const decks = proofs.map((proof) => ({
      proof,
      slides: slidesIn(proof.html).map((html) => ({ html, key: this.#keyOf(html, proof, browser) })),
    }));
    for (const { key } of decks.flatMap(({ slides }) => slides)) this.#used.add(key);
    for (const { proof, slides } of decks) {
      const unknown = slides.filter(({ key }) => !this.#known.has(key));
      if (unknown.length === 0) continue;
      const html = printable({
        ...proof,
        html: `<div class="marpit">${unknown.map((slide) => slide.html).join('')}</div>`,
      });
      const seen = await this.#pool.use(async (page) => {
        await page.setContent(html, { waitUntil: 'load' });
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        return this.#look.at(page);
      });
      unknown.forEach(({ key }, i) => {
        const one = seen[i];
        if (one !== undefined) this.#known.set(key, one);
      });
    }
    return decks.map(({ slides }) =>
      slides.map(({ key }) => {
        const seen = this.#known.get(key);
        if (seen === undefined) throw new Error('the browser did not show a slide');
        return seen;
      }),
    );
  }

  /** A slide without its number, which is of one height whatever it is. */
  #keyOf(html: string, { css, fontCss }: Proof, browser: string): string {
    const content = html.replace(/ (?:id|data-marpit-pagination(?:-total)?)="\d+"/g, '');
    const parts = [content, css, fontCss, browser, this.#look.version];
    return createHash('sha256').update(parts.join('\0')).digest('hex');
  }
}
