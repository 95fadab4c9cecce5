/** Slides to an HTML document that is whole in itself: styles, fonts, pictures and scripts inside, the rest forbidden. */

import { readFileSync } from 'node:fs';
import { decodeHTMLStrict } from 'entities';
import { escapeMarkup } from '../core/escape.js';
import { sha256 } from '../core/hash.js';
import { FIGURES_SCRIPT, withFigures, withoutFigures } from './data-tables.js';
import type { Rendered } from './marp.js';
import { TALK_CSS, type Talk, talkScript } from './presenter-view.js';

/** What a document says of its deck. */
export interface DocumentHead {
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
  author: string | undefined;
}

/** A deck in HTML, before it is a document. */
export interface RenderedDeck extends Rendered {
  head: DocumentHead;
  /** `@font-face` rules with the fonts inside. */
  fontCss: string;
  /** What the fonts are made from: where it is the same, a letter has the same shape. */
  fontKey: string;
}

/** The places in Marp's own page that a deck fills: see `scripts/prepare.mjs`. */
export const SLOT = { css: '@@CSS@@', html: '@@HTML@@', note: '@@NOTE@@' } as const;

let bespokePage: string | undefined;

/** What only the speaker has: the notes of each slide, and the plan of the talk. */
export interface Speech {
  notes: readonly (readonly string[])[];
  talk: Talk;
}

/** The deck to present from: Marp's bespoke page, with a presenter view and, for the speaker, what is to be said. */
export function presentable({ head, slides, css, fontCss }: RenderedDeck, speech?: Speech): string {
  bespokePage ??= readFileSync(new URL('../../dist/bespoke.html', import.meta.url), 'utf8').replace(
    '</body>',
    () => `<script>${FIGURES_SCRIPT}</script></body>`,
  );
  const own = speech ? [talkScript(speech.talk)] : [];
  const codes = [...bespokePage.matchAll(/<script>(.*?)<\/script>/gs)].map(([, code]) => code ?? '');
  const scripts = [...codes, ...own].map((code) => `'sha256-${sha256(code, 'base64')}'`);
  return insert(bespokePage, {
    '<html>': `<html lang="${escapeMarkup(head.language)}" dir="${head.direction}">`,
    '<meta charset="UTF-8">': `<meta charset="UTF-8">${policy(`script-src ${scripts.join(' ')}`, "frame-src 'self' file:")}${describe(head)}`,
    [SLOT.css]: fontCss + css + (speech ? TALK_CSS : ''),
    // The name by which the page's script finds its slides.
    [SLOT.html]: withFigures(container(slides, ' id=":$p"')),
    [SLOT.note]: (speech?.notes ?? []).map(noteElement).join(''),
    '</body>': `${own.map((code) => `<script>${code}</script>`).join('')}</body>`,
  });
}

/** Notes of a slide as the presenter view looks for them. */
function noteElement(notes: readonly string[], i: number): string {
  const paragraphs = paragraphsOf(notes).map((note) => `<p>${escapeMarkup(note)}</p>`);
  return paragraphs.length > 0
    ? `<div class="bespoke-marp-note" data-index="${i}" tabindex="0">${paragraphs.join('')}</div>`
    : '';
}

/** The paragraphs of a slide's notes, as they were before they were escaped. */
export function paragraphsOf(notes: readonly string[]): string[] {
  return notes.flatMap((note) => note.split(/\n{2,}/)).map((note) => decodeHTMLStrict(note.trim()));
}

/** The deck to print from: its slides one below the other, no script. */
export function printable({ head, slides, css, fontCss }: RenderedDeck): string {
  return (
    `<!DOCTYPE html><html lang="${escapeMarkup(head.language)}" dir="${head.direction}"><head><meta charset="UTF-8">${policy()}` +
    `${describe(head)}<style>body{margin:0}${fontCss}${css}</style></head>` +
    `<body>${withoutFigures(container(slides))}</body></html>`
  );
}

/** Slides in the element that the theme's styles are for. */
function container(slides: readonly string[], attributes = ''): string {
  return `<div class="marpit"${attributes}>${slides.join('')}</div>`;
}

/** Nothing may be loaded or run but what is named here; data URIs carry all pictures and fonts. */
export function policy(...allowed: readonly string[]): string {
  const rules = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    ...allowed,
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">`;
}

/** Title and author, as a document's head says them. */
export function describe({ title, author }: DocumentHead): string {
  const by = author === undefined ? '' : `<meta name="author" content="${escapeMarkup(author)}">`;
  return `<title>${escapeMarkup(title)}</title>${by}`;
}

/** Replaces each place once, literally: a `$` or a slot's name in the data is data. */
function insert(page: string, values: Readonly<Record<string, string>>): string {
  const places = Object.keys(values).map((place) => place.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return page.replace(new RegExp(places.join('|'), 'g'), (place) => values[place] ?? place);
}
