/**
 * Chart.js on Skia, drawing vectors: chartjs-node-canvas with a canvas that gives SVG instead of pixels. Texts do not
 * go through Skia, which would write them letter by letter in the fonts of this machine: they are noted down and
 * written into the SVG as they are.
 */
import { createCanvas, type SKRSContext2D, SvgExportFlag } from '@napi-rs/canvas';
import type { ChartConfiguration } from 'chart.js';
import { ChartJSNodeCanvas } from '../../vendor/chartjs-node-canvas.js';
import Color from '../../vendor/colorjs.js';
import type { Size } from './size.js';
import { uncertainColour } from './style.js';
import { boxOf, overlaps, type PlacedText, readFont, type TextBox, textWidth } from './text.js';

/** A drawing: shapes as Skia writes them, and the texts on them. */
export interface Drawing {
  shapes: string;
  texts: readonly PlacedText[];
}

/** The one method of chartjs-node-canvas that decides what it draws on. */
interface CanvasFactory {
  _createCanvas: (width: number, height: number) => unknown;
}

class SvgChart extends ChartJSNodeCanvas {
  texts: PlacedText[] = [];
  readonly #family: string;

  constructor(size: Size, family: string) {
    // Chart.js is loaded here. It would draw with any Path2D that another library made global, and Skia takes its own only.
    const { Path2D: foreign } = globalThis;
    Reflect.deleteProperty(globalThis, 'Path2D');
    super(size);
    if (foreign !== undefined) globalThis.Path2D = foreign;
    this.#family = family;
    (this as unknown as CanvasFactory)._createCanvas = (width, height) => {
      const canvas = createCanvas(width, height, SvgExportFlag.NoPrettyXML);
      this.texts = [];
      keyColours(canvas.getContext('2d'));
      collectTexts(canvas.getContext('2d'), { width, height }, this.#family, this.texts);
      return Object.assign(canvas, { toBuffer: () => canvas.getContent() });
    };
  }
}

const charts = new Map<string, SvgChart>();

/**
 * The opacity, of 255, that Skia writes what is not certain with: it would write a pattern as pixels and a dash as a
 * polygon. No other colour reaches it with this opacity, so that what has it in its SVG is hatched or dashed.
 */
const KEY = 128;
export const KEY_OPACITY = '0.50196081';

/** Lets a context take colours that are not certain, and keeps the opacity that marks them from every other. */
function keyColours(ctx: SKRSContext2D): void {
  for (const name of ['fillStyle', 'strokeStyle'] as const) {
    const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(ctx), name);
    Object.defineProperty(ctx, name, {
      get: () => own?.get?.call(ctx),
      set: (style: unknown) => own?.set?.call(ctx, typeof style === 'string' ? keyed(style) : style),
    });
  }
}

const keyedColours = new Map<string, string>();

function keyed(style: string): string {
  const known = keyedColours.get(style);
  if (known !== undefined) return known;
  const colour = uncertainColour(style);
  const result =
    colour !== undefined
      ? withOpacity(colour, KEY)
      : Math.round(opacityOf(style) * 255) === KEY
        ? withOpacity(style, KEY + 1)
        : style;
  keyedColours.set(style, result);
  return result;
}

function opacityOf(style: string): number {
  return Color.try(style)?.alpha.valueOf() ?? 1;
}

function withOpacity(style: string, of255: number): string {
  const colour = new Color(style).to('srgb');
  colour.alpha = of255 / 255;
  return colour.toString({ format: 'hex' });
}

/** Draws a configuration whose texts are all in one family. */
export function draw(configuration: ChartConfiguration, size: Size, family: string): Drawing {
  const key = `${size.width}×${size.height} ${family}`;
  const chart = charts.get(key) ?? new SvgChart(size, family);
  charts.set(key, chart);
  const shapes = chart.renderToBufferSync(configuration, 'image/svg+xml').toString('utf8');
  return { shapes, texts: chart.texts };
}

/** How far a text may reach over the edge of its chart: the rounding of its width. */
const TOLERANCE = 1;

/** Lets a context note texts down instead of drawing them. One that would cover another, or leave the chart, is left out. */
function collectTexts(ctx: SKRSContext2D, size: Size, family: string, texts: PlacedText[]): void {
  const boxes: TextBox[] = [];
  let backdrop: string | undefined;
  Object.assign(ctx, {
    fillText(text: string, x: number, y: number) {
      const { size: height, weight } = readFont(ctx.font);
      const { e, f } = ctx.getTransform();
      const anchor = ANCHORS[ctx.textAlign] ?? 'start';
      const placed: PlacedText = {
        text: String(text),
        x: x + e,
        y: y + f + height * (BASELINES[ctx.textBaseline] ?? 0),
        size: height,
        weight,
        colour: String(ctx.fillStyle),
        anchor,
        backdrop,
      };
      backdrop = undefined;
      const box = boxOf(placed, family);
      const isInside =
        box.left >= -TOLERANCE &&
        box.right <= size.width + TOLERANCE &&
        box.top >= -TOLERANCE &&
        box.bottom <= size.height + TOLERANCE;
      if (placed.text.trim() === '' || !isInside || boxes.some((other) => overlaps(box, other))) return;
      boxes.push(box);
      texts.push(placed);
    },
    // The backdrop of the text that is written next.
    strokeText() {
      backdrop = String(ctx.strokeStyle);
    },
    measureText(text: string) {
      const { size: height } = readFont(ctx.font);
      const width = textWidth(String(text), ctx.font);
      return {
        width,
        actualBoundingBoxLeft: 0,
        actualBoundingBoxRight: width,
        actualBoundingBoxAscent: height * 0.74,
        actualBoundingBoxDescent: height * 0.21,
      };
    },
    arc(...circle: Parameters<SKRSContext2D['arc']>) {
      arcAsCurves(ctx, ...circle);
    },
  });
}

const ANCHORS: Readonly<Record<string, PlacedText['anchor']>> = {
  left: 'start',
  start: 'start',
  center: 'middle',
  right: 'end',
  end: 'end',
};

/** From the line that a text is aligned by down to its baseline, in ems. */
const BASELINES: Readonly<Record<string, number>> = {
  top: 0.83,
  hanging: 0.74,
  middle: 0.35,
  alphabetic: 0,
  ideographic: -0.21,
  bottom: -0.21,
};

/** An arc as curves: Skia writes its own as a hundred corners. */
function arcAsCurves(
  ctx: SKRSContext2D,
  x: number,
  y: number,
  radius: number,
  from: number,
  to: number,
  counterclockwise = false,
): void {
  const turn = 2 * Math.PI;
  const ahead = counterclockwise ? from - to : to - from;
  const sweep = (ahead >= turn ? turn : ((ahead % turn) + turn) % turn) * (counterclockwise ? -1 : 1);
  const parts = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
  const step = sweep / parts;
  const reach = (4 / 3) * Math.tan(step / 4) * radius;
  ctx.lineTo(x + radius * Math.cos(from), y + radius * Math.sin(from));
  for (let i = 0; i < parts; i++) {
    const [a, b] = [from + i * step, from + (i + 1) * step];
    const [ax, ay, bx, by] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    ctx.bezierCurveTo(
      x + radius * ax - reach * ay,
      y + radius * ay + reach * ax,
      x + radius * bx + reach * by,
      y + radius * by - reach * bx,
      x + radius * bx,
      y + radius * by,
    );
  }
}
