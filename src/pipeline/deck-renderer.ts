/** A composed deck to Markdown and HTML: draw, template, render. What is the same for two decks is made once. */

import { drawChart } from '../charts/draw/draw.js';
import { registerFonts } from '../charts/draw/fonts.js';
import { chartStyle } from '../charts/draw/style.js';
import { imageAddress } from '../compose/address.js';
import type { Deck, Slide, Style } from '../compose/slide.js';
import { sha256 } from '../core/hash.js';
import { contentKey } from '../core/memo.js';
import { BriefError } from '../core/problem.js';
import type { DrawnBrand } from '../images/brand.js';
import type { Helpers } from '../load/helpers.js';
import { fill, type Locale } from '../load/locale.js';
import { showPath } from '../load/schema-errors.js';
import { type TemplateFile, type Templates, templatesWith } from '../load/templates.js';
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
import { Memory } from './memory.js';

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
  fontKey: Promise<string>;
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
  readonly #memory: Memory;
  readonly #embedder: FontEmbedder;
  readonly #houses = new Map<string, House>();
  /** Drawn charts and images by their addresses. */
  readonly #pictures = new Map<string, string>();

  /**
   * `brands` are house styles by the names of their files, `helpers` the helpers of the project, where it has any;
   * `memory` is what other renderers have made.
   */
  constructor(
    templates: Templates,
    brands: ReadonlyMap<string, DrawnBrand> = new Map(),
    helpers?: Helpers,
    memory = new Memory(),
  ) {
    this.#templates = templates;
    this.#brands = brands;
    this.#helpers = helpers;
    this.#memory = memory;
    this.#embedder = new FontEmbedder(memory.fonts);
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
    const { renderer, faces, fontKey } = this.#house(deck);
    const rendered = renderer.render(markdown, this.#pictures);
    const { title, language, direction, author } = deck;
    return {
      ...rendered,
      head: { title, language, direction, author },
      fontCss: await this.#embedder.css(faces, rendered.slides.join('')),
      fontKey: await fontKey,
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
    const { model } = slide.chart;
    const { theme, faces } = this.#house(deck);
    const style = chartStyle(theme.tokens);
    const svg = this.#memory.charts.of(contentKey(style, faces, direction, size, model), () =>
      drawChart(model, style, size, direction),
    );
    const src = `#chart-${sha256(svg).slice(0, 16)}`;
    this.#pictures.set(src, svg);
    return { ...slide, chart: { ...slide.chart, src } };
  }

  #house(style: Style): House {
    const key = keyOf(style);
    const known = this.#houses.get(key);
    if (known) return known;
    const templates = templatesWith(this.#templates, style.templates);
    const bare = this.#themeIn(templates, style.theme);
    const brand = this.#brands.get(style.brand);
    const branded = brand ? applyBrand(bare, brand).theme : bare;
    const theme = style.draft || style.unreviewed ? draftTheme(branded) : branded;
    const memory = this.#memory;
    const own = memory.faces.of(contentKey(theme.fonts), () => readFontFaces(theme.fonts));
    const faces = [...(brand?.faces ?? []), ...own];
    registerFonts(faces);
    const house = {
      engine: this.#engineFor(style.templates),
      theme,
      renderer: memory.renderers.of(contentKey(theme.name, theme.css), () =>
        createRenderer(theme, memory.slides),
      ),
      faces,
      fontKey: this.#embedder.css(faces, '').then((css) => sha256(css)),
      brand: this.#brandOn(theme, brand),
    };
    // A failure is thrown where the fonts are first used.
    house.fontKey.catch(() => undefined);
    this.#houses.set(key, house);
    return house;
  }

  #themeIn(templates: Templates, name: string): Theme {
    return this.#memory.themes.of(contentKey(name, filesOf(templates, '.css')), () =>
      readTheme(templates, name),
    );
  }

  /** Layouts are compiled once for each folder that goes before the others. */
  #engineFor(folder: string | undefined): Engine {
    const templates = templatesWith(this.#templates, folder);
    // Node runs a module of helpers once.
    const key = contentKey(filesOf(templates, '.md.hbs'), this.#helpers?.file);
    return this.#memory.engines.of(key, () => createEngine(templates, this.#helpers));
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
        try {
          const bytes = images.get(image.id) ?? new Uint8Array();
          const shown = await this.#memory.embed(bytes, PICTURE_BOX[use]);
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

/** Templates of some kind. */
function filesOf(templates: Templates, ending: string): TemplateFile[] {
  return [...templates.values()].filter(({ name }) => name.endsWith(ending));
}

/** Decks with the same key are set in the same. */
function keyOf({ theme, brand, templates, draft, unreviewed }: Style): string {
  return JSON.stringify([theme, brand, templates, draft, unreviewed]);
}
