/** What pdf.js gives of a page, as lines with their place: where they stand, how high their letters are. */

/** A piece of text as pdf.js has it. */
export interface Piece {
  str: string;
  /** `transform[4]` and `transform[5]` are where it stands, from the left and from the bottom. */
  transform: readonly number[];
  width: number;
  height: number;
  hasEOL: boolean;
}

export interface Line {
  text: string;
  page: number;
  left: number;
  right: number;
  /** From the bottom of the page. */
  bottom: number;
  /** Of its letters. */
  height: number;
}

/** The lines of a page, in the order of its content, which is that of columns as well. */
export function linesOf(pieces: readonly Piece[], page: number): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const piece of pieces) {
    const [, , , , left = 0, bottom = 0] = piece.transform;
    const height = piece.height || line?.height || 10;
    const isNext =
      line !== undefined &&
      Math.abs(line.bottom - bottom) < Math.max(line.height, height) * 0.6 &&
      left >= line.left - 1;
    if (line === undefined || !isNext) {
      if (piece.str.trim() === '') continue;
      line = { text: '', page, left, right: left, bottom, height };
      lines.push(line);
    }
    // A space may be nothing but a distance.
    const isApart = line.text !== '' && left - line.right > height * 0.15 && !/\s$/.test(line.text);
    line.text += `${isApart && !/^\s/.test(piece.str) ? ' ' : ''}${piece.str}`;
    line.right = Math.max(line.right, left + piece.width);
    if (piece.str.trim() !== '' && piece.str.trim().length > 2) line.height = Math.max(line.height, height);
  }
  return lines
    .map((each) => ({ ...each, text: each.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** How many lines at the top and at the bottom of a page may be running heads. */
const MOST_RUNNING = 3;

/** Without page numbers, and without what stands at the top or the bottom of page after page. */
export function withoutRunning(pages: readonly (readonly Line[])[]): Line[][] {
  const masked = ({ text }: Line) => text.replace(/\p{N}+/gu, '#');
  const counts = new Map<string, number>();
  const edges = pages.map((lines) => {
    const byHeight = [...lines].sort((a, b) => b.bottom - a.bottom);
    return new Set([...byHeight.slice(0, MOST_RUNNING), ...byHeight.slice(-MOST_RUNNING)]);
  });
  for (const edge of edges)
    for (const text of new Set([...edge].map(masked))) counts.set(text, (counts.get(text) ?? 0) + 1);
  const isRunning = (line: Line) =>
    /^(?:page |seite |p\. ?)?[-–— ]*\d{1,4}[-–— ]*(?:(?:of|von|\/) ?\d{1,4})?$/iu.test(line.text) ||
    (pages.length > 1 && (counts.get(masked(line)) ?? 0) > Math.max(1, pages.length / 3));
  return pages.map((lines, i) => lines.filter((line) => !(edges[i]?.has(line) && isRunning(line))));
}
