/**
 * How much of a slide a text takes, reckoned from its words: enough to divide items among slides before any browser has
 * seen them. Pixels of a 1280×720 slide, in the type sizes that every theme shares.
 */
/** Height between the top of the headline and the foot. */
export const CONTENT = 572;
export interface Type {
  /** Average letters in a line. */
  perLine: number;
  /** Height of a line. */
  height: number;
}
const HEADLINE: Type = { perLine: 52, height: 47 };
/** Text beside a number that stands large, and text as wide as the slide. */
export const TEXT: Type = { perLine: 67, height: 34 };
export const FINE: Type = { perLine: 90, height: 27 };
export const WIDE_TEXT: Type = { perLine: 88, height: 34 };
export const WIDE_FINE: Type = { perLine: 118, height: 27 };
/** Space and rule between two rows. */
const GAP = 36;

/** Height of a headline with its hedges. */
export function headlineRoom(text: string, hedges: readonly string[] = []): number {
  return lines(text, HEADLINE) + hedges.reduce((sum, hedge) => sum + lines(hedge, WIDE_FINE), 0) + GAP + 4;
}

/** Height of a row: a text, and what stands under it. */
export function rowRoom(text: string, fine: readonly string[], type: Type, fineType: Type): number {
  return lines(text, type) + fine.reduce((sum, part) => sum + lines(part, fineType), 0) + GAP;
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
