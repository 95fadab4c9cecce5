/**
 * What a template, a partial or a theme may try, so that a deck loads, sends or runs something. Each attempt is refused
 * when it is read, found by the rule `offline`, or is no more than text; and a browser that has nothing but the deck's
 * own policy to hold it back asks for nothing, runs nothing and stays where it is.
 */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { BriefError } from '../../src/core/problem.js';
import { policy } from '../../src/render/document.js';
import { checkOffline, violationsOf } from '../../src/rules/deck/offline.js';
import { RuleLog } from '../../src/rules/rule-log.js';
import { sharedBrowser } from '../decks/browser.js';
import { deckOf } from './deck-of.js';
import { witness } from './witness.js';

const pool = sharedBrowser();
const { address, open } = witness();

const BUILT_IN = new URL('../../templates/', import.meta.url);
const builtIn = (name: string) => readFile(new URL(name, BUILT_IN), 'utf8');

/** `U` stands for the address of the server. */
const ran = 'window.ran=1';
const DOT = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

type Outcome = 'found' | 'refused' | 'harmless';

/** Markup and directives in a layout or a partial. */
const IN_TEMPLATES: readonly (readonly [string, Outcome])[] = [
  [`<script>${ran};fetch("Us")</script>`, 'harmless'],
  ['<script src="Us.js"></script>', 'harmless'],
  ['<iframe src="Ui"></iframe>', 'harmless'],
  ['<object data="Uo"></object>', 'harmless'],
  ['<embed src="Ue">', 'harmless'],
  ['<meta http-equiv="refresh" content="0;url=Um">', 'harmless'],
  ['<a href="#1" ping="Up">on</a>', 'harmless'],
  [`<a href="javascript:${ran}">on</a>`, 'harmless'],
  [`[on](javascript:${ran})`, 'harmless'],
  ['<a href="Ulink">a link waits for a click</a>', 'harmless'],
  ['<link rel="stylesheet" href="Ul.css">', 'harmless'],
  ['<link rel="dns-prefetch" href="U"><link rel="preconnect" href="U">', 'harmless'],
  ['<form action="Uf"><button>on</button></form>', 'harmless'],
  ['<base href="U">', 'harmless'],
  [`<svg onload="${ran}"><script>${ran}</script><image href="Us.png"/></svg>`, 'harmless'],
  [`<details open ontoggle="${ran}">on</details>`, 'harmless'],
  [`<img src="${DOT}" onload="${ran}" alt="dot">`, 'harmless'],
  ['<img src="Ui.png" alt="dot">', 'found'],
  ["<img src='Ui.png' alt='dot'>", 'found'],
  ['<img src=Ui.png alt=dot>', 'found'],
  [`<img srcset="Ui.png 2x" src="${DOT}" alt="dot">`, 'found'],
  ['![dot](Ui.png)', 'found'],
  ['![bg](Ubg.png)', 'found'],
  ['<video src="Uv.mp4" poster="Uv.png"></video>', 'found'],
  ['<audio src="Ua.mp3"></audio>', 'found'],
  ['<style>section { background-image: url(Ust.png) }</style>', 'harmless'],
  ['<style scoped>h1 { background: url("Usc.png") }</style>', 'harmless'],
  ['<style>@import "Uim.css";</style>', 'harmless'],
  ['<p style="background: url(Usa.png)">on</p>', 'harmless'],
  ['<!-- backgroundImage: url(Uc.png) -->', 'found'],
  [`<!-- _backgroundImage: "url('Uc.png')" -->`, 'found'],
  ['<!-- style: "section { background: url(Ucs.png) }" -->', 'found'],
  ['<!-- header: "![dot](Uh.png)" -->', 'harmless'],
  [`<!-- _header: '<img src="Uh.png" alt="dot">' -->`, 'found'],
  ['<!-- _footer: "![dot](Uf.png)" -->', 'found'],
  [`<!-- class: '"><script>${ran}</script>' -->`, 'harmless'],
  ['<!-- theme: gaia -->', 'harmless'],
  ['$\\href{Ux}{x}$', 'harmless'],
];

/** Rules of a theme. */
const IN_THEMES: readonly (readonly [string, Outcome])[] = [
  ['section { background-image: url(Uu.png) }', 'found'],
  ['section { background-image: URL( "Uu.png" ) }', 'found'],
  ['section { background-image: u\\72l(Uu.png) }', 'found'],
  ['section { background-image: url(u.png) }', 'found'],
  ['section { background-image: image-set("Uis.png" 1x) }', 'found'],
  ['section { background-image: -webkit-image-set("Uis.png" 1x) }', 'found'],
  ['section { background-image: cross-fade(url(Ua.png), url(Ub.png)) }', 'found'],
  ['section { background-image: src("Usrc.png") }', 'found'],
  [':root { --x: url(Uv.png) } section { background-image: var(--x) }', 'found'],
  [':root { --x: "Uv.png" } section { background-image: image-set(var(--x) 1x) }', 'found'],
  ['@font-face { font-family: X; src: url(Ux.woff2) }', 'found'],
  ['@font-face { font-family: X; src: url(Ux.woff2) } section h1 { font-family: X }', 'found'],
  ['section { cursor: url(Uc.cur), auto }', 'found'],
  ['section { list-style-image: url(Ul.png) }', 'found'],
  ['section { mask-image: url(Um.svg#a); filter: url(Uf.svg#a); clip-path: url(Uc.svg#a) }', 'found'],
  ['section h1::after { content: url(Uco.png) }', 'found'],
  ['@media print { section { background: url(Up.png) } }', 'found'],
  ['@media (min-width: 99999px) { section { background: image-set("Uh.png" 1x) } }', 'found'],
  ['@keyframes a { to { background: url(Uk.png) } }', 'found'],
  ['@property --u { syntax: "<url>"; inherits: false; initial-value: url(Upr.png) }', 'found'],
  ['@import "Ui.css";', 'refused'],
  ['@import url(Ui.css);', 'refused'],
  ['@IMPORT "Ui.css";', 'refused'],
  ['@import "Ui.css" layer(x);', 'refused'],
  ['@\\69mport "Ui.css";', 'refused'],
  ['@import-theme "gaia";', 'found'],
  ['@namespace "Uns";', 'harmless'],
  [
    'section { background-image: image-set("data:image/gif;base64,R0lGODlhAQABAAAAACw=" type("image/gif")) }',
    'harmless',
  ],
  [`section {} </style><script>${ran}</script><style>`, 'refused'],
  [`/*! </style><script>${ran}</script> */`, 'harmless'],
  [`section h1 { --x: "</style><script>${ran}</script>" }`, 'harmless'],
  [
    `section { background: url("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${ran}'><image href='Uin.png'/></svg>") }`,
    'harmless',
  ],
  [`section { background: url("data:text/html,<script>${ran}</script>") }`, 'harmless'],
  [`:root { --ink: red" onload="${ran} }`, 'refused'],
  [`:root { --font: "</style><script>${ran}</script>" }`, 'refused'],
  [':root { --accent: url(Ua.svg#a) }', 'refused'],
  [`:root { --font: 'Public Sans', "Noto Sans", serif; --ink: rgb(10% 20 30 / 1) }`, 'harmless'],
  ['/* @fonts /etc/passwd */', 'refused'],
  ['/* @fonts ../../../../etc/passwd.css */', 'refused'],
];

/** What became of a deck with these files, after it was opened without harm. */
async function outcomeOf(files: Readonly<Record<string, string>>): Promise<Outcome> {
  let html: string;
  try {
    html = await deckOf(files);
  } catch (error) {
    if (error instanceof BriefError) return 'refused';
    throw error;
  }
  expect(await open(html)).toEqual({ asked: [], ran: false, ended: 'deck.html' });
  const log = new RuleLog();
  const violations = await pool.use((page) => violationsOf(page, html));
  checkOffline('public-flash', 'public-flash.html', html, violations, log);
  return log.findings.some(({ rule }) => rule === 'offline') ? 'found' : 'harmless';
}

const aimed = (attack: string) => attack.replace(/U(?=[a-z]|["'>])/g, address());

describe('a deck', () => {
  it('is as it comes no attempt of anything', async () => {
    expect(await outcomeOf({})).toBe('harmless');
  });

  it.each(IN_TEMPLATES)('has in a layout: %s', async (attack, outcome) => {
    const layout = await builtIn('slides/bottom-line.md.hbs');
    const files = { 'slides/bottom-line.md.hbs': `${layout.trimEnd()}\n\n${aimed(attack)}\n` };
    expect(await outcomeOf(files)).toBe(outcome);
  });

  it.each(IN_TEMPLATES.filter(([, outcome]) => outcome === 'found').slice(0, 3))(
    'has in a partial: %s',
    async (attack, outcome) => {
      const partial = await builtIn('partials/foot.md.hbs');
      const files = { 'partials/foot.md.hbs': `${partial.trimEnd()}\n\n${aimed(attack)}\n` };
      expect(await outcomeOf(files)).toBe(outcome);
    },
  );

  it.each(IN_THEMES)('has in its theme: %s', async (attack, outcome) => {
    const theme = await builtIn('themes/plain.css');
    const css = attack.startsWith('@') ? `${aimed(attack)}\n${theme}` : `${theme}\n${aimed(attack)}\n`;
    expect(await outcomeOf({ 'themes/plain.css': css })).toBe(outcome);
  });
});

describe('the witness', () => {
  it('sees what a page without a policy loads and runs, and that a deck’s policy stops it', async () => {
    const page = (head: string) =>
      `<!DOCTYPE html><html><head>${head}</head><body><img src="${address()}i.png" alt=""><script>${ran}</script></body></html>`;
    expect(await open(page(''))).toEqual({ asked: ['/i.png'], ran: true, ended: 'deck.html' });
    expect(await open(page(policy()))).toEqual({ asked: [], ran: false, ended: 'deck.html' });
  });
});
