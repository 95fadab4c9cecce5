/** Slides measured in the browser, each once: what was measured before is known by its content, theme and fonts. */
import { createHash } from 'node:crypto';
import type { BrowserPool } from '../export/browser.js';
import { type Proof, printable, slidesIn } from '../render/document.js';
import { type Finding, inspectSlides } from './inspect.js';

/** Pixels that rounding may take. */
const TOLERANCE = 1;

export class Measurements {
  readonly #pool: BrowserPool;
  readonly #known = new Map<string, readonly Finding[]>();

  constructor(pool: BrowserPool) {
    this.#pool = pool;
  }

  /** Findings for each slide of some decks, which share their theme. */
  async of(proofs: readonly Proof[]): Promise<(readonly Finding[])[][]> {
    const decks = proofs.map((proof) => ({
      proof,
      slides: slidesIn(proof.html).map((html) => ({ html, key: keyOf(html, proof) })),
    }));
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
function keyOf(html: string, { css, fontCss }: Proof): string {
  const content = html.replace(/ (?:id|data-marpit-pagination(?:-total)?)="\d+"/g, '');
  return createHash('sha256').update(content).update(css).update(fontCss).digest('hex');
}
