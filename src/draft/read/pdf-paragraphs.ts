/** Lines of a PDF joined into paragraphs and headings; words that were divided at a line's end are whole again. */
import type { Block } from './blocks.js';
import { type Line, median } from './pdf-lines.js';

export function paragraphsOf(pages: readonly (readonly Line[])[]): Block[] {
  const lines = pages.flat();
  const size = median(
    lines.flatMap((line) => Array.from({ length: Math.ceil(line.text.length / 20) }, () => line.height)),
  );
  const gap = typicalGap(lines);
  const hyphenated = wordsWithHyphen(lines);
  const groups: Line[][] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const group = groups.at(-1);
    if (before && group && continues(before, line, group, gap)) group.push(line);
    else groups.push([line]);
  }
  const sizes = [
    ...new Set(groups.map((group) => heightOf(group)).filter((height) => height > size * 1.12)),
  ].sort((a, b) => b - a);
  return groups.map((group) => {
    const text = group.map(({ text }) => text).reduce((all, next) => join(all, next, hyphenated));
    const height = heightOf(group);
    return height > size * 1.12 && text.length < 200
      ? { text, level: Math.min(6, sizes.indexOf(height) + 1) }
      : { text };
  });
}

const heightOf = (group: readonly Line[]) => Math.round(median(group.map(({ height }) => height)) * 2) / 2;

/** The distance of two lines of a paragraph: the most frequent one, to half a point. */
function typicalGap(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const distance = before?.page === line.page ? Math.round((before.bottom - line.bottom) * 2) / 2 : 0;
    if (distance > 0) counts.set(distance, (counts.get(distance) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || a - b);
  return most?.[0] ?? 0;
}

const ENDS_SENTENCE = /[.!?…:。！？؟]["'”’»)\]]*$/u;

/** Whether a line is of the same paragraph as the one before it. */
function continues(before: Line, line: Line, group: readonly Line[], gap: number): boolean {
  if (Math.abs(before.height - line.height) > before.height * 0.12) return false;
  const distance = before.bottom - line.bottom;
  const isElsewhere = before.page !== line.page || distance <= 0;
  // On the next page or in the next column, a sentence goes on that has not ended.
  if (isElsewhere) return !ENDS_SENTENCE.test(before.text);
  if (distance > gap * 1.35) return false;
  const isIndented = group.length > 1 && line.left > before.left + line.height * 0.8;
  const width = Math.max(...group.map(({ right, left }) => right - left));
  const isShort = ENDS_SENTENCE.test(before.text) && before.right - before.left < width * 0.7;
  return !isIndented && !isShort;
}

/** Words that a text writes with a hyphen within a line. */
function wordsWithHyphen(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({ text }) => text.match(/\p{L}+-\p{L}+/gu) ?? []).map((word) => word.toLowerCase()),
  );
}

const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

function join(text: string, next: string, hyphenated: ReadonlySet<string>): string {
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + next;
  const [, first] = /(\p{L}+)-$/u.exec(text.slice(-60)) ?? [];
  const [second] = /^\p{Ll}+/u.exec(next) ?? [];
  if (first !== undefined && second !== undefined)
    return hyphenated.has(`${first}-${second}`.toLowerCase()) ? text + next : text.slice(0, -1) + next;
  if (/\p{L}-$/u.test(text)) return text + next;
  return NO_SPACES.test(text.slice(-1)) && NO_SPACES.test(next.charAt(0)) ? text + next : `${text} ${next}`;
}
