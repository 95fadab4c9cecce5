/** What an article is to the finders: blocks, sentences and quotations, each with its place in the text. */
import type { SourceText } from '../source-text.js';

/** A part of a text, from one offset to another. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word or a sign, with its part of speech (Universal Dependencies) where that is known. */
export interface Token extends Span {
  readonly text: string;
  readonly pos: string;
}

/** Words between quotation marks; `inner` is without the marks. */
export interface Quotation extends Span {
  readonly inner: Span;
}

/** What a block is for: only a body is what the article states. */
export type BlockKind = 'body' | 'heading' | 'caption' | 'meta' | 'post';

/** A paragraph of the text. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** The heading above it; none for what stands before the first heading below the title. */
  readonly section: string | undefined;
  readonly quotations: readonly Quotation[];
}

export interface Sentence extends Span {
  readonly text: string;
  readonly block: Block;
  /** Number of the block, and of the sentence in it. */
  readonly blockAt: number;
  readonly place: number;
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quotation[];
}

export interface Article {
  /** Id of its source in the brief. */
  readonly id: string;
  readonly source: SourceText;
  /** BCP 47. */
  readonly language: string;
  /** Day that relative dates count from, ISO. */
  readonly day: string | undefined;
  readonly blocks: readonly Block[];
  /** Those of bodies, in order. */
  readonly sentences: readonly Sentence[];
  /** Those under pictures. */
  readonly captions: readonly Sentence[];
}

/** The words of a span. */
export function wordsOf({ source }: Article, { start, end }: Span): string {
  return source.text.slice(start, end);
}
