/** A PDF as a reader has it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  pages: { text: string; links: string[]; tags: Tag | null }[];
  info: Record<string, unknown>;
  outline: string[];
  isTagged: boolean;
}

/** An element of the structure tree. */
export interface Tag {
  role?: string;
  alt?: string;
  children?: Tag[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  try {
    const pages = [];
    for (let n = 1; n <= pdf.numPages; n++) {
      const page = await pdf.getPage(n);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
      const annotations: { url?: string; unsafeUrl?: string }[] = await page.getAnnotations();
      pages.push({
        text: text.replace(/\s+/g, ' '),
        links: annotations.flatMap((annotation) => annotation.url ?? annotation.unsafeUrl ?? []),
        tags: (await page.getStructTree()) as Tag | null,
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
