/** What can be read in a finished file. */

export interface Unpacked {
  name: string;
  /** What a reader can find by looking or by asking the file: texts, attributes, notes, descriptions. */
  readable: string;
  /** The words and figures of it, without markup. */
  said: string;
  /** The bytes as they are and as they decode, as text. */
  raw: readonly string[];
}
