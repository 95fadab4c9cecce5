/**
 * How much of a slide an item takes, reckoned from its words: enough to divide items among slides before any
 * browser has seen them. Pixels of a 1280×720 slide, in the type sizes that every theme shares.
 */
import type { SlideKind } from '../load/vocabulary.js';
import { hedgesOf, hedgeText } from '../words/hedges.js';
import { toWords, type Wording } from '../words/texts.js';
import type { Item } from './items.js';

/** Height between the top of the headline and the foot. */
export const CONTENT = 572;
interface Type {
  /** Average letters in a line. */
  perLine: number;
  /** Height of a line. */
  height: number;
}
const HEADLINE: Type = { perLine: 52, height: 47 };
/** Text beside a number that stands large, and text as wide as the slide. */
const TEXT: Type = { perLine: 67, height: 34 };
const FINE: Type = { perLine: 90, height: 27 };
const WIDE_TEXT: Type = { perLine: 88, height: 34 };
const WIDE_FINE: Type = { perLine: 118, height: 27 };
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
  comparison: 1,
  picture: 1,
  section: 0,
  timeline: 6,
  judgments: 5,
  outlook: 5,
  people: 8,
  sources: 6,
  question: 1,
  data: 1,
};

/** Height of a headline with its hedges. */
export function headlineRoom(text: string, hedges: readonly string[] = []): number {
  return lines(text, HEADLINE) + hedges.reduce((sum, hedge) => sum + lines(hedge, WIDE_FINE), 0) + GAP + 4;
}

/** Height of an item as a row; `asHeadline` where it is what the slide asserts. */
export function itemRoom(item: Item, wording: Wording, asHeadline: boolean): number {
  const words = (text: string) => toWords(text, wording);
  const hedges =
    'status' in item.data
      ? hedgesOf(item.data, item.measures, wording).map((hedge) => hedgeText(hedge, wording))
      : [];
  switch (item.type) {
    case 'claim':
      return asHeadline
        ? headlineRoom(words(item.data.text), hedges)
        : rowRoom(words(item.data.text), hedges, TEXT, FINE);
    case 'event':
      return rowRoom(words(item.data.text), hedges, TEXT, FINE) - 16;
    case 'judgment': {
      const { text, likelihood, caveat } = item.data;
      const fine = ['', ...(caveat === undefined ? [] : [words(caveat)])];
      const scale = likelihood === undefined ? 0 : 60;
      return (
        scale +
        (asHeadline ? headlineRoom(words(text), fine) : rowRoom(words(text), fine, WIDE_TEXT, WIDE_FINE))
      );
    }
    case 'indicator': {
      const means =
        item.data.means === undefined ? [] : [`${wording.locale.words.means} ${words(item.data.means)}`];
      return rowRoom(words(item.data.text), means, WIDE_TEXT, WIDE_FINE);
    }
    case 'person':
      return rowRoom(item.data.role, [], TEXT, FINE) - 12;
    default:
      return CONTENT;
  }
}

function rowRoom(text: string, fine: readonly string[], type: Type, fineType: Type): number {
  return lines(text, type) + fine.reduce((sum, part) => sum + lines(part, fineType), 0) + GAP;
}

/**
 * Whether some items are thought to fit on one slide. `fixed` is the height that the slide spends on a headline of
 * its own; `headline` is the item that is its headline instead.
 */
export function seemsToFit<T extends Item>(
  items: readonly T[],
  kind: SlideKind,
  roomOf: (item: Item, asHeadline: boolean) => number,
  fixed: number,
  headline?: T,
): boolean {
  const height = items.reduce((sum, item) => sum + roomOf(item, item === headline), fixed);
  return items.length === 1 || (items.length <= MOST[kind] && height <= CONTENT);
}

/** Divides a list among as few slides as it needs, evenly, in its order; one each where nothing else fits. */
export function divide<T>(list: readonly T[], fits: (group: readonly T[]) => boolean): T[][] {
  if (list.length === 0) return [];
  for (let slides = 1; slides < list.length; slides++) {
    const groups = evenly(list, slides);
    if (groups.every(fits)) return groups;
  }
  return list.map((item) => [item]);
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

function lines(text: string, type: Type): number {
  return Math.max(1, Math.ceil(widthOf(text) / type.perLine)) * type.height;
}

/** Width in average Latin letters; Chinese, Japanese and Korean characters are about two of them wide. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/.test(character) ? 1.8 : 1;
  return width;
}
