/** A composed deck to Markdown and HTML: draw, template, render. What is the same for two decks is made once. */
import { createHash } from 'node:crypto';
import type { Deck, Slide } from './compose/slide.js';
import { drawChart } from './draw/draw.js';
import { chartStyle } from './draw/style.js';
import { registerFonts } from './draw/text.js';
import type { Locale } from './load/locale.js';
import type { Templates } from './load/templates.js';
import type { Proof } from './render/document.js';
import { FontEmbedder, type FontFace, readFontFaces } from './render/fonts.js';
import { createRenderer, type Renderer } from './render/marp.js';
import { portable } from './render/portable.js';
import { readTheme, type Theme } from './render/theme.js';
import { createEngine, type Engine } from './template/engine.js';

/** The sizes that charts are drawn at and shown at, in CSS pixels: on a slide as it is, and on one set closer. */
const CHART_SIZE = { width: 1136, height: 380 };
const DENSE_CHART_SIZE = { width: 1136, height: 280 };

interface House {
  theme: Theme;
  renderer: Renderer;
  faces: readonly FontFace[];
}

export class Press {
  readonly #templates: Templates;
  readonly #engine: Engine;
  readonly #embedder = new FontEmbedder();
  readonly #houses = new Map<string, House>();
  readonly #charts = new Map<string, string>();
  /** Drawn charts by the address of their image. */
  readonly #pictures = new Map<string, string>();

  constructor(templates: Templates) {
    this.#templates = templates;
    this.#engine = createEngine(templates);
  }

  /** The deck as Markdown. Without notes there are none in it, whatever a template does. */
  markdown(deck: Deck, locale: Locale, withNotes: boolean): string {
    const slides = deck.slides.map((slide) => ({
      ...this.#drawn(slide, deck),
      notes: withNotes ? slide.notes : [],
    }));
    return this.#engine('deck', { deck: { ...deck, slides }, slides, words: locale.words });
  }

  /** The deck as HTML, with the fonts that it needs. */
  async proof(deck: Deck, markdown: string): Promise<Proof> {
    const { renderer, faces } = this.#house(deck.theme);
    const rendered = renderer.render(markdown, this.#pictures);
    const { title, language, direction, author } = deck;
    return {
      ...rendered,
      head: { title, language, direction, author },
      fontCss: await this.#embedder.css(faces, rendered.html),
    };
  }

  /** Speaker notes of each slide of a deck's Markdown. */
  notes(deck: Deck, locale: Locale): string[][] {
    return this.#house(deck.theme).renderer.notesIn(this.markdown(deck, locale, true));
  }

  /** The Markdown as a file of its own, with theme and charts inside. */
  portable(deck: Deck, markdown: string): string {
    return portable(markdown, this.#house(deck.theme).theme.css, this.#pictures);
  }

  /** Fonts of a theme for a text, for pages that are not decks. */
  async fontCss(theme: string, text: string): Promise<string> {
    return this.#embedder.css(this.#house(theme).faces, text);
  }

  #drawn(slide: Slide, { theme, direction }: Deck): Slide {
    if (slide.kind !== 'chart') return slide;
    const size = slide.dense ? DENSE_CHART_SIZE : CHART_SIZE;
    const key = JSON.stringify([theme, direction, size, slide.chart.picture]);
    let src = this.#charts.get(key);
    if (src === undefined) {
      const house = this.#house(theme);
      const svg = drawChart(slide.chart.picture, chartStyle(house.theme.tokens), size, direction);
      src = `#chart-${createHash('sha256').update(svg).digest('hex').slice(0, 16)}`;
      this.#charts.set(key, src);
      this.#pictures.set(src, svg);
    }
    return { ...slide, chart: { ...slide.chart, src } };
  }

  #house(name: string): House {
    const known = this.#houses.get(name);
    if (known) return known;
    const theme = readTheme(this.#templates, name);
    const house = { theme, renderer: createRenderer(theme), faces: readFontFaces(theme.fonts) };
    registerFonts(house.faces);
    this.#houses.set(name, house);
    return house;
  }
}
