/** The paragraphs of a text, and what each is for: what the article states, or what stands around that. */
import { datesIn } from '../../words/date-mentions.js';
import type { SourceText } from '../source-text.js';
import type { Block, BlockKind } from './article.js';
import { quotationsIn } from './quotations.js';

/** Headings of what is no part of the article. */
const META_HEADING =
  /^(?:sources?|references|external links?|related (?:news|articles?|stories|links|content)|see also|further (?:reading|information)|notes to editors|contacts?|media (?:enquiries|contacts?)|share this|comments|sister links?|about the author)\W*$/iu;

/** Paragraphs that lead to something else, or say whose the article is. */
const META_LINE =
  /^(?:(?:read|also read|see also|related|watch|listen|more on|follow us|share|subscribe|advertisement|sign up)(?: (?:more|also|now|here))? ?(?::|$)|(?:by|von|par|por) \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}$|©|copyright|all rights reserved|published|updated|last updated|https?:\S+$)/iu;

const CREDIT =
  /(?:^|\W)(?:image|images|photo|photograph|picture|credit|file photo|foto|crédit|imagen|фото|사진|图)s? ?:/iu;
const POST_SIGNATURE = /^[—–-]+ ?.{1,80}\(@\w+\)/u;
const ENDS_AS_SENTENCE = /[.!?…:;。！？؟][”"’'»)\]]*(?: ?\(\(?\w+\)?\)\.?)?$/u;

/** A caption is at most as long as this where only its first letter tells that it is one. */
const MOST_WORDS_OF_HEADING = 14;

/** The paragraphs of a source, in order. */
export function blocksOf({ text, headings, title }: SourceText): Block[] {
  const spans = [...text.matchAll(/[^\n](?:(?!\n\s*\n)[\s\S])*/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }));
  let section: string | undefined;
  let isMeta = false;
  return spans.flatMap(({ start, end }, i): Block[] => {
    const words = text.slice(start, end);
    if (words === '') return [];
    const isHeading = headings.some((heading) => heading.start >= start && heading.start < end);
    const next = spans[i + 1];
    const kind = isHeading ? 'heading' : kindOf(words, next && text.slice(next.start, next.end));
    if (kind === 'heading' && words !== title) {
      section = words.replace(/^#+ */, '');
      isMeta = META_HEADING.test(section);
    }
    return [
      {
        start,
        end,
        kind: isMeta && kind !== 'heading' ? 'meta' : kind,
        section,
        quotations: quotationsIn(text, start, end),
      },
    ];
  });
}

function kindOf(words: string, next: string | undefined): BlockKind {
  if (META_LINE.test(words) || POST_SIGNATURE.test(words) || isDateline(words)) return 'meta';
  if (next !== undefined && POST_SIGNATURE.test(next)) return 'post';
  if (CREDIT.test(words) && words.length < 400) return 'caption';
  const count = words.split(/\s+/).length;
  if (/^\p{Ll}/u.test(words) && count <= MOST_WORDS_OF_HEADING) return 'caption';
  const isShort = count <= MOST_WORDS_OF_HEADING && words.length < 150;
  return isShort && !ENDS_AS_SENTENCE.test(words) && !words.includes('"') ? 'heading' : 'body';
}

/** A paragraph that is a date and no more: `Saturday, September 12, 2015`. */
function isDateline(words: string): boolean {
  if (words.length > 60) return false;
  return datesIn(words).some(({ text, day, year }) => day && year && words.length - text.length < 20);
}
