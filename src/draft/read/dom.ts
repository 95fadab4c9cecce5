/** HTML as a tree, as far as articles are read from it; and the bound that keeps everything after it quick. */
import { withoutBlocks, withoutCode } from '../../unpack/blocks.js';
import { refuse } from './kind.js';

/** The part of the DOM that is used. */
export interface PageNode {
  nodeType: number;
  childNodes: Iterable<PageNode>;
  textContent: string | null;
}

export interface PageElement extends PageNode {
  localName: string;
  parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
}

export interface Page extends PageNode {
  documentElement: PageElement;
  body: PageElement;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;
export const isText = (node: PageNode): boolean => node.nodeType === 3;

/** Elements within each other; pages have about fifty. */
const DEEPEST = 256;

/** Elements that end without a tag of their own. */
const ENDS_ITSELF = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th option'.split(' '),
);

/** Elements of a page; the longest lists of an encyclopaedia have about 60,000. */
const MOST_ELEMENTS = 80_000;

const HINT = 'Save the text of the article as a text file, and give that.';

/** Parses a page or a part of one. Throws where its elements are too many, or nested too deep. */
export async function parsePage(html: string, file: string): Promise<Page> {
  const markup = withoutBlocks(html, /<svg\b/, () => '</svg\\s*>', '');
  const { count, depth } = sizeOf(markup);
  if (depth > DEEPEST) throw refuse(file, 'too-deep', `has elements nested over ${DEEPEST} deep`, HINT);
  if (count > MOST_ELEMENTS) throw refuse(file, 'too-large', `has over ${MOST_ELEMENTS} elements`, HINT);
  const { parseHTML } = await import('linkedom');
  const isWhole = /<html[\s>]/i.test(markup.slice(0, START));
  return parseHTML(isWhole ? markup : `<!doctype html><html><body>${markup}</body></html>`)
    .document as unknown as Page;
}

/** Characters of a file in which a page says that it is one. */
export const START = 10_000;

/**
 * How many elements there are and how deep they are nested, up to the bounds. Counted before the page is parsed, and as
 * the parser does: it and what reads pages take the square of the depth.
 */
function sizeOf(html: string): { count: number; depth: number } {
  const open: string[] = [];
  const markup = withoutBlocks(withoutCode(html), /<!--/, () => '-->', '');
  let count = 0;
  let depth = 0;
  for (const [, end, name = ''] of markup.matchAll(/<(\/?)([a-z][\w:-]*)/gi)) {
    const tag = name.toLowerCase();
    if (end === '') count++;
    if (count > MOST_ELEMENTS || depth > DEEPEST) break;
    if (ENDS_ITSELF.has(tag)) continue;
    if (end === '') open.push(tag);
    else if (open.includes(tag)) open.length = open.lastIndexOf(tag);
    depth = Math.max(depth, open.length);
  }
  return { count, depth };
}
