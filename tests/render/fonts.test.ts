/** Fonts inside a deck: of each face what the deck shows, and no font that a browser would refuse. */
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MachineError } from '../../src/core/problem.js';
import { FontEmbedder, makeSubset, readFontFaces } from '../../src/render/fonts.js';
import { folderOf } from '../load/folder-of.js';

const faces = readFontFaces(['@fontsource/public-sans/400.css']);
const rangesOf = (css: string) => [...css.matchAll(/unicode-range:([^}]*)/g)].map(([, range]) => range);

describe('an embedder', () => {
  it('gives every deck the common letters, and one more font for what is beyond them', async () => {
    const embedder = new FontEmbedder();
    const plain = rangesOf(await embedder.css(faces, 'bridge'));
    expect(plain).toHaveLength(1);
    const more = rangesOf(await embedder.css(faces, 'bridge ß'));
    expect(more).toEqual([...plain, 'U+DF']);
    expect(await embedder.css(faces, 'egdirb')).toBe(await new FontEmbedder().css(faces, 'bridge'));
  });

  it('has the capitals too, for a theme that sets a text in them', async () => {
    const embedder = new FontEmbedder();
    expect(rangesOf(await embedder.css(faces, 'coût'))).toContain('U+DB,U+FB');
  });

  it('makes no font of characters that the stylesheet claims and the face cannot draw', async () => {
    const embedder = new FontEmbedder();
    for (const text of ['\uA71C', 'ſ'])
      expect(rangesOf(await embedder.css(faces, text))).toEqual(
        rangesOf(await embedder.css(faces, 'bridge')),
      );
  });

  it('makes the same font from the same letters', async () => {
    const face = faces.find((one) => one.covers(97));
    if (!face) throw new Error('no face');
    const [one, other] = await Promise.all([makeSubset(face, ['a', 'b']), makeSubset(face, ['a', 'b'])]);
    expect(one.length).toBeGreaterThan(300);
    expect(one.equals(other)).toBe(true);
  });

  it('takes the fonts of the built-in themes from where the build leaves them', () => {
    expect(faces.map((face) => path.relative('.', face.file))).toContain(
      path.normalize('dist/fonts/@fontsource/public-sans/files/public-sans-latin-400-normal.woff2'),
    );
  });

  it('takes other fonts from packages of the project that it is called in', async () => {
    const rule = "@font-face { font-family: 'Own'; src: url(./own.woff2) format('woff2') }";
    const folder = await folderOf({
      'node_modules/@house/font/package.json': '{ "name": "@house/font", "version": "1.0.0" }',
      'node_modules/@house/font/400.css': rule,
    });
    const before = process.cwd();
    onTestFinished(() => process.chdir(before));
    process.chdir(folder);
    const [face] = readFontFaces(['@house/font/400.css']);
    expect(face?.family).toBe('Own');
    expect(face?.file).toBe(path.join(await realpath(folder), 'node_modules/@house/font/own.woff2'));
  });

  it('says what to do where a font is missing', () => {
    expect(() => readFontFaces(['@fontsource/nope/400.css'])).toThrow(MachineError);
  });
});
