/**
 * Fonts inside the deck: of each face only the characters that the deck shows, as WOFF2 in a data URI. A subset is
 * made once for a set of characters, so that decks with the same letters share it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import postcss from 'postcss';
import subsetFont from 'subset-font';
import { MachineError } from '../problem.js';

/** One face of a font package: a weight and style for a part of Unicode. */
export interface FontFace {
  family: string;
  weight: string;
  style: string;
  /** Absolute path of the WOFF2 file. */
  file: string;
  covers(codePoint: number): boolean;
}

/** Every deck may show these, so that most decks share one subset. */
const COMMON = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
  ...'\u00A0–—‘’“”…·→≈≤≥€£°−',
];

const require = createRequire(import.meta.url);

/** The faces that some package stylesheets declare. Throws {@link MachineError} where a package is missing. */
export function readFontFaces(stylesheets: readonly string[]): FontFace[] {
  return stylesheets.flatMap((stylesheet) => {
    const file = resolveStylesheet(stylesheet);
    const faces: FontFace[] = [];
    postcss.parse(readFileSync(file, 'utf8')).walkAtRules('font-face', (rule) => {
      const value = (property: string) => {
        let found = '';
        rule.walkDecls(property, (declaration) => {
          found = declaration.value;
        });
        return found;
      };
      const url = /url\(["']?([^"')]+\.woff2)["']?\)/.exec(value('src'))?.[1];
      if (url === undefined) return;
      faces.push({
        family: value('font-family').replace(/["']/g, ''),
        weight: value('font-weight') || '400',
        style: value('font-style') || 'normal',
        file: path.resolve(path.dirname(file), url),
        covers: coverage(value('unicode-range')),
      });
    });
    return faces;
  });
}

function resolveStylesheet(stylesheet: string): string {
  try {
    return require.resolve(stylesheet);
  } catch {
    throw new MachineError('no-font', `The font "${stylesheet}" is not installed.`, 'Run npm install again.');
  }
}

/** Makes `@font-face` rules with subsets for the characters that a deck shows. */
export class FontEmbedder {
  readonly #subsets = new Map<string, Promise<string>>();

  /** CSS for the faces that are needed to show `text`. */
  async css(faces: readonly FontFace[], text: string): Promise<string> {
    const characters = new Set([...COMMON, ...text].filter((character) => character >= ' '));
    const rules = faces.map(async (face) => {
      const covered = [...characters]
        .filter((character) => face.covers(character.codePointAt(0) ?? 0))
        .sort();
      // A face that would bring only what every deck has, and not all of it, is for another script.
      if (covered.every((character) => COMMON.includes(character)) && !covered.includes('e')) return '';
      const data = await this.#subset(face, covered.join(''));
      return (
        `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-style:${face.style};` +
        `src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${ranges(covered)}}`
      );
    });
    return (await Promise.all(rules)).join('');
  }

  #subset(face: FontFace, characters: string): Promise<string> {
    const key = `${face.file}\n${characters}`;
    const known = this.#subsets.get(key);
    if (known) return known;
    const made = subsetFont(readFileSync(face.file), characters, { targetFormat: 'woff2' }).then((font) =>
      font.toString('base64'),
    );
    this.#subsets.set(key, made);
    return made;
  }
}

/** `unicode-range` as a test of a code point; everything, where there is none. */
function coverage(range: string): (codePoint: number) => boolean {
  if (range === '') return () => true;
  const spans = range.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [
      Number.parseInt(from.replaceAll('?', '0'), 16),
      Number.parseInt(to.replaceAll('?', 'F'), 16),
    ] as const;
  });
  return (codePoint) => spans.some(([from, to]) => codePoint >= from && codePoint <= to);
}

/** Characters as a `unicode-range`, runs joined. */
function ranges(characters: readonly string[]): string {
  const points = characters.map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point: number) => point.toString(16).toUpperCase();
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');
}
