/** Texts of a chart: how wide they are, where they break, and where they stand. */

/** A text as it stands in a drawing: on its baseline, in CSS pixels. */
export interface PlacedText {
  text: string;
  x: number;
  y: number;
  size: number;
  weight: number;
  colour: string;
  anchor: 'start' | 'middle' | 'end';
  /** Colour under it that keeps it clear of what is behind it. */
  backdrop?: string | undefined;
}

/** The area of a text that must stay free of other texts. */
export interface TextBox {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** How wide a text is in a CSS font. */
type Ruler = (text: string, font: string) => number;

let measure: Ruler | undefined;
const widths = new Map<string, number>();

/** Sets what texts are measured by: again whenever another font is registered. */
export function measureWith(ruler: Ruler): void {
  measure = ruler;
  widths.clear();
}

/**
 * Width of a text in CSS pixels, in a CSS font such as `600 22px "Public Sans"`. Letters beyond Latin, Greek and
 * Cyrillic are taken to be as wide as they are at most, whichever font the reader's browser has for them: the same
 * on every machine.
 */
export function textWidth(text: string, font: string): number {
  const key = `${font}\n${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const { size } = readFont(font);
  let own = '';
  let others = 0;
  for (const character of text) {
    if (MARK.test(character)) continue;
    if (MEASURED.test(character)) own += character;
    else others += size * (WIDE.test(character) ? 1 : 0.68);
  }
  if (!measure) throw new Error('no font is registered to measure texts in');
  const width = measure(own, font) + others;
  // As many as the charts of a large brief have, and no more.
  if (widths.size > 20_000) widths.clear();
  widths.set(key, width);
  return width;
}

const MEASURED = /[\u0020-\u058F\u1E00-\u218F]/u;
const MARK = /\p{Mn}|\p{Cf}/u;
const WIDE =
  /[\u2190-\u22FF\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}\u3000-\u303F\uFF00-\uFF60]/u;

/** Size and weight of a CSS font. */
export function readFont(font: string): { size: number; weight: number } {
  const [, weight, size] = /^(?:normal )?(bold|\d{3})? ?(?:normal )?([\d.]+)px/.exec(font) ?? [];
  return { size: Number(size ?? 12), weight: weight === 'bold' ? 700 : Number(weight ?? 400) };
}

/** The area of a text, a little less high than its line. */
export function boxOf({ text, x, y, size, weight, anchor }: PlacedText, family: string): TextBox {
  const width = textWidth(text, `${weight} ${size}px "${family}"`);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - size * 0.74, bottom: y + size * 0.21 };
}

export function overlaps(a: TextBox, b: TextBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** A text cut into lines no wider than `width`; a word that is wider is cut as well. */
export function wrap(text: string, font: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').flatMap((word) => cutWord(word, font, width))) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(joined, font) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** A text in at most so many lines; what is beyond them is cut off with an ellipsis. */
export function wrapTo(text: string, font: string, width: number, most: number): string[] {
  const lines = wrap(text, font, width);
  if (lines.length <= most) return lines;
  const rest = lines.slice(Math.max(0, most - 1)).join(' ');
  return [...lines.slice(0, Math.max(0, most - 1)), cut(rest, font, width)];
}

/** A text no wider than `width`, with an ellipsis where something is cut off. */
export function cut(text: string, font: string, width: number): string {
  if (textWidth(text, font) <= width) return text;
  const characters = [...text];
  const shortened = (length: number) => `${characters.slice(0, length).join('').trimEnd()}…`;
  // The longest that fits is between the two.
  let fits = 1;
  let tooLong = characters.length;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (textWidth(shortened(middle), font) <= width) fits = middle;
    else tooLong = middle;
  }
  return shortened(fits);
}

function cutWord(word: string, font: string, width: number): string[] {
  if (textWidth(word, font) <= width) return [word];
  const parts: string[] = [];
  for (const character of word) {
    const last = parts.at(-1);
    if (last !== undefined && textWidth(last + character, font) <= width)
      parts[parts.length - 1] = last + character;
    else parts.push(character);
  }
  return parts;
}
