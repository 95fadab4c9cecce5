/**
 * How much of a slide an item takes, reckoned from its words: enough to divide items among slides before any
 * browser has seen them. Pixels of a 1280×720 slide, in the type sizes that every theme shares.
 */
import type { SlideKind } from '../load/terms.js';
import { hedgesOf, hedgeText, measuresIn } from '../words/hedges.js';
import { toWords, type Wording } from '../words/texts.js';
import type { Item } from './items.js';

/** Height between the top of the headline and the foot. */
export const CONTENT = 560;
const HEADLINE = { perLine: 52, height: 47 };
const TEXT = { perLine: 62, height: 34 };
const FINE = { perLine: 88, height: 27 };
/** Space and rule between two rows. */
const GAP = 36;

/** The most items on a slide of each kind, however short they are: one idea a slide. */
const MOST: Readonly<Record<SlideKind, number>> = {
  title: 0,
  'bottom-line': 3,
  claims: 4,
  'big-number': 1,
  chart: 1,
  quote: 1,
  timeline: 6,
  judgments: 3,
  outlook: 5,
  people: 7,
  sources: 8,
  question: 1,
  data: 1,
};

/** Height of a headline with its hedges. */
export function headlineRoom(text: string, hedges: readonly string[] = []): number {
  return lines(text, HEADLINE) + hedges.reduce((sum, hedge) => sum + lines(hedge, FINE), 0) + GAP;
}

/** Height of an item as a row; `asHeadline` where it is what the slide asserts. */
export function itemRoom(item: Item, wording: Wording, asHeadline: boolean): number {
  const hedges = 'status' in item.data ? hedgesOf(item.data, item.measures, wording).map(hedgeText) : [];
  const row = (text: string, ...fine: readonly (string | undefined)[]) =>
    lines(toWords(text, wording), TEXT) +
    fine.reduce((sum, part) => sum + (part ? lines(part, FINE) : 0), 0) +
    GAP;
  switch (item.type) {
    case 'claim':
      return asHeadline
        ? headlineRoom(toWords(item.data.text, wording), hedges)
        : row(item.data.text, ...hedges);
    case 'event':
      return (
        row(item.data.text, ...hedgesOf(item.data, measuresIn(item.data.text), wording).map(hedgeText)) - 12
      );
    case 'judgment': {
      const scale = item.data.likelihood === undefined ? 0 : 60;
      const text = toWords(item.data.text, wording);
      return (
        (asHeadline ? headlineRoom(text) : row(item.data.text)) +
        FINE.height +
        scale +
        (item.data.caveat ? lines(item.data.caveat, FINE) : 0)
      );
    }
    case 'indicator':
      return row(item.data.text, item.data.means);
    case 'person':
      return row(item.data.name) - 12;
    default:
      return CONTENT;
  }
}

/**
 * Divides items among as few slides as they need, evenly, in their order. `fixed` is the height that each slide
 * spends on a headline of its own; `headlineOf` picks the item that is the headline of a slide instead.
 */
export function divide<T extends Item>(
  items: readonly T[],
  kind: SlideKind,
  roomOf: (item: Item, asHeadline: boolean) => number,
  fixed: number,
  headlineOf?: (items: readonly T[]) => T | undefined,
): T[][] {
  if (items.length === 0) return [];
  const fits = (group: readonly T[]) => {
    const headline = headlineOf?.(group);
    const height = group.reduce((sum, item) => sum + roomOf(item, item === headline), fixed);
    return group.length === 1 || (group.length <= MOST[kind] && height <= CONTENT);
  };
  for (let slides = 1; slides < items.length; slides++) {
    const groups = evenly(items, slides);
    if (groups.every(fits)) return groups;
  }
  return items.map((item) => [item]);
}

/** Cuts a list into `count` runs whose sizes differ by one at most. */
function evenly<T>(items: readonly T[], count: number): T[][] {
  const groups: T[][] = [];
  for (let i = 0; i < count; i++) {
    groups.push(
      items.slice(Math.ceil((i * items.length) / count), Math.ceil(((i + 1) * items.length) / count)),
    );
  }
  return groups;
}

function lines(text: string, type: { perLine: number; height: number }): number {
  return Math.max(1, Math.ceil(widthOf(text) / type.perLine)) * type.height;
}

/** Width in average Latin letters; Chinese, Japanese and Korean characters are about two of them wide. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/.test(character) ? 1.8 : 1;
  return width;
}
