/**
 * A brief drafted from articles: each item with its evidence, and the place in the text that it was found at.
 *
 *   SourceText[] ─analyse─▶ Article[] ─find─▶ Finding[] ─compose─▶ BriefInput ─hold to the rules─▶ Draft
 */
import { analyse } from './analyse/analyse.js';
import { composeBrief } from './compose.js';
import { findIn } from './find/find.js';
import { held } from './hold.js';
import { Ids } from './ids.js';
import type { Draft, DraftOptions } from './model.js';
import type { SourceText } from './source-text.js';

/** Drafts one brief from one or several sources. */
export async function draft(texts: readonly SourceText[], options: DraftOptions): Promise<Draft> {
  const ids = new Ids();
  const names = texts.map(({ file }) => ids.make(file.replace(/\.[^.]*$/u, '')));
  const articles = await Promise.all(
    texts.map((text, i) => analyse(text, names[i] ?? 'source', options.date)),
  );
  const findings = await Promise.all(articles.map((article) => findIn(article, ids)));
  return held(composeBrief(findings, ids, options));
}
