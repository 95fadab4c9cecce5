/** A ZIP archive (APPNOTE 6.3), unpacked within a bound before a library that has none reads it. */
import { inflateRawSync } from 'node:zlib';

/** What an archive unpacks to is more than is read. */
export class TooMuch extends Error {}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;

/** Whether bytes are an archive, by how they begin. */
export const isZip = (bytes: Buffer) => bytes.toString('latin1', 0, 4) === 'PK\x03\x04';

/**
 * Every file of an archive by its name. Throws {@link TooMuch} where they unpack to more than `most` bytes, whatever
 * the archive says of their size, and other errors where it is damaged.
 */
export function unzip(bytes: Buffer, most: number): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let left = most;
  for (const { name, method, packed } of entriesIn(bytes)) {
    const content = method === 0 ? packed : inflate(packed, left);
    left -= content.length;
    if (left < 0) throw new TooMuch();
    files.set(name, content);
  }
  return files;
}

function inflate(packed: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if (error instanceof RangeError) throw new TooMuch();
    throw error;
  }
}

function* entriesIn(bytes: Buffer): Generator<{ name: string; method: number; packed: Buffer }> {
  const end = endOf(bytes);
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error('the list of its files is damaged');
    const nameLength = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + LOCAL_BYTES + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    yield {
      name: bytes.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.subarray(start, start + bytes.readUInt32LE(at + 20)),
    };
    at += ENTRY_BYTES + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

/** Where the end of the directory stands: behind it is at most a comment. */
function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= first; at--) if (bytes.readUInt32LE(at) === END) return at;
  throw new Error('its end is missing');
}
