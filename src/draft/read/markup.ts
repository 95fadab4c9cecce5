/** The text of a page or a part of one, as a reader has it: paragraphs and headings; tables apart. */
import type { SourceText } from '../source-text.js';
import { type Block, textFrom, tidy } from './blocks.js';
import { isElement, isText, type PageElement, type PageNode } from './dom.js';
import { rowsOf } from './table.js';

/** Elements of which nothing is the article's text. */
const SKIPPED = new Set(
  (
    'script style noscript template math head nav aside footer form button select textarea input iframe object ' +
    'video audio canvas picture img figcaption dialog menu'
  ).split(' '),
);

/** Elements that begin a paragraph and end one. */
const BLOCKS = new Set(
  (
    'address article blockquote body caption center dd details div dl dt fieldset figure h1 h2 h3 h4 h5 h6 header ' +
    'hr html li main ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Names of classes for what stands beside an article: pictures' captions, buttons, lists of other articles. */
const BESIDE =
  /(?:^|[\s_-])(?:captions?|credits?|share|sharing|social|newsletter|promos?|related|recirc|advert\w*|ads?|sponsor\w*|cookies?|consent|gdpr|pull-?quotes?|breadcrumbs?|read-?more|read-?next|also-?read|comments?|subscribe|paywall|skip-?link|sr-only|visually-?hidden|screen-?reader-text|editsection|noprint|toc|navbox|infobox)(?:$|[\s_-])/i;

/** Whether an element is called what stands beside an article. What holds a good part of the text is not, whatever it is called. */
export function isBeside(element: PageElement, lengthOfAll: number): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return BESIDE.test(names) && (element.textContent ?? '').length < lengthOfAll / 4;
}

/** The text of an element. */
export function textOfMarkup(root: PageElement): Pick<SourceText, 'text' | 'headings' | 'tables'> {
  const reading = new Reading((root.textContent ?? '').length);
  reading.enter(root);
  reading.endBlock();
  return { ...textFrom(withoutRepeats(reading.blocks)), tables: reading.tables };
}

class Reading {
  readonly blocks: (Block & { isQuote: boolean })[] = [];
  readonly tables: SourceText['tables'][number][] = [];
  #text = '';
  #level: number | undefined;
  #quotes = 0;
  readonly #length: number;

  constructor(length: number) {
    this.#length = length;
  }

  enter(node: PageNode): void {
    if (isText(node)) this.#text += (node.textContent ?? '').replace(/\s+/g, ' ');
    else if (isElement(node) && !this.#isBeside(node)) this.#element(node);
  }

  endBlock(): void {
    for (const part of this.#text.split(/\n\s*\n/)) {
      const text = tidy(part);
      if (text === '') continue;
      const heading = this.#level === undefined ? {} : { level: this.#level };
      this.blocks.push({ text, ...heading, isQuote: this.#quotes > 0 });
    }
    this.#text = '';
  }

  #element(element: PageElement): void {
    const tag = element.localName;
    if (tag === 'br') this.#text += '\n';
    else if (tag === 'q') this.#text += `“${element.textContent ?? ''}”`;
    else if (tag === 'sup') this.#text += raised(element.textContent ?? '', this.#text);
    else if (tag === 'table' && this.#table(element)) this.endBlock();
    else if (tag === 'figure' && !element.querySelector('table')) this.endBlock();
    else if (tag === 'pre' && element.querySelector('code')) this.endBlock();
    else if (BLOCKS.has(tag)) this.#block(element);
    else for (const child of element.childNodes) this.enter(child);
  }

  #block(element: PageElement): void {
    this.endBlock();
    const [, level] = /^h([1-6])$/.exec(element.localName) ?? [];
    const isQuote = element.localName === 'blockquote';
    if (level !== undefined) this.#level = Number(level);
    if (isQuote) this.#quotes++;
    for (const child of element.childNodes) this.enter(child);
    this.endBlock();
    if (level !== undefined) this.#level = undefined;
    if (isQuote) this.#quotes--;
  }

  /** Keeps a table, if the element is one. */
  #table(element: PageElement): boolean {
    const rows = rowsOf(element);
    if (!rows) return false;
    const caption = tidy(element.querySelector('caption')?.textContent ?? '').replaceAll('\n', ' ');
    const heading = this.blocks.findLast(({ level }) => level !== undefined)?.text;
    this.tables.push({ name: caption || heading || `Table ${this.tables.length + 1}`, rows });
    return true;
  }

  #isBeside(element: PageElement): boolean {
    if (SKIPPED.has(element.localName)) return true;
    if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true')
      return true;
    if (/display\s*:\s*none/i.test(element.getAttribute('style') ?? '')) return true;
    // The mark of a footnote.
    if (element.localName === 'sup' && element.querySelector('a[href^="#"], a[href*="#cite"]')) return true;
    return isBeside(element, this.#length);
  }
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A power keeps its place: 10 to the 6th is not 106. Letters stand as they are: `22nd`. */
function raised(text: string, before: string): string {
  return /[\p{L}\p{N})]$/u.test(before) && /^\s*[-−]?\d+\s*$/.test(text)
    ? text
        .trim()
        .replace(/\d/g, (digit) => RAISED[Number(digit)] ?? '')
        .replace(/[-−]/, '⁻')
    : text;
}

/** Without quotations set apart that say again what a paragraph says. */
function withoutRepeats(blocks: Reading['blocks']): Block[] {
  const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const said = blocks.some(({ isQuote }) => isQuote)
    ? words(blocks.flatMap(({ text, isQuote }) => (isQuote ? [] : [text])).join(' '))
    : '';
  return blocks
    .filter(({ text, isQuote }) => !isQuote || !said.includes(words(text)))
    .map(({ text, level }) => (level === undefined ? { text } : { text, level }));
}
