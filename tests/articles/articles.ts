/**
 * Briefs from articles of Wikinews, written by somebody who did not write the rules. The articles are not part of the
 * project: where they are at hand, in `../shared/articles/gum`, evidence is looked up in them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../../src/core/hash.js';
import { type LoadedBrief, loadBrief } from '../../src/load/load.js';

export const ARTICLES = ['crane', 'hackers', 'taxes', 'warming'] as const;
export type Article = (typeof ARTICLES)[number];

/** Beside the checkout, or beside the folder of several checkouts. */
const FOLDER = ['../../../shared/articles/gum/', '../../../../shared/articles/gum/']
  .map((place) => fileURLToPath(new URL(place, import.meta.url)))
  .find(existsSync);

/** The text of an article; `undefined` where it is not at hand. */
export function textOf(article: string): string | undefined {
  return FOLDER === undefined ? undefined : readFileSync(`${FOLDER}GUM_news_${article}.txt`, 'utf8');
}

/** The brief of an article as it is committed: its evidence is held to itself only. */
export function loadArticle(article: Article): Promise<LoadedBrief> {
  return loadBrief(fileURLToPath(new URL(`${article}/brief.yaml`, import.meta.url)));
}

/** The same with the archived text of the article, as if the brief had named it. */
export function withText(loaded: LoadedBrief, text: string): LoadedBrief {
  return { ...loaded, archives: new Map([['article', { text, sha256: sha256(text) }]]) };
}
