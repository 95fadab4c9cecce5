/** Files for tests of reading: archives and PDFs, written byte by byte. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { BriefdeckError } from '../../../src/core/problem.js';
import { readSources } from '../../../src/draft/read/read.js';
import type { SourceText } from '../../../src/draft/source-text.js';

/** A folder with files in it. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'articles-'));
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  return folder;
}

/** What is read of a file. */
export async function read(name: string, content: string | Uint8Array): Promise<SourceText> {
  const [source] = await readSources([path.join(await folderWith({ [name]: content }), name)]);
  if (!source) throw new Error('nothing was read');
  return source;
}

/** The code of the problem with which a file is refused. */
export async function refusal(name: string, content: string | Uint8Array): Promise<string> {
  try {
    const { text } = await read(name, content);
    return `was read: ${text.slice(0, 80)}`;
  } catch (error) {
    if (!(error instanceof BriefdeckError)) throw error;
    return error.problems.map(({ code, hint }) => (hint ? code : `${code} without a hint`)).join();
  }
}

/** The headings of a text, as `2 Background`. */
export function headingsOf({ text, headings }: SourceText): string[] {
  return headings.map(({ start, end, level }) => `${level} ${text.slice(start, end)}`);
}

/** A ZIP archive; of each file its size is told as `size`, where that is given. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>, size?: number): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size ?? data.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const place = Buffer.alloc(16);
    place.writeUInt32LE(at, 12);
    // The CRC-32 is left at zero: nothing that reads the archive looks at it.
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, place.subarray(2), Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(list.length, 4);
  end.writeUInt16LE(list.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, directory, Buffer.from('PK\x05\x06'), end]);
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A Word document with some body. */
export function docx(body: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Buffer {
  return zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles xmlns:w="${WORD}"><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style></w:styles>`,
    ...more,
  });
}

/** A paragraph of a Word document. */
export function paragraph(text: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A line of a PDF: its text, where it stands from the left and from the bottom, and how high it is. */
export type PdfLine = readonly [text: string, left: number, bottom: number, size: number];

/** A PDF of lines in Helvetica. */
export function pdf(pages: readonly (readonly PdfLine[])[], info = ''): Buffer {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>'];
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const lines of pages) {
    const page = objects.length + 1;
    const content = lines
      .map(([text, left, bottom, size]) => {
        const escaped = text.replace(/[\\()]/g, '\\$&');
        return `BT /F ${size} Tf ${left} ${bottom} Td (${escaped}) Tj ET`;
      })
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${page + 1} 0 R >>`,
    );
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  objects.push(`<< ${info} >>`);
  let file = '%PDF-1.7\n';
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  file += `xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${count} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
