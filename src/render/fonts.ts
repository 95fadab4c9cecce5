/**
 * Fonts inside the deck: of each face only the characters that the deck shows, as WOFF2 in a data URI. A subset is
 * made once for a set of characters, so that decks with the same letters share it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import postcss from 'postcss';
import { contentKey, Memo } from '../core/memo.js';
import { BriefError, MachineError } from '../core/problem.js';
import { readRegular } from '../load/files.js';
import { LIMITS } from '../load/limits.js';

/** One face of a font package: a weight and style for a part of Unicode. */
export interface FontFace {
  family: string;
  weight: string;
  style: string;
  /** Absolute path of the WOFF2 file. */
  file: string;
  /** SHA-256 of the file, where it may change: not that of a package. */
  sha256?: string | undefined;
  covers(codePoint: number): boolean;
}

/** Every deck may show these, so that most decks share one subset. */
const COMMON = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
  ...'\u00A0–—‘’“”„«»‹›…·€£°−',
];

/**
 * Where `scripts/prepare.mjs` leaves what the built-in themes need of their font packages. Each file is where it is in
 * its package: `@fontsource/public-sans/400.css`.
 */
export const FONTS = new URL('../../dist/fonts/', import.meta.url);

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

/** A stylesheet of the fonts that come with briefdeck, or of a package of the project that it is called in. */
function resolveStylesheet(stylesheet: string): string {
  const own = fileURLToPath(new URL(stylesheet, FONTS));
  if (existsSync(own)) return own;
  try {
    return require.resolve(stylesheet, { paths: [process.cwd(), fileURLToPath(import.meta.url)] });
  } catch {
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(stylesheet)?.[0] ?? stylesheet;
    throw new MachineError(
      'no-font',
      `The font "${stylesheet}" is not installed.`,
      `Run "npm install ${name}" in the folder that briefdeck is called in, or name another font in the theme.`,
    );
  }
}

/** The family by which themes name whatever font there is for letters that their own fonts lack. */
const SCRIPTS_FAMILY = 'Noto Scripts';

/** Font packages by the scripts, or signs, that they are used for. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{scx=Cyrillic}\p{scx=Greek}]/u, '@fontsource/noto-sans'],
  [/\p{scx=Arabic}/u, '@fontsource/ibm-plex-sans-arabic'],
  // Small figures as in NO₂ are in no font of the themes, and in this one.
  [/[\u2070-\u209F]/u, '@fontsource/open-sans'],
  // So are arrows and signs such as ≈, ≥ and ● in this one.
  [/[\p{Script=Hangul}\u2190-\u27BF]/u, '@fontsource/noto-sans-kr'],
  [
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u,
    '@fontsource/noto-sans-sc',
  ],
];

const stylesheetsOf = (name: string) => [`${name}/400.css`, `${name}/700.css`];

/** Stylesheets, regular and bold, of the fonts for letters that themes lack. */
export const SCRIPT_STYLESHEETS: readonly string[] = SCRIPTS.flatMap(([, name]) => stylesheetsOf(name));

const scripts = new Map<string, FontFace[]>();

/** Faces, regular and bold, for characters that a theme's own fonts lack. */
function scriptFaces(characters: readonly string[]): FontFace[] {
  const wanted = SCRIPTS.filter(([script]) => characters.some((character) => script.test(character)));
  return wanted.flatMap(([script, name]) => {
    const faces =
      scripts.get(name) ??
      readFontFaces(stylesheetsOf(name)).map((face) => ({
        ...face,
        family: SCRIPTS_FAMILY,
        // Each package for its own script: what two of them have comes from one.
        covers: (point: number) => script.test(String.fromCodePoint(point)) && face.covers(point),
      }));
    scripts.set(name, faces);
    return faces.filter((face) => characters.some((character) => face.covers(character.codePointAt(0) ?? 0)));
  });
}

/** Whether every family has a character: what one of them lacks, it may have to show. */
function isCovered(character: string, faces: readonly FontFace[]): boolean {
  const point = character.codePointAt(0) ?? 0;
  const having = new Set(faces.filter((face) => face.covers(point)).map((face) => face.family));
  return faces.every((face) => having.has(face.family));
}

/** Where `scripts/prepare.mjs` leaves the subsets of {@link COMMON}, one file a face. */
export const PREPARED = new URL('common/', FONTS);

/** The part of {@link COMMON} that a face has. */
export function commonIn(face: FontFace): string[] {
  return COMMON.filter((character) => face.covers(character.codePointAt(0) ?? 0));
}

/** Makes `@font-face` rules with subsets for the characters that a deck shows. */
export class FontEmbedder {
  readonly #subsets: Memo<Promise<string>>;

  /** `subsets` are known ones, in Base64. */
  constructor(subsets: Memo<Promise<string>> = new Memo()) {
    this.#subsets = subsets;
  }

  /**
   * CSS for the faces that are needed to show `text`: for each the subset that every deck has, and one more for
   * what is beyond it.
   */
  async css(faces: readonly FontFace[], text: string): Promise<string> {
    // What has no shape (spaces, joiners) makes a font without shapes, which browsers refuse.
    // A theme may set what is written small in capitals.
    const written = [...new Set(text)].flatMap((character) => [character, ...character.toUpperCase()]);
    const shown = [...new Set(written)].filter((character) => !/[\p{Z}\p{C}]/u.test(character)).sort();
    const lacking = new Set(shown.filter((character) => !isCovered(character, faces)));
    const all = [...faces, ...scriptFaces([...lacking])];
    const rules = all.flatMap((face) => {
      const common = commonIn(face);
      const covered = shown.filter((character) => {
        const isOwn = face.family !== SCRIPTS_FAMILY || lacking.has(character);
        return isOwn && face.covers(character.codePointAt(0) ?? 0);
      });
      // A face without an "e" is for another script: what it shares with every deck, it has only if it is shown.
      const base = common.includes('e') && face.family !== SCRIPTS_FAMILY ? common : [];
      const rest = covered.filter((character) => !base.includes(character));
      return [base, rest]
        .filter((characters) => characters.length > 0)
        .map((characters) => this.#rule(face, characters));
    });
    return (await Promise.all(rules)).join('');
  }

  async #rule(face: FontFace, characters: readonly string[]): Promise<string> {
    const data = await this.#subset(face, characters);
    if (data === '') return '';
    return (
      `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-style:${face.style};` +
      `src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${ranges(characters)}}`
    );
  }

  #subset(face: FontFace, characters: readonly string[]): Promise<string> {
    const prepared = new URL(path.basename(face.file), PREPARED);
    const isCommon = characters.join('') === commonIn(face).join('');
    return this.#subsets.of(contentKey(face.file, face.sha256, characters), async () => {
      const font = isCommon && existsSync(prepared) ? readFile(prepared) : makeSubset(face, characters);
      return (await font).toString('base64');
    });
  }
}

/**
 * A face with only some characters, as WOFF2. Empty where it can draw none of them: a package's stylesheet claims
 * whole blocks of Unicode, and browsers refuse a font without shapes.
 */
export async function makeSubset(face: FontFace, characters: readonly string[]): Promise<Buffer> {
  // Loaded where it is needed: a deck of common letters does not.
  const { default: subsetFont } = await import('subset-font');
  const text = [...characters, ...formsOf(characters)].join('');
  const file = await readRegular(face.file, LIMITS.fontBytes);
  const plain = await subsetFont(file, text, { targetFormat: 'sfnt' }).catch(() => {
    throw new BriefError([
      {
        code: 'brand-fonts',
        message: 'is no font that can be read',
        hint: 'Give the file anew: WOFF2, WOFF, TTF or OTF.',
        file: face.file,
      },
    ]);
  });
  return hasShapes(plain) ? subsetFont(plain, text, { targetFormat: 'woff2' }) : Buffer.alloc(0);
}

/**
 * The forms that Arabic letters take beside each other. A PDF says what a shape stands for by the characters that a
 * font has for it: without these, joined letters could be seen and not be read back.
 */
function formsOf(characters: readonly string[]): string[] {
  if (!characters.some((character) => /\p{Script=Arabic}/u.test(character))) return [];
  const has = new Set(characters);
  const forms = Array.from({ length: 0xfefc - 0xfb50 + 1 }, (_, i) => String.fromCodePoint(0xfb50 + i));
  return forms.filter((form) => {
    const letters = [...form.normalize('NFKC')];
    return letters[0] !== form && letters.every((letter) => has.has(letter));
  });
}

/** Whether a font draws anything: the tables of an sfnt are listed at its start, each by name, sum, place and length. */
function hasShapes(font: Buffer): boolean {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i;
    const name = font.toString('latin1', entry, entry + 4);
    if (['glyf', 'CFF ', 'CFF2'].includes(name) && font.readUInt32BE(entry + 12) > 1) return true;
  }
  return false;
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
