/** What a page says of its article for machines: JSON-LD (schema.org), else the elements of its head. */
import type { Page, PageElement } from './dom.js';
import { each, member, name } from './metadata.js';

/** Unchecked values, by what they are of. */
export interface ArticleData {
  title: unknown;
  byline: unknown;
  publisher: unknown;
  date: unknown;
  url: unknown;
  language: unknown;
  body: unknown;
}

export function articleDataOf(page: Page): ArticleData {
  const linked = linkedArticle(page);
  const meta = (...names: readonly string[]) => first(names, (key) => metaOf(page, key));
  return {
    title: linked('headline') ?? linked('name') ?? meta('og:title', 'twitter:title', 'dc.title'),
    byline: namesOf(linked('author')) ?? meta('author', 'dc.creator', 'article:author'),
    publisher: namesOf(linked('publisher')) ?? meta('og:site_name', 'dc.publisher', 'application-name'),
    date:
      linked('datePublished') ??
      linked('dateCreated') ??
      meta('article:published_time', 'datepublished', 'date', 'dc.date', 'dc.date.issued', 'pubdate') ??
      page.querySelector('article time[datetime], time[datetime]')?.getAttribute('datetime'),
    url: linked('url') ?? page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url'),
    language: page.documentElement.getAttribute('lang') || linked('inLanguage') || meta('content-language'),
    body: linked('articleBody'),
  };
}

/** Reads the fields of the first article in the JSON-LD of a page. */
function linkedArticle(page: Page): (field: string) => unknown {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const article = findArticle(parsed(script), 0);
    if (article !== undefined) return (field) => member(article, field);
  }
  return () => undefined;
}

function parsed(script: PageElement): unknown {
  try {
    return JSON.parse(script.textContent ?? '');
  } catch {
    // Pages have broken ones; the page itself says the rest.
    return undefined;
  }
}

function findArticle(data: unknown, depth: number): unknown {
  if (depth > 4) return undefined;
  for (const entry of each(data)) {
    if (each(member(entry, '@type')).some((type) => /(?:Article|BlogPosting|Report)$/.test(String(type))))
      return entry;
    const inside = ['@graph', 'mainEntity', 'mainEntityOfPage'].map((key) =>
      findArticle(member(entry, key), depth + 1),
    );
    const found = inside.find((article) => article !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Names of people or houses, however they are given; an address is no name. */
function namesOf(value: unknown): string | undefined {
  const names = each(value).flatMap((entry) => name(member(entry, 'name') ?? entry) ?? []);
  const real = [...new Set(names)].filter((text) => !/^https?:/i.test(text));
  return real.length === 0 ? undefined : real.join(', ');
}

function metaOf(page: Page, key: string): string | undefined {
  for (const meta of page.querySelectorAll('meta')) {
    const names = ['property', 'name', 'itemprop', 'http-equiv'].map((attribute) =>
      meta.getAttribute(attribute),
    );
    if (!names.some((other) => other?.toLowerCase() === key)) continue;
    const content = meta.getAttribute('content');
    if (content && !/^https?:/i.test(content) !== key.endsWith('url')) return content;
  }
  return undefined;
}

function first<T>(keys: readonly string[], find: (key: string) => T | undefined): T | undefined {
  for (const key of keys) {
    const found = find(key);
    if (found !== undefined) return found;
  }
  return undefined;
}
