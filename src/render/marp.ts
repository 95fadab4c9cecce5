/** Markdown to slides: Marp, with every feature off that could make more of a text than a text. */
import { Marp } from '@marp-team/marp-core';
import { sha256 } from '../core/hash.js';
import { contentKey, Memo } from '../core/memo.js';
import { slideTexts } from './slide-texts.js';
import type { Theme } from './theme.js';

/** What Marp makes of a deck. */
export interface Rendered {
  /** One `<svg data-marpit-svg>` a slide. */
  slides: readonly string[];
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

/** `known` are slides of any theme. */
export function createRenderer(theme: Theme, known: Memo<string> = new Memo()): Renderer {
  const marp = new Slides(theme);
  const ground = sha256(theme.css);
  const render = (markdown: string, pictures: ReadonlyMap<string, string>): string[] => {
    const texts = slideTexts(markdown);
    if (!texts) return marp.of(markdown, pictures);
    const { head, slides } = texts;
    return slides.map((slide, i) => {
      const shown = [...slide.matchAll(ADDRESS)].map(([address]) => pictures.get(address));
      const html = known.of(contentKey(ground, head, slide, shown), () =>
        marp.of(head + slide, pictures).join(''),
      );
      return numbered(html, i + 1, slides.length);
    });
  };
  return {
    render: (markdown, pictures) => ({ slides: render(markdown, pictures), css: marp.css }),
    notesIn: (markdown) => marp.notesIn(markdown),
  };
}

/** The address of a picture that a slide shows. */
const ADDRESS = /#(?:picture|chart)-[0-9a-f]+/g;

/** A slide that was rendered by itself, as one of many. */
function numbered(html: string, n: number, all: number): string {
  return html.replace(/(?<=<foreignObject [^>]*>)<section [^>]*>/g, (section) =>
    section
      .replace(/ (id|data-marpit-pagination)="1"/g, ` $1="${n}"`)
      .replace(' data-marpit-pagination-total="1"', ` data-marpit-pagination-total="${all}"`),
  );
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
    this.use(changeTokens, ['text'], keepWhole);
    this.use(changeTokens, ['html_block'], keepWholeInTags);
    this.use(changeTokens, ['html_block', 'html_inline'], markPlaces);
    this.use(changeTokens, ['html_block', 'html_inline', 'image'], inlinePictures);
    this.themeSet.add(theme.css);
    this.css = stylesheets.get(theme.css) ?? this.render(`---\ntheme: ${theme.name}\n---\n`).css;
    if (stylesheets.size >= KEPT) stylesheets.clear();
    stylesheets.set(theme.css, this.css);
  }

  of(markdown: string, pictures: ReadonlyMap<string, string>): string[] {
    // Not `render`, which makes the stylesheet again.
    return [this.renderMarkdown(markdown, { htmlAsArray: true, pictures })].flat();
  }

  notesIn(markdown: string): string[][] {
    // Marp collects comments as it parses; the HTML is not needed for them.
    this.markdown.parse(markdown, {});
    return this.lastComments ?? [];
  }
}

/** What rendered HTML becomes. */
type Change = (html: string, pictures: ReadonlyMap<string, string>) => string;

/** Renders one token; the fourth argument is what {@link Slides.of} gives to Marp. */
type Rule = (
  ...args: [unknown, number, unknown, { pictures?: ReadonlyMap<string, string> }, unknown]
) => string;

/** A plug-in of markdown-it: changes what tokens of some types are rendered to. */
function changeTokens(
  { renderer: { rules } }: { renderer: { rules: Record<string, Rule> } },
  types: readonly string[],
  change: Change,
): void {
  for (const type of types) {
    const rule = rules[type];
    if (rule) rules[type] = (...args) => change(rule(...args), args[3].pictures ?? new Map());
  }
}

const HYPHENED = /(?<![\p{L}\p{N}&;#-])(\p{L}{1,12}-\p{L}{1,5}|\p{L}{1,5}-\p{L}{1,12})(?![\p{L}\p{N}-])/gu;

/** Names such as Kim Jong-un stay on one line: a short part of a hyphened word is not left alone. */
function keepWhole(text: string): string {
  return text.replace(HYPHENED, '<span class="whole">$1</span>');
}

function keepWholeInTags(html: string): string {
  return html.replace(/>[^<]+</g, keepWhole);
}

/** Sets each mark of a map in its place: `class="place at-18-55.5"`. Marp lets no style through. */
function markPlaces(html: string): string {
  return html.replace(
    /class="place at-(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)"/g,
    (_, x: string, y: string) => `class="place" style="left:${x}%;top:${y}%"`,
  );
}

/**
 * Puts pictures into the slide in the place of their addresses. A drawn chart takes the place of its image: its text is
 * then the deck's, in its font, and its alternative text survives into the PDF's tags (an `<img>` of an SVG keeps
 * neither).
 */
function inlinePictures(html: string, pictures: ReadonlyMap<string, string>): string {
  return html
    .replace(
      /(<img [^>]*?src=")(#picture-[0-9a-f]+)(?=")/g,
      (_, before: string, src: string) => before + (pictures.get(src) ?? src),
    )
    .replace(/<img class="chart" alt="([^"]*)" src="([^"]*)" ?\/?>/g, (image, alt: string, src: string) => {
      const svg = pictures.get(src);
      return svg === undefined
        ? image
        : svg.replace('<svg ', () => `<svg class="chart" role="img" aria-label="${alt}" `);
    });
}
