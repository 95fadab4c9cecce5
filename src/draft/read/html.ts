/** A saved page: what it says of itself for machines, and the article within everything else on it. */

import { articleDataOf } from './article-data.js';
import { textFrom } from './blocks.js';
import { type Page, parsePage, START } from './dom.js';
import { type Article, type SourceKind, textOf } from './kind.js';
import { isBeside, textOfMarkup } from './markup.js';
import { metadata } from './metadata.js';
import { blocksIn } from './plain.js';

export const html: SourceKind = {
  extensions: ['html', 'htm', 'xhtml'],
  isIn: ({ text }) =>
    text !== undefined && /^[^\0]{0,2000}?<(?:!doctype html|html)[\s>]/i.test(text.slice(0, START)),
  read: async (content) => {
    const text = textOf(content);
    const page = await parsePage(text, content.file);
    const data = articleDataOf(page);
    const title =
      data.title ?? page.querySelector('h1')?.textContent ?? page.querySelector('title')?.textContent;
    const found = await articleIn(page, text, content.file);
    return { ...longerOf(found, data.body), ...metadata({ ...data, title }) };
  },
};

type Found = Pick<Article, 'text' | 'headings' | 'tables'>;

/** What stands on pages beside articles, and is taken for a part of them by what tells them apart. */
const BESIDE =
  'nav, aside, footer, form, [role="navigation"], [role="banner"], [role="complementary"], [role="dialog"], [aria-modal="true"], [aria-hidden="true"]';

async function articleIn(page: Page, text: string, file: string): Promise<Found> {
  const { Readability } = await import('@mozilla/readability');
  const copy = await parsePage(text, file);
  for (const element of [...copy.querySelectorAll(BESIDE)]) element.remove();
  const length = (copy.body.textContent ?? '').length;
  for (const element of [...copy.querySelectorAll('body [class], body [id]')])
    if (isBeside(element, length)) element.remove();
  const readability = new Readability<Page['body']>(copy as never, {
    serializer: (node) => node as unknown as Page['body'],
    keepClasses: true,
    disableJSONLD: true,
  });
  const content = contentOf(() => readability.parse());
  const article = content && textOfMarkup(content);
  return article?.text ? article : textOfMarkup(page.body);
}

/** What Readability finds. An element with very many children is more than the DOM that it uses can set at once. */
function contentOf(
  parse: () => { content?: Page['body'] | null | undefined } | null,
): Page['body'] | undefined {
  try {
    return parse()?.content ?? undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const lettersIn = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** The body that the page gives for machines, where it is longer than what was found on it; it knows no headings. */
function longerOf(found: Found, body: unknown): Found {
  if (typeof body !== 'string') return found;
  const given = textFrom(blocksIn(body));
  return lettersIn(given.text) > 1.05 * lettersIn(found.text) ? { ...given, tables: found.tables } : found;
}
