/** What a picture or a logo costs is known before it is decoded or drawn. */
import path from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { embedImage } from '../../src/images/image.js';
import { LIMITS } from '../../src/load/limits.js';
import { checkImage, readHeader } from '../../src/load/pixels.js';
import { checkVector } from '../../src/load/vector.js';
import { folderOf } from './folder-of.js';
import { png } from './png.js';
import { problemsOf } from './problems.js';

const svg = (body: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${body}</svg>`);

describe('readHeader', () => {
  it.each(['png', 'jpeg', 'webp', 'avif'] as const)('reads the size of a picture in %s', async (format) => {
    for (const [width, height] of [
      [30, 20],
      [301, 1999],
    ] as const)
      expect(readHeader(await createCanvas(width, height).encode(format as 'png'))).toMatchObject({
        width,
        height,
      });
  });

  it('knows no other format, and no header that is cut off', async () => {
    const whole = await createCanvas(30, 20).encode('png');
    expect(readHeader(whole)).toBeDefined();
    for (const bytes of [whole.subarray(0, 20), svg(''), Buffer.from('GIF89a    '), Buffer.alloc(0)])
      expect(readHeader(bytes)).toBeUndefined();
  });
});

describe('checkImage', () => {
  it('refuses 400 million pixels in some kilobytes, before they are decoded', async () => {
    const bomb = png(20_000, 20_000);
    expect(bomb.length).toBeLessThan(100_000);
    const start = performance.now();
    expect(checkImage(bomb)).toMatchObject({ code: 'too-large' });
    await expect(embedImage(bomb, { width: 40, height: 20 })).rejects.toThrow('20000 × 20000 pixels');
    expect(performance.now() - start).toBeLessThan(1000);
    expect(checkImage(png(8000, 6000))).toBeUndefined();
  });

  it('refuses a JPEG in more passes than any encoder writes', async () => {
    const jpeg = await createCanvas(30, 20).encode('jpeg');
    expect(checkImage(jpeg)).toBeUndefined();
    const pass = Buffer.from([0xff, 0xda, 0, 3, 0, 1]);
    const end = jpeg.subarray(-2);
    const many = Array.from({ length: LIMITS.scans }, () => pass);
    expect(checkImage(Buffer.concat([jpeg.subarray(0, -2), ...many, end]))?.message).toMatch(/passes/);
  });

  it('is told at the line of the brief', async () => {
    const head = 'id: b\ntitle: T\nasOf: 2026\nbottomLine: B.\nimages:\n';
    const image = (id: string, file: string) =>
      `  - { id: ${id}, file: ${file}, alt: A, credit: C, licence: L }\n`;
    const folder = await folderOf({
      'brief.yaml': head + image('a', 'a.png') + image('b', 'b.png') + image('c', 'c.png'),
      'a.png': png(20_000, 20_000),
      'b.png': svg('<path/>'),
      'c.png': png(30, 20),
    });
    const problems = await problemsOf(path.join(folder, 'brief.yaml'));
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['too-large', 6],
      ['no-picture', 7],
    ]);
  });

  it('counts the pixels of all pictures of a brief', async () => {
    const files = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`${i}.png`, png(8000, 6000)]));
    const list = Object.keys(files).map(
      (file, i) => `  - { id: i${i}, file: ${file}, alt: A, credit: C, licence: L }`,
    );
    const folder = await folderOf({
      ...files,
      'brief.yaml': `id: b\ntitle: T\nasOf: 2026\nbottomLine: B.\nimages:\n${list.join('\n')}\n`,
    });
    const problems = await problemsOf(path.join(folder, 'brief.yaml'));
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['too-large', 16]]);
  });
});

describe('checkVector', () => {
  const nested = (levels: number) =>
    Array.from(
      { length: levels },
      (_, i) => `<g id="a${i + 1}">${`<use href="#a${i}"/>`.repeat(10)}</g>`,
    ).join('');
  const start = '<g id="a0"><path d="M0 0h9v9z"/></g>';
  const ILLUSTRATOR =
    '<defs><style>.a,.b{fill:none;}.b{clip-path:url(#c);}</style><clipPath id="c"><rect class="a"/></clipPath></defs><g class="b"><path d="M0 0h9v9z"/></g>';

  it.each([
    ['paths', svg('<path d="M0 0h9v9z"/>')],
    ['what is used a few times', svg(start + nested(2))],
    ['a clip by class, as programs export it', svg(ILLUSTRATOR)],
    [
      'a document type and a remark',
      Buffer.from(`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd"><!-- a > b -->${svg('<path/>')}`),
    ],
  ])('takes %s', (_, bytes) => expect(checkVector(bytes)).toBeUndefined());

  it.each([
    ['uses in uses', svg(start + nested(9))],
    [
      'uses in uses, their names hidden',
      Buffer.from(
        svg(start + nested(9))
          .toString()
          .replaceAll('#', '&#35;'),
      ),
    ],
    ['what uses itself', svg('<g id="a"><use href="#a"/></g>')],
    [
      'masks in masks by class',
      svg(
        `<style>.a{mask:url(#m)}.b{mask:url(#n)}</style><mask id="m">${'<g class="b"/>'.repeat(200)}</mask><mask id="n">${'<g/>'.repeat(200)}</mask><g class="a"/>`,
      ),
    ],
    ['entities', Buffer.from(`<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('<text>&a;</text>')}`)],
    ['an SVG in the SVG', svg('<image href="data:image/svg+xml;base64,AAAA"/>')],
    [
      'a picture of 400 million pixels',
      svg(`<image href="data:image/png;base64,${png(20_000, 20_000).toString('base64')}"/>`),
    ],
    ['what is no SVG', Buffer.from('<svg <')],
  ])('refuses %s', (_, bytes) => expect(checkVector(bytes)).toBeDefined());

  it.each([
    '<!DOCTYPE',
    '(data:',
    '<style>',
    '.a{}',
    '<!--x>',
    '<![CDATA[',
    '<g ',
    '<g>',
    'url( ',
    '<a "\'',
    '<a \'"<a',
    ' ',
    '{',
  ])('reads half a megabyte of %j quickly', (part) => {
    const begun = performance.now();
    checkVector(svg(part.repeat(LIMITS.vectorBytes / part.length)));
    checkVector(svg(`<style>${part.repeat(LIMITS.vectorBytes / part.length)}</style>`));
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
