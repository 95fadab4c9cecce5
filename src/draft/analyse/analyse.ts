/** The first step of a draft: a text as blocks and sentences. */
import type { SourceText } from '../source-text.js';
import type { Article, Block, Quotation, Sentence, Span } from './article.js';
import { blocksOf } from './blocks.js';
import { languageOf } from './language.js';
import { type Piece, splitterFor, unicodeSplitter } from './tokens.js';

/** An article, ready to be searched. `day` is that of the article where its source does not state one. */
export async function analyse(source: SourceText, id: string, day: string | undefined): Promise<Article> {
  const language = source.language ?? languageOf(source.text);
  const split = await splitterFor(language);
  const unicode = unicodeSplitter(language);
  const blocks = blocksOf(source);
  const sentences = blocks.flatMap((block, blockAt) =>
    block.kind === 'body'
      ? sentencesOf(block, blockAt, source.text, split(source.text.slice(block.start, block.end)))
      : [],
  );
  const captions = blocks.flatMap((block, blockAt) =>
    block.kind === 'caption'
      ? sentencesOf(block, blockAt, source.text, unicode(source.text.slice(block.start, block.end)))
      : [],
  );
  return { id, source, language, day: source.date ?? day, blocks, sentences, captions };
}

function sentencesOf(block: Block, blockAt: number, text: string, pieces: readonly Piece[]): Sentence[] {
  return joined(pieces, block).map((piece, place) => {
    const [start, end] = [block.start + piece.start, block.start + piece.end];
    const tokens = piece.tokens.map((token) => ({
      ...token,
      start: token.start + block.start,
      end: token.end + block.start,
    }));
    const quotations = block.quotations.filter((one) => one.start < end && one.end > start);
    return { start, end, text: text.slice(start, end), block, blockAt, place, tokens, quotations };
  });
}

/** Sentences, those of one quotation or one word together. */
function joined(pieces: readonly Piece[], block: Block): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    const isInside = (quotation: Quotation) => isWithin(block.start + piece.start, quotation);
    // "alt.religion", "Gawker.com": a sentence does not end within a word.
    if (last && (piece.start === last.end || block.quotations.some(isInside)))
      all[all.length - 1] = { start: last.start, end: piece.end, tokens: [...last.tokens, ...piece.tokens] };
    else all.push(piece);
  }
  return all;
}

function isWithin(offset: number, { start, end }: Span): boolean {
  return offset > start && offset < end;
}
