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

/** Parses a page or a part of one. Throws where its elements are nested too deep. */
export async function parsePage(html: string, file: string): Promise<Page> {
  const markup = withoutBlocks(html, /<svg\b/, () => '</svg\\s*>', '');
  if (isTooDeep(markup))
    throw refuse(
      file,
      'too-deep',
      `has elements nested over ${DEEPEST} deep`,
      'Save the text of the article as a text file, and give that.',
    );
  const { parseHTML } = await import('linkedom');
  const isWhole = /<html[\s>]/i.test(markup.slice(0, START));
  return parseHTML(isWhole ? markup : `<!doctype html><html><body>${markup}</body></html>`)
    .document as unknown as Page;
}

/** Characters of a file in which a page says that it is one. */
export const START = 10_000;

/** Counted before the page is parsed, and as the parser does: it and what reads pages take the square of the depth. */
function isTooDeep(html: string): boolean {
  const open: string[] = [];
  const markup = withoutBlocks(withoutCode(html), /<!--/, () => '-->', '');
  for (const [, end, name = ''] of markup.matchAll(/<(\/?)([a-z][\w:-]*)/gi)) {
    const tag = name.toLowerCase();
    if (ENDS_ITSELF.has(tag)) continue;
    if (end === '') open.push(tag);
    else if (open.includes(tag)) open.length = open.lastIndexOf(tag);
    if (open.length > DEEPEST) return true;
  }
  return false;
}
