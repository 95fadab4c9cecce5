/** Each format is one descriptor: what makes, names, searches and certifies its files knows no other. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { normalize } from '../../src/core/normalize.js';
import { BriefError } from '../../src/core/problem.js';
import { EDITIONS } from '../../src/formats/edition.js';
import type { Format } from '../../src/formats/format.js';
import { FORMATS } from '../../src/formats/index.js';
import { png as pngFormat } from '../../src/formats/png.js';
import { type BuildOutput, makeDecks } from '../../src/pipeline/make.js';
import { unpackPng } from '../../src/unpack/png.js';
import { searcher, unpackText } from '../../src/unpack/unpack.js';
import type { Unpacked } from '../../src/unpack/unpacked.js';
import { sharedResources } from '../decks/browser.js';
import { txt } from '../fixtures/additions/txt.js';
import { folderOf } from '../load/folder-of.js';
import { chunk, png } from '../load/png.js';

const resources = sharedResources();

const SECRET = 'The northern cable was cut on purpose.';
const BRIEF = `id: b
title: The bridge
asOf: 2026-03-02
bottomLine: It is shut.
claims:
  - { id: cut, text: ${SECRET}, status: confirmed, marking: TLP:RED }
`;

async function made(formats: readonly Format[]): Promise<BuildOutput> {
  const folder = await folderOf({ 'brief.yaml': BRIEF });
  const choice = { briefs: [folder], audiences: ['public'], lengths: ['flash'], rules: ['no-source=off'] };
  return makeDecks(choice, { formats, editions: EDITIONS, paper: 'a4' }, resources);
}

/** The rules that keep a build from being written, and the files that they name. */
async function refusalsOf(...formats: Format[]): Promise<(string | undefined)[][]> {
  try {
    await made(formats);
    return [];
  } catch (error) {
    if (!(error instanceof BriefError)) throw error;
    return error.problems.map(({ code, element }) => [code, element]);
  }
}

/** A format whose files are always the same. */
const always = (format: Format, bytes: Buffer | string): Format => ({
  ...format,
  make: async () => [{ bytes }],
});

const CLEAN = Buffer.from('It is shut.');

/** Whether a search of a file finds the secret: in one piece, and word for word. */
function holdsSecret(file: Unpacked): boolean {
  const isThere = searcher(file)(normalize(SECRET));
  expect(file.said.includes(SECRET)).toBe(isThere);
  return isThere;
}

describe('the formats', () => {
  it('have ids and extensions of their own, and are made in some edition', () => {
    expect(FORMATS.map(({ id }) => id)).toEqual(['html', 'pdf', 'md', 'png']);
    expect(new Set(FORMATS.map(({ extension }) => extension)).size).toBe(FORMATS.length);
    for (const { editions } of FORMATS) expect(editions).not.toEqual([]);
  });

  it('are added by a descriptor: named, certified, linked to', async () => {
    const { decks, files } = await made([...FORMATS, txt]);
    expect(decks[0]?.manifest.files.map(({ name, format, edition }) => [name, format, edition])).toEqual([
      ['public-flash.html', 'html', 'audience'],
      ['public-flash.pdf', 'pdf', 'audience'],
      ['public-flash.md', 'md', 'audience'],
      ['public-flash.txt', 'txt', 'audience'],
      ['public-flash.speaker.html', 'html', 'speaker'],
      ['public-flash.speaker.md', 'md', 'speaker'],
      ['public-flash.handout.pdf', 'pdf', 'handout'],
    ]);
    const index = String(files.find(({ name }) => name === 'index.html')?.bytes);
    expect(index).toContain('<a href="b/public-flash.txt">TXT</a>');
    expect(index).toContain('<a href="b/public-flash.speaker.md">MD, speaker</a>');
  });

  it('are searched without being named: one that is added, too', async () => {
    expect(await refusalsOf(txt)).toEqual([]);
    expect(await refusalsOf(always(txt, `Public. ${SECRET}`))).toContainEqual([
      'withheld',
      'b/public-flash.txt',
    ]);
  });
});

describe('a PNG', () => {
  const words = (keyword: string, ...rest: Buffer[]) => Buffer.concat([Buffer.from(`${keyword}\0`), ...rest]);
  const bytes = Buffer.from(SECRET);
  const tiff = Buffer.concat([Buffer.from('II*\0\x08\0\0\0'), Buffer.from(SECRET, 'utf16le')]);
  const hidden: readonly (readonly [string, (text: Buffer) => Buffer])[] = [
    ['tEXt', (text) => png(8, 8, [chunk('tEXt', words('Comment', text))])],
    ['zTXt', (text) => png(8, 8, [chunk('zTXt', words('Comment', Buffer.from([0]), deflateSync(text)))])],
    ['iTXt', (text) => png(8, 8, [chunk('iTXt', words('Title', Buffer.from('\0\0en\0Titel\0'), text))])],
    [
      'iTXt, compressed',
      (text) =>
        png(8, 8, [chunk('iTXt', words('Title', Buffer.from('\x01\0en\0Titel\0'), deflateSync(text)))]),
    ],
    ['eXIf', (text) => png(8, 8, [chunk('eXIf', Buffer.concat([Buffer.from('MM\0*\0\0\0\x08'), text]))])],
    ['a chunk of its own', (text) => png(8, 8, [chunk('prVt', text)])],
    ['what is behind its end', (text) => Buffer.concat([png(8, 8), text])],
  ];

  it('with a secret in a compressed text stops a build', async () => {
    const zTXt = hidden[1]?.[1] ?? (() => Buffer.alloc(0));
    expect(await refusalsOf(always(pngFormat, zTXt(bytes)))).toContainEqual([
      'withheld',
      'b/public-flash.png',
    ]);
    expect(await refusalsOf(always(pngFormat, zTXt(CLEAN)))).toEqual([]);
  });

  it.each(hidden)('is searched: %s', (_, pngWith) => {
    expect(holdsSecret(unpackPng('a.png', pngWith(bytes)))).toBe(true);
    expect(holdsSecret(unpackPng('a.png', pngWith(CLEAN)))).toBe(false);
  });

  it('is searched in UTF-16, as cameras write it', () => {
    expect(holdsSecret(unpackPng('a.png', png(8, 8, [chunk('eXIf', tiff)])))).toBe(true);
  });

  it('that is none stops the build: nothing is known of what it holds', async () => {
    await expect(made([always(pngFormat, 'plain text')])).rejects.toThrow('is no PNG');
  });

  it.each(hidden)('in a Markdown file is searched: %s', (_, pngWith) => {
    const page = (data: Buffer) =>
      unpackText('a.md', `![A chart](data:image/png;base64,${data.toString('base64')})`);
    expect(holdsSecret(page(pngWith(bytes)))).toBe(true);
    expect(holdsSecret(page(pngWith(CLEAN)))).toBe(false);
  });
});

describe('a JPEG in a page', () => {
  const segment = (kind: number, data: Buffer) => {
    const head = Buffer.from([0xff, kind, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  };
  const jpeg = (...parts: Buffer[]) => {
    const data = Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts, Buffer.from([0xff, 0xd9])]);
    return `<img alt="" src="data:image/jpeg;base64,${data.toString('base64')}">`;
  };
  const scan = Buffer.concat([segment(0xda, Buffer.alloc(6)), Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3])]);

  it.each([
    ['a comment', (text: Buffer) => jpeg(segment(0xfe, text), scan)],
    [
      'camera data',
      (text: Buffer) => jpeg(segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), text])), scan),
    ],
    ['a comment behind pixels', (text: Buffer) => jpeg(scan, segment(0xfe, text))],
  ])('is searched: %s', (_, page) => {
    expect(holdsSecret(unpackText('a.html', page(Buffer.from(SECRET))))).toBe(true);
    expect(holdsSecret(unpackText('a.html', page(CLEAN)))).toBe(false);
  });
});
