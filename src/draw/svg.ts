/** A drawing made a picture for a page: hatching, dashes, ids of its own, and its texts as text. */
import { createHash } from 'node:crypto';
import type { Drawing, Size } from './canvas.js';
import { boxOf, type PlacedText } from './text.js';

/** A drawing and where in the picture it stands. */
export interface Panel extends Drawing {
  x: number;
  y: number;
  size: Size;
}

/**
 * A colour for what is not certain: as a fill it is hatched, as a stroke dashed. Skia would write a pattern as pixels
 * and a dash as a polygon, so such colours go through it half transparent, as nothing else is, and are found again.
 */
export function uncertain(colour: string): string {
  return `${colour}80`;
}

const HALF = '0.50196081';
const DASHES = '9 6';
/** Pixels from one line of a hatch to the next, and the width of a line. */
const HATCH = { step: 9, width: 3 };

/** The picture of some drawings; mirrored where the language is written from right to left. */
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
        `<g${mirror}>${shapesOf(panel, i)}${panel.texts.map((text) => ground(text, family)).join('')}</g>` +
        panel.texts.map((text) => writeText(isMirrored ? mirrored(text, panel.size) : text)).join('');
      return x === 0 && panel.y === 0
        ? content
        : `<g transform="translate(${round(x)} ${round(panel.y)})">${content}</g>`;
    })
    .join('');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" ` +
    `viewBox="0 0 ${size.width} ${size.height}" overflow="visible" direction="${direction}" font-family="${escapeXml(family)}, 'Noto Scripts', sans-serif">` +
    `${inner}</svg>`;
  return withOwnIds(svg);
}

/** The shapes of Skia's SVG, with what is hatched and dashed drawn so. */
function shapesOf({ shapes, size }: Panel, n: number): string {
  const body = shapes
    .replace(/^.*?<svg [^>]*>|<\/svg>\s*$/gs, '')
    // The canvas is cleared before it is drawn on.
    .replace(/<rect fill-opacity="0"[^>]*\/>/g, '')
    .replaceAll(`stroke-opacity="${HALF}"`, `stroke-dasharray="${DASHES}" stroke-linecap="butt"`)
    .replace(/(?<=<path [^>]*d=")[^"]+/g, (path) => path.replace(/-?\d*\.\d+/g, (n) => round(Number(n))))
    .replace(/(?<= (?:x|y|width|height|cx|cy|rx|ry|r)=")-?\d*\.\d+/g, (n) => round(Number(n)));
  const clips = new Map<string, string[]>();
  const marked = body.replace(
    new RegExp(`<(rect|path) fill="([^"]+)" fill-opacity="${HALF}"([^>]*)/>`, 'g'),
    (_, name: string, colour: string, rest: string) => {
      clips.set(colour, [...(clips.get(colour) ?? []), `<${name}${rest}/>`]);
      return `<${name} fill="${colour}" fill-opacity="0.12"${rest}/>`;
    },
  );
  const hatches = [...clips].map(([colour, areas], i) => {
    const lines: string[] = [];
    for (let at = HATCH.step; at < size.width + size.height; at += HATCH.step)
      lines.push(`M${at - size.height} ${size.height}l${size.height}-${size.height}`);
    return (
      `<clipPath id="hatch${n}-${i}">${areas.join('')}</clipPath>` +
      `<path clip-path="url(#hatch${n}-${i})" stroke="${colour}" stroke-width="${HATCH.width}" fill="none" d="${lines.join('')}"/>`
    );
  });
  return marked + hatches.join('');
}

/** Ids that no other picture on the page has: Skia's own count on from one picture to the next. */
function withOwnIds(svg: string): string {
  const ids = new Map<string, number>();
  const name = (id: string) => {
    if (!ids.has(id)) ids.set(id, ids.size + 1);
    return ids.get(id);
  };
  const counted = svg
    .replace(/ id="([^"]+)"/g, (_, id: string) => ` id="${name(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${name(id)})`);
  const own = createHash('sha256').update(counted).digest('hex').slice(0, 8);
  return counted.replace(/ id="(\d+)"/g, ` id="c${own}-$1"`).replace(/url\(#(\d+)\)/g, `url(#c${own}-$1)`);
}

/** A text at the other side, reaching the other way. */
function mirrored(text: PlacedText, { width }: Size): PlacedText {
  return { ...text, x: width - text.x };
}

/** What keeps a text clear of a hatch behind it. An outline would be a second text in a PDF. */
function ground(text: PlacedText, family: string): string {
  if (text.ground === undefined) return '';
  const { left, right, top, bottom } = boxOf(text, family);
  return `<rect fill="${text.ground}" x="${round(left - 4)}" y="${round(top - 2)}" width="${round(right - left + 8)}" height="${round(bottom - top + 4)}" rx="3"/>`;
}

function writeText({ text, x, y, size, weight, colour, anchor }: PlacedText): string {
  const optional =
    (weight === 400 ? '' : ` font-weight="${weight}"`) +
    (anchor === 'start' ? '' : ` text-anchor="${anchor}"`);
  return `<text fill="${colour}" font-size="${round(size)}"${optional} x="${round(x)}" y="${round(y)}">${escapeXml(text)}</text>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
}

/** A number to a tenth. */
function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
