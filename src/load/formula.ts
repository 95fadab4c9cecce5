/** Formulas of measures: `{deaths} / {deployed}`, `{a} + {b} - {c}`. Products and quotients are worked out first. */
import type { Precision } from './vocabulary.js';

/** Numbers between which one is. Either end may be open: at least 5 is from 5 to infinity. */
export interface Bounds {
  low: number;
  high: number;
}

type Sign = '+' | '-' | '*' | '/';

/** A formula: what it begins with, and what is done with it, one step after the other. */
export interface Formula {
  terms: readonly { sign: Sign; operand: string | number }[];
}

const OPERAND = /^\{([a-z][a-z0-9_-]*)\}$/;
const SIGNS: Readonly<Record<string, Sign>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '*': '*',
  '×': '*',
  '/': '/',
  '÷': '/',
};

/** The formula that some words are, names in braces; `undefined` where they are none. */
export function readFormula(text: string): Formula | undefined {
  const words = text.trim().split(/\s+/);
  const terms = words.flatMap((word, i) => {
    if (i % 2 === 1) return [];
    const sign = i === 0 ? '+' : SIGNS[words[i - 1] ?? ''];
    const operand = OPERAND.exec(word)?.[1] ?? (/^\d+(?:\.\d+)?$/.test(word) ? Number(word) : undefined);
    return sign === undefined || operand === undefined ? [] : [{ sign, operand }];
  });
  const isWhole = words.length % 2 === 1 && terms.length === (words.length + 1) / 2 && terms.length > 1;
  return isWhole && terms.some(({ operand }) => typeof operand === 'string') ? { terms } : undefined;
}

/** A name that stands without braces gets them: `deaths / deployed` is written as a text that names measures. */
export const bracedNames = (text: string) =>
  text.replace(/(?<![\w{}-])[a-z][a-z0-9_-]*(?![\w}-])/g, (name) => `{${name}}`);

/** The bounds of what a formula comes to. */
export function resultOf({ terms }: Formula, boundsOf: (name: string) => Bounds): Bounds {
  const sums: { sign: Sign; bounds: Bounds }[] = [];
  for (const { sign, operand } of terms) {
    const bounds = typeof operand === 'number' ? { low: operand, high: operand } : boundsOf(operand);
    const last = sums.at(-1);
    if (last && (sign === '*' || sign === '/'))
      last.bounds = times(last.bounds, sign === '*' ? bounds : inverse(bounds));
    else sums.push({ sign, bounds });
  }
  return sums.reduce<Bounds>(
    (sum, { sign, bounds }) =>
      sign === '-'
        ? { low: sum.low - bounds.high, high: sum.high - bounds.low }
        : { low: sum.low + bounds.low, high: sum.high + bounds.high },
    { low: 0, high: 0 },
  );
}

function times(a: Bounds, b: Bounds): Bounds {
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high].map((end) =>
    // Nothing of something without end.
    Number.isNaN(end) ? 0 : end,
  );
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** Of numbers that zero may be among, nothing is known. */
function inverse({ low, high }: Bounds): Bounds {
  if (low <= 0 && high >= 0) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  return { low: 1 / high, high: 1 / low };
}

/** A number as it was given. */
export interface GivenNumber {
  value?: number | undefined;
  range?: readonly [low: number, high: number] | undefined;
  precision: Precision;
}

/** Where a number is that was given so. `within` is how far off it may be. Counts and amounts are not below zero. */
export function boundsOf({ range, value = Number.NaN, precision }: GivenNumber, within = 0): Bounds {
  if (range) return { low: range[0], high: range[1] };
  const isLeast = precision === 'at-least' || precision === 'over';
  const isMost = precision === 'at-most' && value >= 0;
  return {
    low: (isMost ? 0 : value) - within,
    high: (isLeast ? Number.POSITIVE_INFINITY : value) + within,
  };
}
