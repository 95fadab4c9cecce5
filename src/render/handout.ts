/** A deck to be read on paper: on each page a slide, what is said to it, and where it comes from. */

import type { SourceLine } from '../compose/slide.js';
import { escapeMarkup } from '../core/escape.js';
import type { Locale } from '../load/locale.js';
import { withoutFigures } from './data-tables.js';
import { describe, policy, type RenderedDeck } from './document.js';

export const PAPERS = ['a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** A page: one slide. A long note goes on to the next page, under the same marking. */
export interface Sheet {
  /** `TLP:AMBER`, of the slide; it stands at the top and at the bottom of its pages. */
  marking: string;
  notes: readonly string[];
  sources: readonly SourceLine[];
}

/** What stands around the pages. */
export interface HandoutFrame {
  paper: Paper;
  /** The font of the theme for texts. */
  font: string;
  /** `As of 2 March 2026`. */
  asOf: string;
  words: Pick<Locale['words'], 'notes' | 'page' | 'sources'>;
}

/** The document to print from, without its fonts: `fontCss` makes them for all of its text. */
export function handout(
  { head, slides, css }: RenderedDeck,
  sheets: readonly Sheet[],
  frame: HandoutFrame,
  fontCss: string,
): string {
  const { words } = frame;
  const pages = slides.map((slide, i) => {
    const { marking = '', notes = [], sources = [] } = sheets[i] ?? {};
    return (
      `<article class="sheet ${pageName(marking)}"><div class="marpit">${withoutFigures(slide)}</div>` +
      part(
        words.notes,
        'notes',
        notes.map((note) => `<p>${escapeMarkup(note)}</p>`),
      ) +
      part(words.sources, 'sources', sources.map(sourceLine)) +
      '</article>'
    );
  });
  const markings = [...new Set(sheets.map((sheet) => sheet.marking))];
  return (
    `<!DOCTYPE html><html lang="${escapeMarkup(head.language)}" dir="${head.direction}"><head><meta charset="UTF-8">${policy()}` +
    `${describe(head)}<style>${fontCss}${css}${STYLE}${pageRules(head, frame, markings)}</style></head>` +
    `<body>${pages.join('')}</body></html>`
  );
}

function part(label: string, name: string, content: readonly string[]): string {
  return content.length === 0
    ? ''
    : `<div class="${name}"><p class="name">${escapeMarkup(label)}</p><div>${content.join('')}</div></div>`;
}

function sourceLine({ n, title, label, url, grade }: SourceLine): string {
  const named = escapeMarkup(title);
  const link = url === undefined ? named : `<a href="${escapeMarkup(url)}">${named}</a>`;
  const graded = grade === undefined ? '' : ` [${escapeMarkup(grade)}]`;
  return `<p><b>${n}</b> ${link} <span>${escapeMarkup(label)}${graded}</span></p>`;
}

/** A name for the pages of a marking: `TLP:AMBER+STRICT` is `tlp-amber-strict`. */
function pageName(marking: string): string {
  return marking.toLowerCase().replace(/[^a-z]+/g, '-');
}

/** Colours of the labels on black (TLP 2.0, FIRST). */
const LABELS: Readonly<Record<string, string>> = {
  'TLP:RED': '#ff2b2b',
  'TLP:AMBER': '#ffc000',
  'TLP:AMBER+STRICT': '#ffc000',
  'TLP:GREEN': '#33ff00',
  'TLP:CLEAR': '#ffffff',
};

/** The margins of the pages: marking at top and bottom, title and date, number of the page. */
function pageRules(
  { title, direction }: RenderedDeck['head'],
  { paper, font, asOf, words }: HandoutFrame,
  markings: readonly string[],
): string {
  const text = `font:9pt "${font}",'Noto Scripts',sans-serif;color:#555`;
  const [start, end] = direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const counted = cssText(words.page)
    .replace('{n}', '" counter(page) "')
    .replace('{all}', '" counter(pages) "');
  const chip = (marking: string) =>
    `content:${cssText(marking)};box-sizing:border-box;width:${marking.length * 2.3 + 4}mm;height:16pt;margin-block:auto;background:#000;` +
    `color:${LABELS[marking] ?? '#fff'};font:700 9pt "${font}",sans-serif;text-align:center;white-space:nowrap`;
  return (
    `@page{size:${paper === 'a4' ? 'A4' : 'letter'};margin:20mm 18mm 22mm;` +
    `@top-${start}{content:${counted};${text};width:60mm;text-align:${start}}` +
    `@bottom-${start}{content:${cssText(`${title} · ${asOf}`)};${text};width:120mm;text-align:${start}}}` +
    markings
      .map(
        (marking) =>
          `@page ${pageName(marking)}{@top-${end}{${chip(marking)}}@bottom-${end}{${chip(marking)}}}` +
          `.${pageName(marking)}{page:${pageName(marking)}}`,
      )
      .join('') +
    `body{font-family:"${font}",'Noto Scripts',sans-serif}`
  );
}

/** A text as CSS writes it: it can end neither the string nor the style. */
function cssText(text: string): string {
  return `"${text.replace(/["\\<>\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}

const STYLE = `
html,body{margin:0;background:#fff}
body{color:#17212b;font-size:10.5pt;line-height:1.5;print-color-adjust:exact}
.sheet{break-after:page}
.sheet:last-child{break-after:auto}
.sheet div.marpit{box-sizing:border-box;border:.5pt solid #b5bcc2;break-inside:avoid}
.sheet div.marpit > svg{display:block;width:100%;height:auto}
.sheet div.marpit > svg > foreignObject > section{break-before:auto!important;page-break-before:auto!important}
.notes,.sources{display:grid;grid-template-columns:30mm 1fr;margin-top:7mm;break-inside:auto}
.sources{margin-top:5mm;padding-top:3mm;border-top:.5pt solid #b5bcc2;font-size:8.5pt;line-height:1.45}
.notes p,.sources p{margin:0;orphans:2;widows:2}
.notes div p + p{margin-top:2.4mm}
.sources div p{break-inside:avoid}
.sources div p + p{margin-top:1mm}
.name{color:#555;font-size:8.5pt;line-height:1.85}
.sources .name{line-height:1.45}
.sources b{margin-inline-end:1mm}
.sources a{color:inherit;text-decoration:underline;text-decoration-color:#b5bcc2}
.sources span{color:#555}
`;
