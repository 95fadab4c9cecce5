/**
 * How many pixels a picture has, read from its header: a file of some kilobytes may unpack to gigabytes. The format is
 * known by the bytes, and nothing but the four that a brief may have is ever given to a decoder.
 */
import type { Problem } from '../core/problem.js';
import { LIMITS } from './limits.js';

/** A picture by its header. */
export interface Header {
  format: 'PNG' | 'JPEG' | 'WebP' | 'AVIF';
  width: number;
  height: number;
  /** Passes over the whole picture that decoding it takes, where the format has several. */
  scans: number;
}

/** What keeps a picture from being decoded; `undefined` for one that can be. */
export function checkImage(bytes: Uint8Array): Problem | undefined {
  const header = readHeader(bytes);
  if (!header)
    return {
      code: 'no-picture',
      message: 'is no picture in PNG, JPEG, WebP or AVIF',
      hint: 'Save it again as PNG or JPEG.',
    };
  const { width, height, scans } = header;
  if (width * height > LIMITS.pixels)
    return {
      code: 'too-large',
      message: `has ${width} × ${height} pixels; at most ${LIMITS.pixels / 1e6} million are allowed`,
      hint: 'Scale it down: a slide shows about 2 million.',
    };
  if (scans > LIMITS.scans)
    return {
      code: 'too-large',
      message: `is a JPEG in ${scans} passes; at most ${LIMITS.scans} are allowed`,
      hint: 'Save it again, not progressively.',
    };
  return undefined;
}

/** Format and size of a picture; `undefined` where the bytes are none of the four formats. */
export function readHeader(bytes: Uint8Array): Header | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readPng(data) ?? readJpeg(data) ?? readWebp(data) ?? readAvif(data);
  } catch (error) {
    // The file ends before its header does.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function sized(format: Header['format'], width: number, height: number, scans = 1): Header | undefined {
  return width > 0 && height > 0 ? { format, width, height, scans } : undefined;
}

function readPng(data: Buffer): Header | undefined {
  if (data.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n' || data.toString('latin1', 12, 16) !== 'IHDR')
    return undefined;
  return sized('PNG', data.readUInt32BE(16), data.readUInt32BE(20));
}

/** Markers that start a frame: all of 0xC0 to 0xCF but tables and arithmetic conditioning. */
const NO_FRAMES: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc]);

function readJpeg(data: Buffer): Header | undefined {
  if (data.toString('latin1', 0, 3) !== '\xff\xd8\xff') return undefined;
  let [width, height, scans] = [0, 0, 0];
  let at = 2;
  while (at < data.length - 1) {
    const marker = data[at] === 0xff ? (data[at + 1] ?? 0) : 0;
    // Compressed data, fill bytes, restarts, the start of the picture: what has no length.
    if (marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd8) || marker === 1) {
      const next = data.indexOf(0xff, at + 1);
      if (next < 0) break;
      at = next;
      continue;
    }
    if (marker === 0xd9) break;
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.has(marker)) {
      height = Math.max(height, data.readUInt16BE(at + 5));
      width = Math.max(width, data.readUInt16BE(at + 7));
    }
    if (marker === 0xda) scans++;
    at += 2 + data.readUInt16BE(at + 2);
  }
  return sized('JPEG', width, height, scans);
}

function readWebp(data: Buffer): Header | undefined {
  if (data.toString('latin1', 0, 4) !== 'RIFF' || data.toString('latin1', 8, 12) !== 'WEBP') return undefined;
  switch (data.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return sized('WebP', data.readUInt16LE(26) & 0x3fff, data.readUInt16LE(28) & 0x3fff);
    case 'VP8L': {
      const bits = data.readUInt32LE(21);
      return sized('WebP', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case 'VP8X':
      return sized('WebP', data.readUIntLE(24, 3) + 1, data.readUIntLE(27, 3) + 1);
    default:
      return undefined;
  }
}

function readAvif(data: Buffer): Header | undefined {
  const [first] = boxesIn(data);
  const brands: readonly string[] =
    first?.type === 'ftyp' ? (first.body.toString('latin1').match(/.{4}/gs) ?? []) : [];
  if (!brands.includes('avif') && !brands.includes('avis')) return undefined;
  const meta = boxesIn(data).find(({ type }) => type === 'meta');
  const properties = boxesIn(meta?.body.subarray(4))
    .filter(({ type }) => type === 'iprp')
    .flatMap(({ body }) => boxesIn(body))
    .filter(({ type }) => type === 'ipco')
    .flatMap(({ body }) => boxesIn(body));
  // A picture may be made of tiles, each with a size of its own: the largest is the whole.
  let [width, height] = [0, 0];
  for (const { type, body } of properties) {
    if (type !== 'ispe') continue;
    width = Math.max(width, body.readUInt32BE(4));
    height = Math.max(height, body.readUInt32BE(8));
  }
  return sized('AVIF', width, height);
}

interface Box {
  type: string;
  body: Buffer;
}

/** The boxes of an ISO media file, or of one of its boxes. */
function boxesIn(data: Buffer = Buffer.alloc(0)): Box[] {
  const boxes: Box[] = [];
  let at = 0;
  while (at + 8 <= data.length) {
    const short = data.readUInt32BE(at);
    const head = short === 1 ? 16 : 8;
    const size = short === 1 ? Number(data.readBigUInt64BE(at + 8)) : short === 0 ? data.length - at : short;
    if (size < head) break;
    boxes.push({ type: data.toString('latin1', at + 4, at + 8), body: data.subarray(at + head, at + size) });
    at += size;
  }
  return boxes;
}
