/** Drafts of texts that are written in a test. */
import { draft } from '../../src/draft/draft.js';
import type { Draft } from '../../src/draft/result.js';
import type { SourceText } from '../../src/draft/source-text.js';

export const DAY = '2026-03-04';

export function sourceOf(text: string, more: Partial<SourceText> = {}): SourceText {
  return { file: 'article.txt', text, headings: [], tables: [], ...more };
}

export function draftOf(text: string, more: Partial<SourceText> = {}): Promise<Draft> {
  return draft([sourceOf(text, { date: DAY, ...more })], { today: DAY });
}

/** The text of the source at a place of a draft. */
export function wordsAt({ sources, places }: Draft, id: string): string[] {
  return (places[id] ?? []).map(
    ({ source, start, end }) => sources.find((one) => one.id === source)?.text.slice(start, end) ?? '',
  );
}
