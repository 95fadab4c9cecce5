/** The events of a full timeline: numbered at the axis, and named in a list of columns under it. */
import type { TimelineEvent } from '../model.js';
import type { Size } from './size.js';
import { type ChartStyle, fontOf } from './style.js';
import { cut, textWidth, wrap, wrapTo } from './text.js';

export const LIST_TYPE = { size: 18, line: 23 };
const COLUMNS = { count: 3, gap: 32 };
/** Room for the number before a text. */
const GUTTER = 32;
const BETWEEN = 7;
/** From a date to the text after it. */
const AFTER_DATE = 8;

/** An event in the list: its number, its date, and the text that begins beside the date. */
export interface Entry {
  event: TimelineEvent;
  n: number;
  x: number;
  y: number;
  when: string;
  /** Where the first line begins, after the date. */
  indent: number;
  lines: readonly string[];
}

/** As many events as have room from `top` on, the most important first; listed by date, in even columns. */
export function listEvents(
  events: readonly TimelineEvent[],
  style: ChartStyle,
  size: Size,
  top: number,
): Entry[] {
  const byImportance = [...events].sort((a, b) => b.importance - a.importance);
  const width = (size.width - COLUMNS.gap * (COLUMNS.count - 1)) / COLUMNS.count - GUTTER;
  const most = size.height - top;
  for (let count = events.length; count > 0; count--) {
    const kept = new Set(byImportance.slice(0, count));
    // The line that says how many are named.
    const room = count < events.length ? most - LIST_TYPE.line : most;
    const entries = events
      .filter((event) => kept.has(event))
      .map((event, i) => entryOf(event, i, style, width));
    const heights = entries.map(({ lines }) => lines.length * LIST_TYPE.line + BETWEEN);
    const even = heights.reduce((all, height) => all + height, 0) / COLUMNS.count;
    for (let height = even; height <= room + BETWEEN; height += 4) {
      const places = inColumns(heights, height);
      const last = places.at(-1)?.column ?? 0;
      if (last >= COLUMNS.count || heights.some((one) => one > height)) continue;
      return entries.map((entry, i) => ({
        ...entry,
        x: (places[i]?.column ?? 0) * (width + GUTTER + COLUMNS.gap) + GUTTER,
        y: top + (places[i]?.y ?? 0),
      }));
    }
  }
  // One event whose text is longer than a column.
  return byImportance.slice(0, 1).map((event) => {
    const entry = entryOf(event, 0, style, size.width - GUTTER);
    const lines = Math.max(1, Math.floor(most / LIST_TYPE.line) - 1);
    const font = fontOf(style, LIST_TYPE.size);
    return {
      ...entry,
      x: GUTTER,
      y: top,
      lines: ['', ...wrapTo(event.text, font, size.width - GUTTER, lines)],
    };
  });
}

function entryOf(event: TimelineEvent, i: number, style: ChartStyle, width: number): Entry {
  const font = fontOf(style, LIST_TYPE.size);
  const bold = fontOf(style, LIST_TYPE.size, 700);
  const when = cut(event.when, bold, width);
  const indent = textWidth(when, bold) + AFTER_DATE;
  const words = event.text.split(' ');
  const first: string[] = [];
  for (const word of words) {
    if (textWidth([...first, word].join(' '), font) > width - indent) break;
    first.push(word);
  }
  const rest = words.slice(first.length).join(' ');
  const lines = [first.join(' '), ...(rest === '' ? [] : wrap(rest, font, width))];
  return { event, n: i + 1, x: 0, y: 0, when, indent, lines };
}

/** Where boxes stand that follow each other down columns of a height. */
function inColumns(heights: readonly number[], most: number): { column: number; y: number }[] {
  let column = 0;
  let y = 0;
  return heights.map((height) => {
    if (y > 0 && y + height > most + 0.5) {
      column++;
      y = 0;
    }
    const place = { column, y };
    y += height;
    return place;
  });
}

/** How many levels up each number stands, so that none covers another: 0 is the nearest to the axis. */
export function levelsOf(xs: readonly number[], apart: number): number[] {
  const rights: number[] = [];
  return xs.map((x) => {
    const free = rights.findIndex((right) => x - right >= apart);
    const level = free < 0 ? rights.length : free;
    rights[level] = x;
    return level;
  });
}
