/** Skia's SVG made fit for a page: text in whole lines, ids of its own, nothing that a browser would complain of. */
import { createHash } from 'node:crypto';
import { textWidth } from './canvas.js';

/**
 * Cleans an SVG whose text is all in one family. Skia lists the place of every glyph (`x="10, 25.1, "`, a syntax error
 * in browsers), cuts lines into words, names fonts by their inner names and gives every weight but 400 a step too
 * light (measured with @napi-rs/canvas 1.1.1).
 */
export function cleanSvg(svg: string, family: string): string {
  const counted = countIds(svg);
  const id = createHash('sha256').update(counted).digest('hex').slice(0, 8);
  const body = counted
    .replace(/^<\?xml[^>]*\?>\s*/, '')
    .replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', '')
    .replace(/<svg ([^>]*)width="(\d+)" height="(\d+)"/, '<svg $1width="$2" height="$3" viewBox="0 0 $2 $3"')
    .replace(/ id="([^"]+)"/g, ` id="c${id}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#c${id}-$1)`)
    .replace(/(?<=<path [^>]*d=")[^"]+/g, (path) => path.replace(/-?\d*\.\d+/g, shorten));
  return joinWords(body, family);
}

/** Skia counts ids on from one picture to the next; here each picture begins at 1. */
function countIds(svg: string): string {
  const ids = new Map<string, number>();
  for (const [, id = ''] of svg.matchAll(/ id="([^"]+)"/g)) ids.set(id, ids.size + 1);
  return svg
    .replace(/ id="([^"]+)"/g, (_, id: string) => ` id="${ids.get(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${ids.get(id)})`);
}

interface Text {
  fill: string;
  transform: string;
  size: number;
  weight: number;
  x: number;
  y: number;
  content: string;
}

/** Puts the words of a line back together: a word that follows another by a space is the same text. */
function joinWords(svg: string, family: string): string {
  const run = /(?:<text [^>]*>[^<]*<\/text>)+/g;
  return svg.replace(run, (texts) => {
    const joined: Text[] = [];
    for (const [, attributes = '', content = ''] of texts.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)) {
      const text = readText(attributes, content);
      if (text.content === '') continue;
      const last = joined.at(-1);
      const isSameLine =
        last &&
        (['fill', 'transform', 'size', 'weight', 'y'] as const).every((key) => last[key] === text[key]);
      const end = last
        ? last.x + textWidth(`${decode(last.content)} `, `${last.weight} ${last.size}px "${family}"`)
        : 0;
      if (last && isSameLine && Math.abs(end - text.x) < 2) last.content += ` ${text.content}`;
      else joined.push(text);
    }
    return joined.map((text) => writeText(text, family)).join('');
  });
}

function readText(attributes: string, content: string): Text {
  const value = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  const weight = value('font-weight');
  return {
    fill: value('fill'),
    transform: value('transform'),
    size: Number(value('font-size')),
    weight: weight === '' ? 400 : Number(weight) + 100,
    x: Number.parseFloat(value('x')),
    y: Number.parseFloat(value('y')),
    content,
  };
}

function writeText({ fill, transform, size, weight, x, y, content }: Text, family: string): string {
  const optional = `${transform ? ` transform="${transform}"` : ''}${weight === 400 ? '' : ` font-weight="${weight}"`}`;
  return `<text fill="${fill || '#000'}"${optional} font-size="${size}" font-family="${family}" x="${shorten(String(x))}" y="${shorten(String(y))}">${content}</text>`;
}

function decode(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;|&#39;/g, "'")
    .replace(/&amp;/g, '&');
}

/** A coordinate to a tenth of a pixel. */
function shorten(number: string): string {
  return String(Math.round(Number(number) * 10) / 10);
}
