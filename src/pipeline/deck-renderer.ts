/** A composed deck to Markdown and HTML: draw, template, render. What is the same for two decks is made once. */

import { drawChart } from '../charts/draw/draw.js';
import { registerFonts } from '../charts/draw/fonts.js';
import { chartStyle } from '../charts/draw/style.js';
import { imageAddress } from '../compose/address.js';
import type { Deck, Slide, Style } from '../compose/slide.js';
import { sha256 } from '../core/hash.js';
import { BriefError } from '../core/problem.js';
import type { DrawnBrand } from '../images/brand.js';
import { embedImage } from '../images/image.js';
import type { Helpers } from '../load/helpers.js';
import { fill, type Locale } from '../load/locale.js';
import { showPath } from '../load/schema-errors.js';
import { type Templates, templatesWith } from '../load/templates.js';
import { applyBrand, isDark } from '../render/brand.js';
import { paragraphsOf, type RenderedDeck } from '../render/document.js';
import { draftTheme } from '../render/draft.js';
import { FontEmbedder, type FontFace, readFontFaces } from '../render/fonts.js';
import { type HandoutFrame, handout, type Paper, type Sheet } from '../render/handout.js';
import { createRenderer, type Renderer } from '../render/marp.js';
import { portable } from '../render/standalone-markdown.js';
import { readTheme, type Theme } from '../render/theme.js';
import { createEngine, type Engine } from '../template/engine.js';
import type { VisibleLoaded } from '../visible/visible.js';
import { formatDate } from '../words/dates.js';

/** The sizes that charts are drawn at and shown at, in CSS pixels: on a slide as it is, and on one set closer. */
const CHART_SIZE = { width: 1136, height: 380 };
const DENSE_CHART_SIZE = { width: 1136, height: 280 };
/** Where claims stand beside it, which are never set closer. */
const BESIDE_SIZE = { width: 704, height: 380 };

/** The boxes that images are shown in, in CSS pixels: see the themes. */
const PICTURE_BOX = { picture: { width: 1136, height: 420 }, portrait: { width: 300, height: 380 } };

interface House {
  engine: Engine;
  theme: Theme;
  renderer: Renderer;
  faces: readonly FontFace[];
  brand: BrandView;
}

/** What templates know of the house, as `@root.brand`. Pictures are addresses of what is drawn. */
interface BrandView {
  name: string | undefined;
  footer: string | undefined;
  logo: string | undefined;
  cover: { src: string; alt: string; credit: string } | undefined;
}

export class DeckRenderer {
  readonly #templates: Templates;
  readonly #brands: ReadonlyMap<string, DrawnBrand>;
  readonly #helpers: Helpers | undefined;
  readonly #engines = new Map<string | undefined, Engine>();
  readonly #embedder = new FontEmbedder();
  readonly #houses = new Map<string, House>();
  readonly #charts = new Map<string, string>();
  /** Drawn charts by the address of their image. */
  readonly #pictures = new Map<string, string>();

  /** `brands` are house styles by the names of their files, `helpers` the helpers of the project, where it has any. */
  constructor(templates: Templates, brands: ReadonlyMap<string, DrawnBrand> = new Map(), helpers?: Helpers) {
    this.#templates = templates;
    this.#brands = brands;
    this.#helpers = helpers;
    this.#engineFor(undefined);
  }

  /** The deck as Markdown. Without notes there are none in it, whatever a template does. */
  markdown(deck: Deck, locale: Locale, withNotes: boolean): string {
    const { engine, brand } = this.#house(deck);
    const slides = deck.slides.map((slide) => ({
      ...this.#drawn(slide, deck),
      notes: withNotes ? slide.notes : [],
    }));
    return engine('deck', {
      deck: { ...deck, slides },
      slides,
      words: locale.words,
      brand,
    });
  }

  /** The deck as HTML, with the fonts that it needs. */
  async rendered(deck: Deck, markdown: string): Promise<RenderedDeck> {
    const { renderer, faces } = this.#house(deck);
    const rendered = renderer.render(markdown, this.#pictures);
    const { title, language, direction, author } = deck;
    return {
      ...rendered,
      head: { title, language, direction, author },
      fontCss: await this.#embedder.css(faces, rendered.slides.join('')),
    };
  }

  /** Speaker notes of each slide of a deck's Markdown. */
  notes(deck: Deck, locale: Locale): string[][] {
    return this.#house(deck).renderer.notesIn(this.markdown(deck, locale, true));
  }

  /** The deck to be read on paper, with what is said to each slide and the sources of it. */
  async handout(deck: Deck, locale: Locale, rendered: RenderedDeck, paper: Paper): Promise<string> {
    const notes = this.notes(deck, locale);
    const sheets = deck.slides.map(
      ({ marking, foot, notes: [pace] }, i): Sheet => ({
        marking,
        sources: foot,
        // How long it takes is the speaker's affair.
        notes: paragraphsOf(notes[i] ?? []).filter((note) => note !== pace),
      }),
    );
    const { words } = locale;
    const frame: HandoutFrame = {
      paper,
      words,
      font: this.#house(deck).theme.tokens.font?.replace(/['"]/g, '') ?? 'sans-serif',
      asOf: fill(words.asOf, { date: formatDate(deck.asOf, locale) }),
    };
    const bare = handout(rendered, sheets, frame, '');
    return handout(rendered, sheets, frame, await this.fontCss(deck, bare));
  }

  /** The Markdown as a file of its own, with theme and charts inside. */
  portable(deck: Deck, markdown: string): string {
    return portable(markdown, this.#house(deck).theme.css, this.#pictures);
  }

  /** Fonts of a style for a text, for pages that are not decks. */
  async fontCss(style: Style, text: string): Promise<string> {
    return this.#embedder.css(this.#house(style).faces, text);
  }

  #drawn(slide: Slide, deck: Deck): Slide {
    if (slide.kind !== 'chart') return slide;
    const whole = slide.dense ? DENSE_CHART_SIZE : CHART_SIZE;
    const size = slide.rows.length > 0 ? BESIDE_SIZE : whole;
    const { direction } = deck;
    const key = JSON.stringify([keyOf(deck), direction, size, slide.chart.model]);
    let src = this.#charts.get(key);
    if (src === undefined) {
      const house = this.#house(deck);
      const svg = drawChart(slide.chart.model, chartStyle(house.theme.tokens), size, direction);
      src = `#chart-${sha256(svg).slice(0, 16)}`;
      this.#charts.set(key, src);
      this.#pictures.set(src, svg);
    }
    return { ...slide, chart: { ...slide.chart, src } };
  }

  #house(style: Style): House {
    const key = keyOf(style);
    const known = this.#houses.get(key);
    if (known) return known;
    const bare = readTheme(templatesWith(this.#templates, style.templates), style.theme);
    const brand = this.#brands.get(style.brand);
    const branded = brand ? applyBrand(bare, brand).theme : bare;
    const theme = style.draft || style.unreviewed ? draftTheme(branded) : branded;
    const faces = [...(brand?.faces ?? []), ...readFontFaces(theme.fonts)];
    const engine = this.#engineFor(style.templates);
    const house = {
      engine,
      theme,
      renderer: createRenderer(theme),
      faces,
      brand: this.#brandOn(theme, brand),
    };
    registerFonts(house.faces);
    this.#houses.set(key, house);
    return house;
  }

  /** Layouts are compiled once for each folder that goes before the others. */
  #engineFor(folder: string | undefined): Engine {
    const engine =
      this.#engines.get(folder) ?? createEngine(templatesWith(this.#templates, folder), this.#helpers);
    this.#engines.set(folder, engine);
    return engine;
  }

  #brandOn(theme: Theme, brand: DrawnBrand | undefined): BrandView {
    if (!brand) return { name: undefined, footer: undefined, logo: undefined, cover: undefined };
    const { name, footer, cover, pictures } = brand;
    const logo = pictures.logo?.[isDark(theme) ? 'dark' : 'light'];
    return {
      name,
      footer,
      logo: logo && this.#addImages(logo),
      cover:
        cover && pictures.cover !== undefined
          ? { src: this.#addImages(pictures.cover), alt: cover.alt, credit: cover.credit }
          : undefined,
    };
  }

  /** Draws the images of a brief, each for its uses, before its decks are made. Throws {@link BriefError}. */
  async addImages({ brief, images, file, placeOf, pathInFile }: VisibleLoaded): Promise<void> {
    const portraits = new Set(brief.quotes.map((quote) => quote.portrait));
    for (const [i, image] of brief.images.entries()) {
      const uses = [
        ...(image.headline === undefined ? [] : (['picture'] as const)),
        ...(portraits.has(image.id) ? (['portrait'] as const) : []),
      ];
      for (const use of uses) {
        const address = imageAddress(brief.id, image.id, use);
        if (this.#pictures.has(address)) continue;
        try {
          const shown = await embedImage(images.get(image.id) ?? new Uint8Array(), PICTURE_BOX[use]);
          this.#pictures.set(address, shown.uri);
        } catch {
          const path = pathInFile(['images', i, 'file']);
          throw new BriefError([
            {
              code: 'no-picture',
              message: `"${image.file}" is no picture that can be read`,
              hint: 'Save it again as PNG or JPEG.',
              file,
              ...placeOf(path),
              path: showPath(path),
            },
          ]);
        }
      }
    }
  }

  /** The address of a picture that a deck shows. */
  #addImages(uri: string): string {
    const src = `#picture-${sha256(uri).slice(0, 16)}`;
    this.#pictures.set(src, uri);
    return src;
  }
}

/** Decks with the same key are set in the same. */
function keyOf({ theme, brand, templates, draft, unreviewed }: Style): string {
  return JSON.stringify([theme, brand, templates, draft, unreviewed]);
}
