/**
 * A brief drafted from articles: each item with its evidence, and the place in the text that it was found at.
 *
 *   SourceText[] ─analyse─▶ Article[] ─find─▶ Finding[] ─compose─▶ BriefInput ─hold to the rules─▶ Draft
 */
import { UsageError } from '../core/problem.js';
import { LIMITS, megabytes } from '../load/limits.js';
import { analyse } from './analyse/analyse.js';
import { composeBrief } from './compose.js';
import { findIn } from './find/find.js';
import { held } from './hold.js';
import { Ids } from './ids.js';
import type { Draft, DraftOptions } from './result.js';
import type { SourceText } from './source-text.js';

/** Drafts one brief from one or several sources. */
export async function draft(texts: readonly SourceText[], options: DraftOptions): Promise<Draft> {
  texts.forEach(assertReadable);
  // A table alone states nothing: it is drawn by a chart that names its file.
  const written = texts.filter(({ text, tables }) => text.trim() !== '' || tables.length === 0);
  if (written.length === 0) {
    throw new UsageError(
      `There is no text in ${texts.map(({ file }) => `"${file}"`).join(', ')}.`,
      'Draft from an article; a table goes into its brief as a chart with "csv:".',
    );
  }
  const ids = new Ids();
  const names = written.map(({ file }) => ids.make(file.replace(/\.[^.]*$/u, '')));
  const articles = await Promise.all(
    written.map((source, i) => {
      // Half of a character is nothing that a file can hold.
      const text = source.text.toWellFormed();
      return analyse({ ...source, text }, names[i] ?? 'source', options.date);
    }),
  );
  const findings = await Promise.all(articles.map((article) => findIn(article, ids)));
  return held(composeBrief(findings, ids, options));
}

/** An archived text is read again at each check, up to its limit. */
function assertReadable({ file, text }: SourceText): void {
  const bytes = Buffer.byteLength(text);
  if (bytes <= LIMITS.archiveBytes) return;
  throw new UsageError(
    `"${file}" has ${megabytes(bytes)} of text; at most ${megabytes(LIMITS.archiveBytes)} are read.`,
    'Draft from the part of it that the deck is about.',
  );
}
