/** A brand's files come from outside: a logo is a drawing, a font is a font, and its words are text. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { BriefError } from '../../src/core/problem.js';
import { drawBrand } from '../../src/images/brand.js';
import { loadBrand } from '../../src/load/brand.js';
import { loadTemplates } from '../../src/load/templates.js';
import { folderOf } from '../load/folder-of.js';
import { PIXEL } from '../loaded.js';
import { deckOf } from './deck-of.js';
import { witness } from './witness.js';

const { address, open } = witness();
const require = createRequire(import.meta.url);

const svg = (inner: string, before = '', attributes = '') =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="30" ${attributes}>${inner}<path d="M0 0h9v9z"/></svg>`;

const brand = (more: string) => `name: Office\n${more}`;

/** Message of the problem that a logo is refused for; `undefined` where it is taken. */
async function refusalOf(logo: string | Uint8Array): Promise<string | undefined> {
  const folder = await folderOf({ 'brand.yaml': brand('logo: logo.svg\n'), 'logo.svg': logo });
  try {
    const loaded = await loadBrand(await loadTemplates(folder));
    if (loaded) await drawBrand(loaded);
    return undefined;
  } catch (error) {
    if (!(error instanceof BriefError)) throw error;
    const [problem] = error.problems;
    expect(problem).toMatchObject({
      code: expect.stringMatching(/^(?:no-picture|bad-svg|too-large)$/),
      line: 2,
      path: 'logo',
    });
    expect(problem?.hint).toBeDefined();
    return problem?.message;
  }
}

const lol = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
const bomb = `<defs><path id="u0" d="M0 0h1v1z"/>${Array.from({ length: 12 }, (_, i) => `<g id="u${i + 1}">${`<use href="#u${i}"/>`.repeat(10)}</g>`).join('')}</defs><use href="#u12"/>`;

describe('a logo in SVG', () => {
  it.each([
    ['a script', svg('<script>window.ran=1</script>'), 'has a script'],
    ['a script of a namespace', svg('<x:script xmlns:x="http://www.w3.org/2000/svg"/>'), 'has a script'],
    ['an event handler', svg('', '', 'onload="window.ran=1"'), 'has an event handler'],
    ['a handler on a line of its own', svg('<path\nonclick = "x()" d=""/>'), 'has an event handler'],
    ['a page', svg('<foreignObject><p>x</p></foreignObject>'), 'has a page in it'],
    ['a picture from elsewhere', svg('<image href="http://a.example/x.png"/>'), 'refers to another file'],
    ['one by an older name', svg('<image xlink:href="//a.example/x.png"/>'), 'refers to another file'],
    ['a file', svg("<image href='file:///etc/passwd'/>"), 'refers to another file'],
    ['an SVG inside', svg('<image href="data:image/svg+xml;base64,AA=="/>'), 'refers to another file'],
    ['a script in a link', svg('<a href="javascript:x()"><path d=""/></a>'), 'refers to another file'],
    ['a part from elsewhere', svg('<use href="http://a.example/x.svg#a"/>'), 'refers to another file'],
    ['an address in a style', svg('<style>path{fill:url(http://a.example/#a)}</style>'), 'has styles that'],
    ['one in an attribute', svg('<path fill="url(\'//a.example/x\')" d=""/>'), 'has styles that'],
    ['an import', svg('<style>@import "http://a.example/x.css";</style>'), 'has styles that'],
    ['an escape in a style', svg('<style>path{fill:u\\72l(//a.example)}</style>'), 'has styles that'],
    ['a stylesheet', svg('', '<?xml-stylesheet href="http://a.example/x.css"?>'), 'has a stylesheet'],
    ['a billion laughs', svg('&l10;', `<!DOCTYPE svg [<!ENTITY l0 "ha">${lol}]>`), 'declares entities'],
    [
      'an entity from a file',
      svg('&f;', '<!DOCTYPE svg [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
      'declares entities',
    ],
    ['a bomb of uses', svg(bomb), 'draws over 20,000 elements'],
    ['text', svg('<text x="1">Office</text>'), 'has text that would need a font'],
    ['another encoding', Buffer.from(`\uFEFF${svg('<script/>')}`, 'utf16le'), 'is not in UTF-8'],
    ['no drawing', 'hello', 'is no SVG'],
    ['nothing', '', 'is no SVG'],
    ['too much', svg(`<path d="${'M0 0'.repeat(300_000)}"/>`), 'is over 512 KB'],
  ])('is refused with %s', async (_, logo, message) => {
    expect(await refusalOf(logo)).toContain(message);
  });

  it.each([
    ['paths and colours', svg('<g fill="#0b4f8f"><path d="M1 1h2v2z"/></g>')],
    ['gradients of its own', svg('<defs><linearGradient id="a"/></defs><path fill="url(#a)" d="M0 0h9"/>')],
    ['parts used twice', svg('<defs><path id="p" d="M0 0h1"/></defs><use href="#p"/><use xlink:href="#p"/>')],
    [
      'a doctype',
      svg(
        '',
        '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
      ),
    ],
    ['a picture inside', svg(`<image href="data:image/png;base64,${PIXEL.toString('base64')}"/>`)],
    ['a byte order mark', `\uFEFF${svg('')}`],
  ])('is taken with %s', async (_, logo) => {
    expect(await refusalOf(logo)).toBeUndefined();
  });

  it('leaves out who made it and with what', async () => {
    const logo = svg(
      '<metadata><by>Ana Ruiz</by></metadata>',
      '<!-- Generator: Draw, for the secret office -->',
    );
    const folder = await folderOf({ 'brand.yaml': brand('logo: logo.svg\n'), 'logo.svg': logo });
    const loaded = await loadBrand(await loadTemplates(folder));
    const drawn = loaded && (await drawBrand(loaded)).pictures.logo?.light;
    const text = Buffer.from(drawn?.split(',')[1] ?? '', 'base64').toString();
    expect(text).toContain('<path');
    expect(text).not.toMatch(/Ana Ruiz|secret office/);
  });
});

describe('an image of an SVG in a browser', () => {
  it('neither runs nor loads what the reader of logos may have missed', async () => {
    const attack = svg(
      `<script>window.ran=1</script><image href="${address()}i.png"/><style>path{fill:url(${address()}f)}</style>`,
      '',
      'onload="window.ran=1"',
    );
    const uri = `data:image/svg+xml;base64,${Buffer.from(attack).toString('base64')}`;
    expect(await open(`<!DOCTYPE html><img src="${uri}" alt="">`)).toEqual({
      asked: [],
      ran: false,
      ended: 'deck.html',
    });
  });
});

describe('a font of one’s own', async () => {
  const real = await readFile(
    require.resolve('@fontsource/public-sans/files/public-sans-latin-400-normal.woff2'),
  );
  const yaml = brand('fonts: { text: { family: Own Sans, files: [{ file: own.woff2 }] } }\n');

  it.each([
    ['no bytes', Buffer.alloc(0)],
    ['random bytes', randomBytes(5000)],
    ['half of a font', real.subarray(0, real.length >> 1)],
    ['the start of a font', Buffer.concat([Buffer.from('wOF2'), randomBytes(3000)])],
    ['text', Buffer.from('hello')],
  ])('is refused with %s', async (_, bytes) => {
    const error = await deckOf({ 'brand.yaml': yaml, 'own.woff2': bytes }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BriefError);
    expect((error as BriefError).problems).toMatchObject([
      {
        code: 'brand-fonts',
        message: 'is no font that can be read',
        file: expect.stringMatching(/own\.woff2$/),
      },
    ]);
  });

  it('is refused with 50 MB of anything, unread', async () => {
    const bytes = Buffer.concat([Buffer.from([0, 1, 0, 0]), Buffer.alloc(50e6, 65)]);
    const error = await deckOf({ 'brand.yaml': yaml, 'own.woff2': bytes }).catch((thrown: unknown) => thrown);
    expect((error as BriefError).problems).toMatchObject([{ code: 'too-large', line: 2 }]);
  });

  it('is taken where it is one', async () => {
    expect(await deckOf({ 'brand.yaml': yaml, 'own.woff2': real })).toContain('font-family:"Own Sans"');
  });
});

describe('words and colours of a brand', () => {
  const HOSTILE = `"><script>window.ran=1</script><img src=x onerror=window.ran=1>`;

  it('are text, in whatever they try to break out of', async () => {
    const yaml = [
      `name: ${JSON.stringify(`Office ${HOSTILE}`)}`,
      `footer: ${JSON.stringify(HOSTILE.slice(0, 40))}`,
      'logo: logo.svg',
    ].join('\n');
    const html = await deckOf({ 'brand.yaml': yaml, 'logo.svg': svg('') }, 'short');
    expect(html).toContain('Office');
    expect(await open(html)).toEqual({ asked: [], ran: false, ended: 'deck.html' });
  });

  it.each([
    'url(http://a.example/)',
    'red; } section { background: url(http://a.example/)',
    'var(--x)',
    'rgb(0 0 0 / 50%)',
    '</style><script>',
    'image-set("x" 1x)',
    'currentColor',
    '#fff" onload="x()',
  ])('are no colour: %s', async (colour) => {
    const folder = await folderOf({
      'brand.yaml': brand(`colours: { accent: ${JSON.stringify(colour)} }\n`),
    });
    await expect(loadBrand(await loadTemplates(folder))).rejects.toThrow('is no colour');
  });

  it.each(["Own'; } body { color: red", 'A"B', 'A;B', 'A</style>'])('are no font: %s', async (family) => {
    const font = `fonts: { text: { family: ${JSON.stringify(family)}, files: [{ file: own.woff2 }] } }\n`;
    const folder = await folderOf({ 'brand.yaml': brand(font), 'own.woff2': '' });
    await expect(loadBrand(await loadTemplates(folder))).rejects.toThrow('is no name of a font');
  });
});
