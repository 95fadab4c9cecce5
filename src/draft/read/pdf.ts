/** A PDF with a text layer. */
import { inTurn } from '../../core/parallel.js';
import { textFrom } from './blocks.js';
import { type Article, type Content, refuse, type SourceKind } from './kind.js';
import { metadata } from './metadata.js';
import { type Line, linesOf, type Piece, withoutRunning } from './pdf-lines.js';
import { paragraphsOf } from './pdf-paragraphs.js';

export const pdf: SourceKind = {
  extensions: ['pdf'],
  isIn: ({ bytes }) => bytes.subarray(0, 1024).includes('%PDF-'),
  read: inTurn(readPdf), // pdf.js has one worker for all documents, and ends it with each.
};

interface Layer {
  pages: Line[][];
  info: Readonly<Record<string, unknown>>;
}

async function readPdf(content: Content): Promise<Article> {
  const { pages, info } = await layerOf(content);
  const blocks = paragraphsOf(withoutRunning(pages));
  if (blocks.length === 0)
    throw refuse(
      content.file,
      'no-text',
      'is a PDF without text',
      'It may be a scan: have its text recognised, or type what is cited.',
    );
  const title =
    typeof info.Title === 'string' && !/^(?:Microsoft Word - |untitled$)|\.\w{3,4}$/i.test(info.Title)
      ? info.Title.trim()
      : '';
  return {
    ...textFrom(blocks),
    ...metadata({
      title: title || blocks.find(({ level }) => level === 1)?.text,
      byline: info.Author,
      publisher: undefined,
      date: undefined,
      url: undefined,
      language: info.Language,
    }),
    tables: [],
  };
}

async function layerOf({ file, bytes }: Content): Promise<Layer> {
  const { getDocument } = await import('../../vendor/pdfjs.js');
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
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
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    if (isLocked)
      throw refuse(file, 'locked', 'is a PDF that needs a password', 'Save a copy without a password.');
    const reason = error instanceof Error ? error.message : String(error);
    throw refuse(
      file,
      'damaged',
      `is no PDF that can be read: ${reason}`,
      'Open it in a reader and save it again.',
    );
  } finally {
    await task.destroy();
  }
}
