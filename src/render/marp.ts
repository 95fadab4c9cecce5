/** Markdown to slides: Marp, with every feature off that could make more of a text than a text. */
import { Marp } from '@marp-team/marp-core';
import type { Theme } from './theme.js';

/** What Marp makes of a deck. */
export interface Rendered {
  /** One `<svg data-marpit-svg>` a slide, in a `div.marpit`. */
  html: string;
  /** The theme, scoped to the slides. */
  css: string;
}

/** Renders Markdown with one theme. */
export interface Renderer {
  /** The slides. `pictures` are drawn charts by the address of their image: they go in as they are. */
  render(markdown: string, pictures: ReadonlyMap<string, string>): Rendered;
  /** Speaker notes of each slide, as they stand in the Markdown. */
  notesIn(markdown: string): string[][];
}

export function createRenderer(theme: Theme): Renderer {
  const slides = new Slides(theme);
  const known = new Map<string, string>();
  return {
    render(markdown, pictures) {
      const html = known.get(markdown) ?? markPlaces(keepWhole(slides.html(markdown)));
      known.set(markdown, html);
      return { html: inlinePictures(html, pictures), css: slides.css };
    },
    notesIn: (markdown) => slides.notesIn(markdown),
  };
}

/** Stylesheets as Marp scopes them, by those of the themes: it takes longer over one than over the slides of a deck. */
const stylesheets = new Map<string, string>();
const KEPT = 50;

/** Marp with one theme, whose stylesheet is the same for every deck and so is made once. */
class Slides extends Marp {
  readonly css: string;

  constructor(theme: Theme) {
    super({
      emoji: { shortcode: false, unicode: false },
      // Slugs of headings would be made from their text, escapes included.
      slug: false,
      script: false,
      minifyCSS: true,
    });
    this.markdown.set({ linkify: false });
    this.themeSet.add(theme.css);
    this.css = stylesheets.get(theme.css) ?? this.render(`---\ntheme: ${theme.name}\n---\n`).css;
    if (stylesheets.size >= KEPT) stylesheets.clear();
    stylesheets.set(theme.css, this.css);
  }

  html(markdown: string): string {
    return this.renderMarkdown(markdown, {});
  }

  notesIn(markdown: string): string[][] {
    // Marp collects comments as it parses; the HTML is not needed for them.
    this.markdown.parse(markdown, {});
    return this.lastComments ?? [];
  }
}

/** Names such as Kim Jong-un stay on one line: a short part of a hyphened word is not left alone. */
function keepWhole(html: string): string {
  const word = /(?<![\p{L}\p{N}&;#-])(\p{L}{1,12}-\p{L}{1,5}|\p{L}{1,5}-\p{L}{1,12})(?![\p{L}\p{N}-])/gu;
  return html.replace(/>[^<]+</g, (text) => text.replace(word, '<span class="whole">$1</span>'));
}

/** Sets each mark of a map in its place: `class="place at-18-55.5"`. Marp lets no style through. */
function markPlaces(html: string): string {
  return html.replace(
    /class="place at-(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)"/g,
    (_, x: string, y: string) => `class="place" style="left:${x}%;top:${y}%"`,
  );
}

/**
 * Puts drawn charts into the slide instead of images of them: their text is then the deck's, in its font, and their
 * alternative text survives into the PDF's tags (an `<img>` of an SVG keeps neither).
 */
function inlinePictures(html: string, pictures: ReadonlyMap<string, string>): string {
  return insertImages(html, pictures).replace(
    /<img class="chart" alt="([^"]*)" src="([^"]*)" ?\/?>/g,
    (image, alt: string, src: string) => {
      const svg = pictures.get(src);
      return svg === undefined
        ? image
        : svg.replace('<svg ', () => `<svg class="chart" role="img" aria-label="${alt}" `);
    },
  );
}

/** Puts pictures of pixels, and logos, in the place of their addresses. */
function insertImages(html: string, pictures: ReadonlyMap<string, string>): string {
  return html.replace(
    /(<img [^>]*?src=")(#picture-[0-9a-f]+)(?=")/g,
    (image, before: string, src: string) => {
      const uri = pictures.get(src);
      return uri === undefined ? image : before + uri;
    },
  );
}
