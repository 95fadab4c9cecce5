/** A finished file, taken apart until nothing in it is hidden from a search. */
import { inflateSync } from 'node:zlib';
import { normalize } from '../core/normalize.js';
import { withoutBlocks, withoutCode } from './blocks.js';
import { type ReadPdf, tagsIn } from './tags.js';

export interface Unpacked {
  name: string;
  /** What a reader can find by looking or by asking the file: texts, attributes, notes, descriptions. */
  readable: string;
  /** The words and figures of it, without markup. */
  said: string;
  /** The bytes as they are and as they decode, as text. */
  raw: readonly string[];
}

/** Whether some squeezed words stand anywhere in a file. */
export function searcher({ name, readable, raw }: Unpacked): (words: string) => boolean {
  const plain = raw
    .join('\n')
    .replace(/[\s"']+/g, '')
    .toLowerCase();
  const text = `${normalize(name)}\n${normalize(readable)}\n${plain}`;
  return (words) => text.includes(words);
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Character references of HTML as the characters they stand for. */
export function resolved(html: string): string {
  return html.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (whole, decimal?: string, hex?: string, word?: string) => {
      if (word !== undefined) return NAMED[word] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

const DATA_URI = /data:([\w/+.-]*)(?:;[\w=-]+)*;base64,([\w+/=]+)/g;

/** A text file: HTML, Markdown, JSON. Data URIs are taken out of what is readable, and decoded. */
export function unpackText(name: string, bytes: Uint8Array | string): Unpacked {
  const text = typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8');
  // A font has shapes, and no words.
  const packed = [...text.matchAll(DATA_URI)].flatMap(([, type, data]) =>
    type?.startsWith('font') ? [] : [Buffer.from(data ?? '', 'base64').toString('utf8')],
  );
  const plain = text.replace(DATA_URI, 'data:');
  const markup = withoutCode(plain, ' ');
  return {
    name,
    readable: resolved(markup),
    said: resolved(withoutTags(markup)),
    raw: [resolved(decodeURIs(plain)), ...packed],
  };
}

/** Texts between tags, and those that tags hold for readers: alternatives, titles, descriptions. */
function withoutTags(markup: string): string {
  return markup.replace(/<[^<>]*>/g, (tag) =>
    [...tag.matchAll(/\s(?:alt|aria-label|title|content|href)="([^"]*)"/g)]
      .map(([, text]) => ` ${text} `)
      .join(''),
  );
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

/** A PDF: what a reader has of it, and every stream inflated. */
export function unpackPdf(name: string, bytes: Uint8Array, read: ReadPdf): Unpacked {
  const pdf = Buffer.from(bytes);
  const latin = pdf.toString('latin1');
  // Fonts, pictures and what is painted hold shapes, not words; those are read from the pages.
  const streams = [...latin.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: opening }) => {
    const start = index + opening.length;
    if (latin.slice(index - 3, index) === 'end') return [];
    try {
      const stream = inflateSync(pdf.subarray(start), { finishFlush: 2 }).toString('latin1');
      return isText(stream) ? [stream] : [];
    } catch {
      // Pictures and fonts have other filters.
      return [];
    }
  });
  const written = withoutBlocks(latin, /stream\r?\n/, () => 'endstream', 'stream');
  const texts = [written, ...streams].flatMap((text) => [text, hexTexts(text)]);
  const readable = [
    ...read.pages.flatMap((page) => [page.text, page.inOrder, ...page.links]),
    ...read.pages.flatMap((page) => tagsIn(page.tags).flatMap((tag) => tag.alt ?? [])),
    ...read.outline,
    ...read.attachments,
    ...Object.values(read.info).filter((value) => typeof value === 'string'),
  ].join('\n');
  return { name, readable, said: readable, raw: texts };
}

/** Whether a stream is written in characters at all, by how it begins. */
function isText(stream: string): boolean {
  const start = stream.slice(0, 400);
  return (start.match(/[\t\n\r -~]/g)?.length ?? 0) > 0.8 * start.length;
}

/** Text strings of a PDF that are written in hexadecimal or in UTF-16. */
function hexTexts(text: string): string {
  const hex = [...text.matchAll(/<FEFF([\dA-F]+)>/gi)].map(([, digits]) => Buffer.from(digits ?? '', 'hex'));
  const wide = [...text.matchAll(/\(\xFE\xFF((?:[^\\)]|\\.)*)\)/gs)].map(([, chars]) =>
    Buffer.from((chars ?? '').replace(/\\([()\\])/g, '$1'), 'latin1'),
  );
  return [...hex, ...wide]
    .filter((data) => data.length % 2 === 0)
    .map((data) => data.swap16().toString('utf16le'))
    .join('\n');
}
