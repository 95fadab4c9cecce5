/** A PDF as a reader has it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  /** `text` as it is painted; `inOrder` as the structure tree has it, which is how it is read aloud. */
  pages: { text: string; inOrder: string; links: string[]; tags: Tag | null }[];
  info: Record<string, unknown>;
  outline: string[];
  isTagged: boolean;
}

/** An element of the structure tree. */
export interface Tag {
  role?: string;
  alt?: string;
  /** Of a piece of content. */
  id?: string;
  children?: Tag[];
}

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
    } else if (item.type.startsWith('begin')) open.push(item.id ?? '');
    else open.pop();
  }
  return marks;
}

function inOrder(tag: Tag | null, marks: ReadonlyMap<string, string>): string {
  if (!tag) return '';
  const own = tag.id === undefined ? '' : `${marks.get(tag.id) ?? ''} `;
  return own + (tag.children ?? []).map((child) => inOrder(child, marks)).join('');
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  try {
    const pages = [];
    for (let n = 1; n <= pdf.numPages; n++) {
      const page = await pdf.getPage(n);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const tags = (await page.getStructTree()) as Tag | null;
      const annotations: { url?: string; unsafeUrl?: string }[] = await page.getAnnotations();
      pages.push({
        text: textOf(items).replace(/\s+/g, ' '),
        inOrder: inOrder(tags, byMark(items)).replace(/\s+/g, ' '),
        links: annotations.flatMap((annotation) => annotation.url ?? annotation.unsafeUrl ?? []),
        tags,
      });
    }
    const outline: string[] = [];
    const walk = (items: readonly { title: string; items: unknown }[]) => {
      for (const item of items) {
        outline.push(item.title);
        walk(item.items as typeof items);
      }
    };
    walk((await pdf.getOutline()) ?? []);
    const { info } = await pdf.getMetadata();
    const marks = await pdf.getMarkInfo();
    return { pages, info: { ...info }, outline, isTagged: marks?.Marked === true };
  } finally {
    await task.destroy();
  }
}

/** All words of a PDF, seen and unseen. */
export function allWords(pdf: ReadPdf): string {
  return JSON.stringify(pdf);
}

/** The roles of a structure tree, depth first. */
export function rolesOf(tag: Tag | null): string[] {
  return tag ? [...(tag.role ? [tag.role] : []), ...(tag.children ?? []).flatMap(rolesOf)] : [];
}
