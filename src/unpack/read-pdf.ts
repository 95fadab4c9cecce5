/** A PDF as a reader has it: text, tags, outline, links and description of each page. */

import { oneAtATime } from '../core/parallel.js';
import { getDocument } from '../vendor/pdfjs.js';
import { type PdfPage, type ReadPdf, type Tag, tagsIn } from './tags.js';

/** A text, or where a piece of content begins or ends. */
type Item = { str: string; hasEOL: boolean } | { type: string; id?: string };

const textOf = (items: readonly Item[]) =>
  items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');

/** The text of each piece of content. */
function byMark(items: readonly Item[]): Map<string, string> {
  const marks = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.at(-1) ?? '';
      marks.set(id, `${marks.get(id) ?? ''}${textOf([item])}`);
    } else if (item.type.startsWith('begin')) open.push(item.id ?? open.at(-1) ?? '');
    else open.pop();
  }
  return marks;
}

function inOrder(tag: Tag | null, marks: ReadonlyMap<string, string>, enters: (tag: Tag) => boolean): string {
  if (!tag || !enters(tag)) return '';
  const own = tag.id === undefined ? '' : `${marks.get(tag.id) ?? ''} `;
  return own + (tag.children ?? []).map((child) => inOrder(child, marks, enters)).join('');
}

const isFigure = (tag: Tag) => tag.role === 'Figure';

/** pdf.js has one worker for all documents, and ends it with each. */
const inTurn = oneAtATime();

/** Reads all of a PDF. Throws where it is none. */
export function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  return inTurn(() => readAll(bytes));
}

async function readAll(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  try {
    const pages: PdfPage[] = [];
    for (let n = 1; n <= pdf.numPages; n++) {
      const page = await pdf.getPage(n);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const tags = (await page.getStructTree()) as Tag | null;
      const annotations: { url?: string; unsafeUrl?: string }[] = await page.getAnnotations();
      pages.push({
        text: textOf(items).replace(/\s+/g, ' '),
        inOrder: inOrder(tags, byMark(items), (tag) => !isFigure(tag)).replace(/\s+/g, ' '),
        drawn: tagsIn(tags)
          .filter(isFigure)
          .map((figure) => inOrder(figure, byMark(items), () => true))
          .join(' '),
        links: annotations.flatMap((annotation) => annotation.url ?? annotation.unsafeUrl ?? []),
        tags,
      });
    }
    const outline: string[] = [];
    const walk = (entries: readonly { title: string; items: unknown }[]) => {
      for (const entry of entries) {
        outline.push(entry.title);
        walk(entry.items as typeof entries);
      }
    };
    walk((await pdf.getOutline()) ?? []);
    const { info } = await pdf.getMetadata();
    const marks = await pdf.getMarkInfo();
    return {
      pages,
      info: { ...info },
      outline,
      isTagged: marks?.Marked === true,
      attachments: Object.keys((await pdf.getAttachments()) ?? {}),
    };
  } finally {
    await task.destroy();
  }
}
