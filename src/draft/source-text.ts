/** An article as text, before anything is found in it. */
export interface SourceText {
  /** File name it came from, for messages. */
  readonly file: string;
  /** What is archived and what offsets count in: NFC, '\n' line ends, paragraphs divided by an empty line. */
  readonly text: string;
  readonly title?: string; // not part of `text` unless the text has it
  readonly byline?: string;
  readonly publisher?: string;
  readonly date?: string; // ISO day, where the source states it
  readonly url?: string;
  readonly language?: string; // BCP 47, where the source states it
  /** Offsets in `text` at which headings start, with their level (1 to 6). */
  readonly headings: readonly { start: number; end: number; level: number }[];
  /** Tables found, each as rows of cells, header first. */
  readonly tables: readonly { name: string; rows: readonly (readonly string[])[] }[];
}
/** Reads a source: the media type is found from the content, then from the extension. Problems as BriefError. */
export type ReadSource = (file: string) => Promise<readonly SourceText[]>;
