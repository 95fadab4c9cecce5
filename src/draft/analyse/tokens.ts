/** Sentences and words of a paragraph: by wink-nlp for English, by the rules of Unicode for every other language. */
import type { Document } from 'wink-nlp';
import type { Span, Token } from './article.js';

/** A sentence with its words, offsets in the paragraph. */
export interface Piece extends Span {
  readonly tokens: readonly Token[];
}

export type Split = (paragraph: string) => Piece[];

/** Paragraphs beyond this are split by the rules of Unicode: their time grows with their length and no more. */
const MOST_CHARACTERS = 20_000;

/** What splits the paragraphs of a language. The English model is loaded where it is needed. */
export async function splitterFor(language: string): Promise<Split> {
  const byUnicode = unicodeSplitter(language);
  if (!/^en\b/.test(language)) return byUnicode;
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ]);
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const { its } = nlp;
  return (paragraph) =>
    paragraph.length > MOST_CHARACTERS ? byUnicode(paragraph) : piecesOf(nlp.readDoc(paragraph));

  function piecesOf(document: Document): Piece[] {
    const values = document.tokens().out();
    const spaces = document.tokens().out(its.precedingSpaces);
    const parts = document.tokens().out(its.pos);
    let at = 0;
    const tokens = values.map((text, i): Token => {
      const start = at + (spaces[i] ?? '').length;
      at = start + text.length;
      return { text, pos: String(parts[i] ?? ''), start, end: at };
    });
    const spans = document.sentences().out(its.span) as unknown as readonly (readonly [number, number])[];
    return spans.flatMap(([first, last]) => {
      const inside = tokens.slice(first, last + 1);
      const [start, end] = [inside[0]?.start, inside.at(-1)?.end];
      return start === undefined || end === undefined ? [] : [{ start, end, tokens: inside }];
    });
  }
}

/** Splits sentences by the rules of Unicode; their words are not told apart. */
export function unicodeSplitter(language: string): Split {
  const [tag = 'en'] = Intl.Segmenter.supportedLocalesOf([language]);
  const segmenter = new Intl.Segmenter(tag, { granularity: 'sentence' });
  return (paragraph) =>
    [...segmenter.segment(paragraph)].flatMap(({ segment, index }) => {
      const text = segment.trim();
      const start = index + segment.indexOf(text);
      return text === '' ? [] : [{ start, end: start + text.length, tokens: [] }];
    });
}
