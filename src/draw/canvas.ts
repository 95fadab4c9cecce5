/** Chart.js on Skia, drawing vectors: chartjs-node-canvas with a canvas that gives SVG instead of pixels. */
import { createCanvas, GlobalFonts, type SKRSContext2D, SvgExportFlag } from '@napi-rs/canvas';
import type { ChartConfiguration } from 'chart.js';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';

export interface Size {
  /** CSS pixels. */
  width: number;
  height: number;
}

/** The one method of chartjs-node-canvas that decides what it draws on. */
interface CanvasFactory {
  _createCanvas: (width: number, height: number) => unknown;
}

class SvgChart extends ChartJSNodeCanvas {
  constructor(size: Size) {
    // Chart.js is loaded here. It would draw with any Path2D that another library made global, and Skia takes its own only.
    const { Path2D: foreign } = globalThis;
    Reflect.deleteProperty(globalThis, 'Path2D');
    super(size);
    if (foreign !== undefined) globalThis.Path2D = foreign;
    (this as unknown as CanvasFactory)._createCanvas = (width, height) => {
      const canvas = createCanvas(width, height, SvgExportFlag.NoPrettyXML);
      return Object.assign(canvas, { toBuffer: () => canvas.getContent() });
    };
  }
}

const charts = new Map<string, SvgChart>();

/** Draws a configuration; SVG as Skia writes it. */
export function drawSvg(configuration: ChartConfiguration, size: Size): string {
  // Spacing that cannot be seen turns ligatures off, whose letters Skia would leave out of the SVG.
  const noLigatures = {
    id: 'noLigatures',
    beforeDraw({ ctx }: { ctx: { letterSpacing: string } }) {
      ctx.letterSpacing = '0.001px';
    },
  };
  const key = `${size.width}×${size.height}`;
  const chart = charts.get(key) ?? new SvgChart(size);
  charts.set(key, chart);
  return chart
    .renderToBufferSync(
      { ...configuration, plugins: [noLigatures, ...(configuration.plugins ?? [])] },
      'image/svg+xml',
    )
    .toString('utf8');
}

const registered = new Set<string>();

/** Makes faces (WOFF2, TTF, OTF) known to the canvas, each once. */
export function registerFonts(
  faces: readonly { family: string; file: string; covers(codePoint: number): boolean }[],
): void {
  for (const { family, file, covers } of faces) {
    // Of several faces for one weight the canvas takes the last: only the one with the common letters is given it.
    if (registered.has(file) || !covers(LETTER_E)) continue;
    registered.add(file);
    GlobalFonts.registerFromPath(file, family);
  }
}

const LETTER_E = 101;

let ruler: SKRSContext2D | undefined;

/** Width of a text in CSS pixels, in a CSS font such as `600 22px "Public Sans"`. */
export function textWidth(text: string, font: string): number {
  ruler ??= createCanvas(1, 1).getContext('2d');
  ruler.font = font;
  return ruler.measureText(text).width;
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
