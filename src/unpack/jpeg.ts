/** What a JPEG says beside its pixels (ISO 10918-1, annex B): comments, camera data, and what is behind its end. */
import { stringsIn } from './strings.js';

const MARKER = 0xff;
const END = 0xd9;
const SCAN = 0xda;

/** All texts of a JPEG. */
export function textsInJpeg(bytes: Buffer): string[] {
  const texts: string[] = [];
  let at = 2;
  while (at + 4 <= bytes.length) {
    const kind = bytes[at + 1] ?? 0;
    if (bytes[at] !== MARKER || kind === END) break;
    if (kind === MARKER) {
      at++;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    // Data of applications, and comments.
    if ((kind >= 0xe0 && kind <= 0xef) || kind === 0xfe)
      texts.push(...stringsIn(bytes.subarray(at + 4, end)));
    at = kind === SCAN ? afterScan(bytes, end) : end;
  }
  return [...texts, ...stringsIn(bytes.subarray(at))];
}

/** The next marker behind the pixels of a scan; a restart is none, and a 0 makes an FF a pixel. */
function afterScan(bytes: Buffer, start: number): number {
  let at = bytes.indexOf(MARKER, start);
  while (at >= 0) {
    const kind = bytes[at + 1] ?? 0;
    if (kind !== 0 && !(kind >= 0xd0 && kind <= 0xd7)) return at;
    at = bytes.indexOf(MARKER, at + 1);
  }
  return bytes.length;
}
