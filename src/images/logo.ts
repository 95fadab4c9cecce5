/** A logo in SVG: only what is drawn gets into a deck, and nothing that runs, leads elsewhere or grows without end. */

const MOST_BYTES = 1_000_000;
/** Groups that use groups that use groups: what these can draw stays under two thousand copies. */
const MOST_USES = 20;

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

/** Why a logo is refused. */
export interface Refusal {
  message: string;
  hint: string;
}

/** The drawing of an SVG file, without comments and metadata; or why it is refused. */
export function readLogo(bytes: Uint8Array): string | Refusal {
  if (bytes.length > MOST_BYTES)
    return { message: 'is larger than 1 MB', hint: 'Give a simpler SVG, or a PNG.' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { message: 'is not in UTF-8', hint: 'Save the SVG again in UTF-8.' };
  }
  const drawing = text.replace(/<!--.*?-->/gs, '').replace(/<metadata\b.*?<\/metadata\s*>/gis, '');
  if (!/<(?:[\w-]+:)?svg[\s>]/.test(drawing))
    return { message: 'is no SVG', hint: 'Give an SVG or PNG file.' };
  for (const [pattern, message, hint] of REFUSED) if (pattern.test(drawing)) return { message, hint };
  const uses = drawing.match(/<(?:[\w-]+:)?use[\s/>]/gi)?.length ?? 0;
  if (uses > MOST_USES)
    return {
      message: `repeats its parts ${uses} times; at most ${MOST_USES} are allowed`,
      hint: 'Save the SVG again with its parts written out.',
    };
  return drawing;
}
