/** A logo in SVG: only what is drawn gets into a deck, and nothing that runs, leads elsewhere or grows without end. */

import type { Problem } from '../core/problem.js';

/** What a logo may not have, and what to do about it. */
const REFUSED: readonly (readonly [RegExp, string, string])[] = [
  [/<!ENTITY|<!DOCTYPE[^>]*\[/i, 'declares entities', 'Save the SVG again as plain SVG.'],
  [/<\?xml-stylesheet/i, 'has a stylesheet from elsewhere', 'Save the SVG again with its styles inside.'],
  [/<(?:[\w-]+:)?script\b/i, 'has a script', 'Save the SVG again as plain SVG.'],
  [/\son[a-z]+\s*=/i, 'has an event handler', 'Save the SVG again as plain SVG.'],
  [
    /<(?:[\w-]+:)?(?:foreignObject|iframe|object|embed)\b/i,
    'has a page in it',
    'Save the SVG again as plain SVG.',
  ],
  [
    /\shref\s*=\s*["']?\s*(?!["'#\s]|data:image\/(?:png|jpeg|webp|gif);)|:href\s*=\s*["']?\s*(?!["'#\s]|data:image\/(?:png|jpeg|webp|gif);)/i,
    'refers to another file',
    'Save the SVG again with its pictures inside, as PNG or JPEG.',
  ],
  [
    /@import|\b(?:url|src)\(\s*["']?\s*(?![#"'\s])|\bimage-set\(|\\[\da-f]/i,
    'has styles that refer to another file',
    'Save the SVG again as plain SVG.',
  ],
  [
    /<(?:[\w-]+:)?text[\s>]/i,
    'has text that would need a font',
    'Save the SVG again with its text as paths.',
  ],
];

/** The drawing of an SVG file, without comments and metadata; or why it is refused. */
export function readLogo(bytes: Uint8Array): Uint8Array | Problem {
  const refused = (message: string, hint: string): Problem => ({ code: 'no-picture', message, hint });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('is not in UTF-8', 'Save the SVG again in UTF-8.');
  }
  const drawing = text.replace(/<!--.*?-->/gs, '').replace(/<metadata\b.*?<\/metadata\s*>/gis, '');
  if (!/<(?:[\w-]+:)?svg[\s>]/.test(drawing)) return refused('is no SVG', 'Give an SVG or PNG file.');
  for (const [pattern, message, hint] of REFUSED) if (pattern.test(drawing)) return refused(message, hint);
  return Buffer.from(drawing);
}
