/** What a PDF holds as text, as pdf.js reads it: lines of pages, and what the file says of itself. */
import { getDocument } from '../../vendor/pdfjs.js';
import { type Line, linesOf, type Piece } from './pdf-lines.js';

export interface Layer {
  pages: Line[][];
  info: Readonly<Record<string, unknown>>;
}

/** Throws where the bytes are no PDF, or one that needs a password. */
export async function layerOf(bytes: Uint8Array): Promise<Layer> {
  const task = getDocument({ data: bytes, useSystemFonts: false, verbosity: 0 });
  try {
    const document = await task.promise;
    const pages: Line[][] = [];
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n);
      const { items } = await page.getTextContent();
      pages.push(
        linesOf(
          items.filter((item): item is Piece & typeof item => 'str' in item),
          n,
        ),
      );
      page.cleanup();
    }
    const { info } = await document.getMetadata();
    return { pages, info: { ...info } };
  } finally {
    await task.destroy();
  }
}
