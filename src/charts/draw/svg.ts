/** A drawing as SVG for a page: hatching, dashes, ids of its own, and its texts as text. */
import { escapeMarkup } from '../../core/escape.js';
import { sha256 } from '../../core/hash.js';
import { type Drawing, KEY_OPACITY } from './canvas.js';
import type { Size } from './size.js';
import { boxOf, type PlacedText } from './text.js';

/** A drawing and where in the chart it stands. */
export interface Panel extends Drawing {
  x: number;
  y: number;
  size: Size;
}

const DASHES = '9 6';
/** Pixels from one line of a hatch to the next, and the width of a line. */
const HATCH = { step: 9, width: 3 };

/** One SVG of some drawings; mirrored where the language is written from right to left. */
export function toSvg(
  panels: readonly Panel[],
  size: Size,
  family: string,
  direction: 'ltr' | 'rtl',
): string {
  const isMirrored = direction === 'rtl';
  const inner = panels
    .map((panel, i) => {
      const x = isMirrored ? size.width - panel.x - panel.size.width : panel.x;
      const mirror = isMirrored ? ` transform="matrix(-1 0 0 1 ${panel.size.width} 0)"` : '';
      const content =
        `<g${mirror}>${shapesOf(panel, i)}${panel.texts.map((text) => backdrop(text, family)).join('')}</g>` +
        panel.texts.map((text) => writeText(isMirrored ? mirrored(text, panel.size) : text)).join('');
      return x === 0 && panel.y === 0
        ? content
        : `<g transform="translate(${round(x)} ${round(panel.y)})">${content}</g>`;
    })
    .join('');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" ` +
    `viewBox="0 0 ${size.width} ${size.height}" overflow="visible" direction="${direction}" font-family="${escapeMarkup(family)}, 'Noto Scripts', sans-serif">` +
    `${inner}</svg>`;
  return withOwnIds(svg);
}

/** The shapes of Skia's SVG, with what is hatched and dashed drawn so. */
function shapesOf({ shapes, size }: Panel, n: number): string {
  const body = shapes
    .replace(/^.*?<svg [^>]*>|<\/svg>\s*$/gs, '')
    // The canvas is cleared before it is drawn on.
    .replace(/<rect fill-opacity="0"[^>]*\/>/g, '')
    .replaceAll(`stroke-opacity="${KEY_OPACITY}"`, `stroke-dasharray="${DASHES}" stroke-linecap="butt"`)
    .replace(/(?<=<path [^>]*d=")[^"]+/g, (path) => path.replace(/-?\d*\.\d+/g, (n) => round(Number(n))))
    .replace(/(?<= (?:x|y|width|height|cx|cy|rx|ry|r)=")-?\d*\.\d+/g, (n) => round(Number(n)));
  const area = `<(rect|path) fill="([^"]+)" fill-opacity="${KEY_OPACITY}"([^>]*)/>`;
  const left = new Map<string, number>();
  for (const [, , colour = ''] of body.matchAll(new RegExp(area, 'g')))
    left.set(colour, (left.get(colour) ?? 0) + 1);
  const clips = new Map<string, string[]>();
  let depth = 0;
  let hatches = '';
  // All areas of a colour are hatched at once: after the group that the last of them is in, and under what is drawn next.
  return body.replace(
    new RegExp(`<(/?)g\\b[^>]*>|${area}`, 'g'),
    (whole, close: string | undefined, name: string, colour: string, rest: string) => {
      let shape = whole;
      if (close !== undefined) depth += close === '' ? 1 : -1;
      else {
        const clip = [...(clips.get(colour) ?? []), `<${name}${rest}/>`];
        clips.set(colour, clip);
        shape = `<${name} fill="${colour}" fill-opacity="0.12"${rest}/>`;
        if (clip.length === left.get(colour))
          hatches += hatch(`hatch${n}-${[...left.keys()].indexOf(colour)}`, colour, clip, size);
      }
      if (depth > 0) return shape;
      const written = shape + hatches;
      hatches = '';
      return written;
    },
  );
}

/** The lines of a hatch, clipped to some areas. */
function hatch(id: string, colour: string, areas: readonly string[], { width, height }: Size): string {
  const lines: string[] = [];
  for (let at = HATCH.step; at < width + height; at += HATCH.step)
    lines.push(`M${at - height} ${height}l${height}-${height}`);
  return (
    `<clipPath id="${id}">${areas.join('')}</clipPath>` +
    `<path clip-path="url(#${id})" stroke="${colour}" stroke-width="${HATCH.width}" fill="none" d="${lines.join('')}"/>`
  );
}

/** Ids that no other chart on the page has: Skia's own count on from one chart to the next. */
function withOwnIds(svg: string): string {
  const ids = new Map<string, number>();
  const name = (id: string) => {
    if (!ids.has(id)) ids.set(id, ids.size + 1);
    return ids.get(id);
  };
  const counted = svg
    .replace(/ id="([^"]+)"/g, (_, id: string) => ` id="${name(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${name(id)})`);
  const own = sha256(counted).slice(0, 8);
  return counted.replace(/ id="(\d+)"/g, ` id="c${own}-$1"`).replace(/url\(#(\d+)\)/g, `url(#c${own}-$1)`);
}

/** A text at the other side, reaching the other way. */
function mirrored(text: PlacedText, { width }: Size): PlacedText {
  return { ...text, x: width - text.x };
}

/** What keeps a text clear of a hatch behind it. An outline would be a second text in a PDF. */
function backdrop(text: PlacedText, family: string): string {
  if (text.backdrop === undefined) return '';
  const { left, right, top, bottom } = boxOf(text, family);
  return `<rect fill="${escapeMarkup(text.backdrop)}" x="${round(left - 4)}" y="${round(top - 2)}" width="${round(right - left + 8)}" height="${round(bottom - top + 4)}" rx="3"/>`;
}

function writeText({ text, x, y, size, weight, colour, anchor }: PlacedText): string {
  const optional =
    (weight === 400 ? '' : ` font-weight="${weight}"`) +
    (anchor === 'start' ? '' : ` text-anchor="${anchor}"`);
  return `<text fill="${escapeMarkup(colour)}" font-size="${round(size)}"${optional} x="${round(x)}" y="${round(y)}">${escapeMarkup(text)}</text>`;
}

/** A number to a tenth. */
function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
