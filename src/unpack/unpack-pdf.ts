/** A finished PDF, taken apart until nothing in it is hidden from a search. */
import { inflateSync } from 'node:zlib';
import { withoutBlocks } from './blocks.js';
import { type ReadPdf, tagsIn } from './tags.js';
import type { Unpacked } from './unpacked.js';

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
