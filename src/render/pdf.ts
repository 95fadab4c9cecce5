/** A printable document to a PDF: tagged, outlined, dated by the brief and by nothing else. */
import type { Page } from 'puppeteer-core';
import type { DocumentHead } from './document.js';

/** Prints a document on an open page, 1280×720 CSS pixels a slide. The page's title and language become the PDF's. */
export async function printPdf(page: Page, html: string): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load' });
  // What stands only in the margins of a page asks for its fonts when it is too late for them.
  await page.evaluate(() => Promise.allSettled([...document.fonts].map((face) => face.load())));
  return page.pdf({
    width: '1280px',
    height: '720px',
    printBackground: true,
    preferCSSPageSize: true,
    tagged: true,
    outline: true,
  });
}

/**
 * Writes author, subject and dates into a PDF that Chromium printed; `date` dates it, the clock does not.
 *
 * The information dictionary is replaced by an incremental update (ISO 32000-1, 7.5.6): all else, tags and outline
 * above all, stays byte for byte as it was printed, and nothing is parsed that need not be.
 */
export function describePdf(pdf: Uint8Array, head: DocumentHead, subject: string, date: Date): Uint8Array {
  const stamp = pdfDate(date);
  // Latin-1 keeps every byte, and every place, as it is.
  const printed = countNodes(Buffer.from(pdf).toString('latin1')).replace(
    /(?<=\/(?:CreationDate|ModDate) \()D:\d{14}[+-]\d\d'\d\d'/g,
    stamp,
  );
  const trailer =
    /trailer\s*<<\/Size (\d+)\s*\/Root (\d+ \d+ R)\s*\/Info (\d+) 0 R>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(
      printed,
    );
  const producer = /\/Producer (\([^)]*\))/.exec(printed)?.[1];
  if (!trailer || producer === undefined) throw new Error('the browser printed a PDF of an unknown form');
  const [, size, root, info, previous] = trailer;
  const entries = [
    `/Title ${pdfText(head.title)}`,
    ...(head.author === undefined ? [] : [`/Author ${pdfText(head.author)}`]),
    `/Subject ${pdfText(subject)}`,
    `/Creator ${pdfText('briefdeck')}`,
    `/Producer ${producer}`,
    `/CreationDate (${stamp})`,
    `/ModDate (${stamp})`,
  ];
  const body = printed.endsWith('\n') ? printed : `${printed}\n`;
  const object = `${info} 0 obj\n<<${entries.join('\n')}>>\nendobj\n`;
  const table = `xref\n${info} 1\n${String(body.length).padStart(10, '0')} 00000 n \n`;
  const end = `trailer\n<</Size ${size}\n/Root ${root}\n/Info ${info} 0 R\n/Prev ${previous}>>\nstartxref\n${body.length + object.length}\n%%EOF\n`;
  return Buffer.from(body + object + table + end, 'latin1');
}

/** Chromium counts the nodes that tags name on from one document to the next; here each document begins at 1. */
function countNodes(pdf: string): string {
  const node = /(?<=\(node)\d{8}(?=\))/g;
  const counted = new Map(
    [...new Set(pdf.match(node))].sort().map((old, i) => [old, String(i + 1).padStart(8, '0')]),
  );
  return pdf.replace(node, (old) => counted.get(old) ?? old);
}

/** A date as PDF writes it, in UTC (ISO 32000-1, 7.9.4). */
function pdfDate(date: Date): string {
  return `D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}+00'00'`;
}

/** A text string in UTF-16 with its mark, as hexadecimal (ISO 32000-1, 7.9.2). */
function pdfText(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}
