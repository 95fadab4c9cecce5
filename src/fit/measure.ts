/** Slides measured in the browser, each once: what was measured before is known by its content, theme and fonts. */
import { createHash } from 'node:crypto';
import type { BrowserPool } from '../browser.js';
import { type Proof, printable, slidesIn } from '../render/document.js';
import { type Finding, inspectSlides } from './inspect.js';

/** Pixels that rounding may take. */
const TOLERANCE = 1;

/** Findings of slides by what they were measured from. */
export type Measured = Readonly<Record<string, readonly Finding[]>>;

export class Measurements {
  readonly #pool: BrowserPool;
  readonly #known: Map<string, readonly Finding[]>;
  readonly #used = new Set<string>();

  /** `earlier` is what an earlier build found. */
  constructor(pool: BrowserPool, earlier: Measured = {}) {
    this.#pool = pool;
    this.#known = new Map(Object.entries(earlier));
  }

  /** What this build needed to know, for the next one. */
  used(): Measured {
    return Object.fromEntries([...this.#used].sort().map((key) => [key, this.#known.get(key) ?? []]));
  }

  /** Findings for each slide of some decks, which share their theme. */
  async of(proofs: readonly Proof[]): Promise<(readonly Finding[])[][]> {
    const browser = await this.#pool.version();
    const decks = proofs.map((proof) => ({
      proof,
      slides: slidesIn(proof.html).map((html) => ({ html, key: keyOf(html, proof, browser) })),
    }));
    for (const { key } of decks.flatMap(({ slides }) => slides)) this.#used.add(key);
    for (const { proof, slides } of decks) {
      const unknown = slides.filter(({ key }) => !this.#known.has(key));
      if (unknown.length === 0) continue;
      const html = printable({
        ...proof,
        html: `<div class="marpit">${unknown.map((slide) => slide.html).join('')}</div>`,
      });
      const found = await this.#pool.use(async (page) => {
        await page.setContent(html, { waitUntil: 'load' });
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        return page.evaluate(inspectSlides, TOLERANCE);
      });
      unknown.forEach(({ key }, i) => {
        this.#known.set(key, found[i] ?? []);
      });
    }
    return decks.map(({ slides }) => slides.map(({ key }) => this.#known.get(key) ?? []));
  }
}

/** A slide without its number, which is of one height whatever it is. */
function keyOf(html: string, { css, fontCss }: Proof, browser: string): string {
  const content = html.replace(/ (?:id|data-marpit-pagination(?:-total)?)="\d+"/g, '');
  const parts = [content, css, fontCss, browser, inspectSlides.toString()];
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}
