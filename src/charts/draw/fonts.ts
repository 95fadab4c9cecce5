/** Fonts for the canvas, which texts are measured in. */
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { measureWith } from './text.js';

/** What was registered of each file: the hash of one that may change. */
const registered = new Map<string, string | undefined>();
const LETTER_E = 101;

let context: SKRSContext2D | undefined;

/** A face that text is measured in. */
interface Face {
  family: string;
  file: string;
  sha256?: string | undefined;
  covers(codePoint: number): boolean;
}

/** Makes faces (WOFF2, TTF, OTF) known to the canvas, each once, and again when its file has changed. */
export function registerFonts(faces: readonly Face[]): void {
  for (const { family, file, sha256, covers } of faces) {
    // Of several faces for one weight the canvas takes the last: only the one with the common letters is given it.
    if ((registered.has(file) && registered.get(file) === sha256) || !covers(LETTER_E)) continue;
    registered.set(file, sha256);
    GlobalFonts.registerFromPath(file, family);
    measureWith(widthOn);
  }
}

function widthOn(text: string, font: string): number {
  context ??= createCanvas(1, 1).getContext('2d');
  context.font = font;
  return context.measureText(text).width;
}
