/** Plain text: paragraphs, whether lines are wrapped or not, and lines that are headings. */
import { type Block, textFrom, tidy } from './blocks.js';
import { isoDay } from './dates.js';
import { type SourceKind, textOf } from './kind.js';
import { metadata } from './metadata.js';

export const plain: SourceKind = {
  extensions: ['txt', 'text', ''],
  isText: true,
  isIn: () => false,
  read: async (content) => {
    const blocks = blocksIn(textOf(content));
    const start = blocks.slice(0, 5);
    const [first] = blocks;
    return {
      ...textFrom(blocks),
      ...metadata({
        title: first?.level === undefined ? undefined : first.text,
        byline: start.find(({ text }) => BYLINE.test(text) && text.length < 80)?.text,
        date: start
          .map(({ text }) => (text.length < 60 ? isoDay(text) : undefined))
          .find((day) => day !== undefined),
        publisher: undefined,
        url: undefined,
        language: undefined,
      }),
      tables: [],
    };
  },
};

/** The paragraphs of a text: what is divided by empty lines; where lines are not wrapped, each line. */
export function blocksIn(text: string): Block[] {
  const paragraphs = tidy(text)
    .split(/\n{2,}/)
    .flatMap((chunk) => (isWrapped(chunk) ? [unwrap(chunk)] : chunk.split('\n')));
  return paragraphs.map((paragraph, i) => {
    const isHeading = i < paragraphs.length - 1 && looksLikeHeading(paragraph);
    return isHeading ? { text: paragraph, level: i === 0 ? 1 : 2 } : { text: paragraph };
  });
}

/** The widest that people and programs wrap lines at. */
const WIDEST = 100;

/** Whether the lines of a paragraph were broken to a width: all but the last are about as long, and none is longer. */
function isWrapped(chunk: string): boolean {
  const lines = chunk.split('\n');
  const widest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  return (
    lines.length > 1 &&
    widest <= WIDEST &&
    lines.slice(0, -1).every((line, i) => line.length + firstWord(lines[i + 1] ?? '') >= widest * 0.8)
  );
}

/** A line is broken where the next word has no room. */
function firstWord(line: string): number {
  const end = line.indexOf(' ');
  return 1 + (end < 0 ? line.length : end);
}

const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

function unwrap(chunk: string): string {
  return chunk.replace(/(.)\n(.)/gsu, (_, before: string, after: string) =>
    NO_SPACES.test(before) && NO_SPACES.test(after) ? before + after : `${before} ${after}`,
  );
}

const BYLINE = /^by \p{Lu}/iu;

/** A short line that ends like no sentence, holds no end of one, and is no date and no quotation. */
function looksLikeHeading(text: string): boolean {
  return (
    text.length <= 90 &&
    /^[\p{Lu}\p{Lo}\p{N}‘¿¡]/u.test(text) &&
    /[\p{L}\p{N})’?]$/u.test(text) &&
    !/[.!?…]["”’»]? \p{Lu}/u.test(text) &&
    !BYLINE.test(text) &&
    isoDay(text) === undefined
  );
}
