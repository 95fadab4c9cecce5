/** A finished file, taken apart until nothing in it is hidden from a search. */
import { decodeHTMLStrict } from 'entities';
import { normalize } from '../core/normalize.js';
import { withoutCode } from './blocks.js';
import { textsInJpeg } from './jpeg.js';
import { textsInPng } from './png.js';
import type { Unpacked } from './unpacked.js';

/** Whether some normalized words stand anywhere in a file. */
export function searcher({ name, readable, raw }: Unpacked): (words: string) => boolean {
  const plain = raw
    .join('\n')
    .replace(/[\s"']+/g, '')
    .toLowerCase();
  const text = `${normalize(name)}\n${normalize(readable)}\n${plain}`;
  return (words) => text.includes(words);
}

const DATA_URI = /data:([\w/+.-]*)(?:;[\w=-]+)*;base64,([\w+/=]+)/g;

export function textOf(bytes: Uint8Array | string): string {
  return typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8');
}

/** A text file: HTML, Markdown, JSON. Data URIs are taken out of what is readable, and unpacked. */
export function unpackText(name: string, text: string): Unpacked {
  const { raw, pictures } = packedIn(text);
  const plain = text.replace(DATA_URI, 'data:');
  const markup = withoutCode(plain, ' ');
  return {
    name,
    readable: [decodeHTMLStrict(markup), ...pictures].join('\n'),
    said: [decodeHTMLStrict(withoutTags(markup)), ...pictures].join('\n'),
    raw: [decodeHTMLStrict(decodeURIs(plain)), ...raw],
  };
}

/** What the data URIs of a text hold: files as text, and what pictures say beside their pixels. */
interface Packed {
  raw: string[];
  pictures: string[];
}

function packedIn(text: string): Packed {
  const packed: Packed = { raw: [], pictures: [] };
  for (const [, type = '', data = ''] of text.matchAll(DATA_URI)) {
    // A font has shapes, and no words.
    if (type.startsWith('font')) continue;
    const bytes = Buffer.from(data, 'base64');
    if (type === 'image/png') packed.pictures.push(...textsInPng(bytes));
    else if (type === 'image/jpeg') packed.pictures.push(...textsInJpeg(bytes));
    else {
      const inside = bytes.toString('utf8');
      const { raw, pictures } = packedIn(inside);
      packed.raw.push(inside, ...raw);
      packed.pictures.push(...pictures);
    }
  }
  return packed;
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
