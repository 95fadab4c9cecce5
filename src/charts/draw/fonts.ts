/** Fonts for the canvas, which texts are measured in. */
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { measureWith } from './text.js';

const registered = new Set<string>();
const LETTER_E = 101;

let context: SKRSContext2D | undefined;

/** Makes faces (WOFF2, TTF, OTF) known to the canvas, each once. */
export function registerFonts(
  faces: readonly { family: string; file: string; covers(codePoint: number): boolean }[],
): void {
  for (const { family, file, covers } of faces) {
    // Of several faces for one weight the canvas takes the last: only the one with the common letters is given it.
    if (registered.has(file) || !covers(LETTER_E)) continue;
    registered.add(file);
    GlobalFonts.registerFromPath(file, family);
    measureWith(widthOn);
  }
}

function widthOn(text: string, font: string): number {
  context ??= createCanvas(1, 1).getContext('2d');
  context.font = font;
  return context.measureText(text).width;
}
