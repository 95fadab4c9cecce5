/** What a PNG says beside its pixels (PNG 1.2, chunks): comments, descriptions, camera data, and what is behind its end. */
import { inflateSync } from 'node:zlib';
import { stringsIn } from './strings.js';
import type { Unpacked } from './unpacked.js';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** Chunks of pixels and colours, which hold no words. */
const PIXELS: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT tIME acTL fcTL fdAT'.split(
    ' ',
  ),
);

/** Bytes of an inflated text; more are no comment. */
const MOST_INFLATED = 64 * 1024 * 1024;

/** A PNG as a file of its own. */
export function unpackPng(name: string, bytes: Buffer): Unpacked {
  const text = textsInPng(bytes).join('\n');
  return { name, readable: text, said: text, raw: [text] };
}

/** All texts of a PNG. Throws where it is none: then nothing is known of what it holds. */
export function textsInPng(bytes: Buffer): string[] {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('is no PNG');
  const texts: string[] = [];
  let at = SIGNATURE.length;
  let type = '';
  while (type !== 'IEND' && at + 12 <= bytes.length) {
    const end = at + 8 + bytes.readUInt32BE(at);
    type = bytes.toString('latin1', at + 4, at + 8);
    if (!PIXELS.has(type)) texts.push(...textsOf(type, bytes.subarray(at + 8, end)));
    // The checksum stands behind the data.
    at = end + 4;
  }
  return [...texts, ...stringsIn(bytes.subarray(at))];
}

/** The texts of a chunk; a compressed part is inflated. */
function textsOf(type: string, data: Buffer): string[] {
  const keyword = data.indexOf(0);
  if (type === 'zTXt')
    return [...stringsIn(data.subarray(0, keyword)), ...stringsIn(inflated(data.subarray(keyword + 2)))];
  if (type === 'iTXt' && data[keyword + 1] === 1) {
    // Keyword, two flags, language and translated keyword stand before the text.
    const language = data.indexOf(0, keyword + 3);
    const translated = data.indexOf(0, language + 1);
    return [
      ...stringsIn(data.subarray(0, translated)),
      ...stringsIn(inflated(data.subarray(translated + 1))),
    ];
  }
  return stringsIn(data);
}

/** What cannot be inflated cannot be read by anybody, and is searched as it stands. */
function inflated(data: Buffer): Buffer {
  try {
    return inflateSync(data, { finishFlush: 2, maxOutputLength: MOST_INFLATED });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return data;
  }
}
