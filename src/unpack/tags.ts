/** What is read of a PDF. */

export interface ReadPdf {
  pages: readonly PdfPage[];
  /** Title, author, dates and language, as the file states them. */
  info: Readonly<Record<string, unknown>>;
  outline: readonly string[];
  isTagged: boolean;
  /** Names of attached files. */
  attachments: readonly string[];
}

export interface PdfPage {
  /** As it is painted. */
  text: string;
  /** As the structure tree has it, which is how it is read aloud; without what is drawn. */
  inOrder: string;
  /** Texts within figures. */
  drawn: string;
  links: readonly string[];
  tags: Tag | null;
}

/** An element of the structure tree. */
export interface Tag {
  role?: string;
  alt?: string;
  /** Of a piece of content. */
  id?: string;
  children?: Tag[];
}

/** Every element of a structure tree, depth first. */
export function tagsIn(tag: Tag | null): Tag[] {
  return tag ? [tag, ...(tag.children ?? []).flatMap(tagsIn)] : [];
}
