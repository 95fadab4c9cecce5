/** Whether a word or number that nobody may see is in a file, in any form that somebody could read it in. */
import { inflateRawSync, inflateSync } from 'node:zlib';
import { readPdf } from '../../src/unpack/read-pdf.js';
import { spellingsOf } from '../../src/words/spelling.js';

/** What is checked for. */
export interface Canary {
  words: readonly string[];
  numbers: readonly number[];
}

/** Every reading of a file: bytes as text in each encoding, what is packed in it, and a PDF as a reader has it. */
async function readings(name: string, bytes: Buffer): Promise<string[]> {
  const latin = bytes.toString('latin1');
  const packed = [...latin.matchAll(/[\w+/]{16,}={0,2}/g)].map(([data]) => Buffer.from(data, 'base64'));
  const deflated = [bytes, ...packed].flatMap(inflated);
  const references = latin
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  const hex = [...latin.matchAll(/<((?:[\da-f]{2})+)>/gi)].map(([, data]) => Buffer.from(data ?? '', 'hex'));
  const read =
    bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? JSON.stringify(await readPdf(bytes)) : '';
  return [
    name,
    ...decoded(bytes),
    references,
    decodeURIs(latin),
    ...[...packed, ...deflated, ...hex].flatMap(decoded),
    read,
  ];
}

/** Bytes as text in each encoding. */
function decoded(bytes: Buffer): string[] {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return [bytes, Buffer.from(even).swap16()].flatMap((one) => [
    one.toString('latin1'),
    one.toString('utf8'),
    one.toString('utf16le'),
  ]);
}

function decodeURIs(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}

/** Everything in some bytes that is deflated, wherever it begins. */
function inflated(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(0x78); at >= 0; at = bytes.indexOf(0x78, at + 1)) {
    if (![0x01, 0x5e, 0x9c, 0xda].includes(bytes[at + 1] ?? 0)) continue;
    try {
      found.push(inflateSync(bytes.subarray(at), { finishFlush: 2 }));
    } catch {
      // Not everything that begins like it is.
    }
  }
  // A file in a ZIP.
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 1)) {
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    try {
      found.push(inflateRawSync(bytes.subarray(start), { finishFlush: 2 }));
    } catch {
      // Stored as it is.
    }
  }
  return found;
}

/** Base64 of a word, wherever it stands in what was encoded: without the letters that its neighbours share. */
function inBase64(word: string): string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), Buffer.from(word)]).toString('base64');
    return encoded.slice(before === 0 ? 0 : before + 1).replace(/.=+$|=+$/, '');
  });
}

function patterns({ words, numbers }: Canary): RegExp[] {
  const literal = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'iu');
  return [
    ...words.flatMap((word) => [
      literal(word),
      ...inBase64(word).map((text) => new RegExp(text.replace(/[+/]/g, '\\$&'))),
      // What runs from right to left is painted from the left.
      ...(/\p{Script=Arabic}/u.test(word) ? [literal([...word].reverse().join(''))] : []),
    ]),
    ...numbers.flatMap((number) => [
      new RegExp([...String(number)].join("[\\s.,'’_·\u00A0\u202F-]{0,2}"), 'u'),
      ...['en', 'de', 'fr', 'es', 'uk', 'ar', 'ko', 'zh'].flatMap((language) =>
        spellingsOf(number, language).map(literal),
      ),
      ...inBase64(String(number)).map((text) => new RegExp(text)),
    ]),
  ];
}

/** The forms of a canary that are in a file, as patterns; none where it is clean. */
export async function formsIn(canary: Canary, name: string, bytes: Buffer): Promise<string[]> {
  const texts = await readings(name, bytes);
  return patterns(canary)
    .filter((pattern) => texts.some((text) => pattern.test(text)))
    .map(String);
}
