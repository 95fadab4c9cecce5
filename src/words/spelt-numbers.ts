/**
 * Numbers in words, read in eight languages: `seven hundred`, `zwölftausend`, `deux tiers`, `п'ять мільйонів`. What
 * n2words spells up to 999 is looked up word by word; scales, parts and collections are put together here.
 */
import {
  ARTICLES,
  COLLECTION_PLURALS,
  COLLECTIONS,
  HALVES,
  LINKS,
  MULTIPLES,
  PARTS,
  plainWord,
  SCALE_PLURALS,
  SCALES,
} from './lexicon.js';
import { spellingsOf } from './spelling.js';

export interface SpeltNumber {
  at: number;
  end: number;
  text: string;
  values: readonly number[];
  /** The word of size that it ends with: that of another number before it, too. */
  scale?: number | undefined;
}

interface Word {
  at: number;
  end: number;
  plain: string;
  /** Whether nothing but a space or a hyphen stands before it and the word before. */
  joined: boolean;
}

interface Node {
  next: Map<string, Node>;
  value?: number;
}

const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'uk'];

let index: Node | undefined;
const germanParts = new Map<string, number>();

/** The words of every number to 999, as a tree. */
function root(): Node {
  if (index) return index;
  index = { next: new Map() };
  for (const language of LANGUAGES) {
    for (let value = 0; value < 1000; value++) {
      for (const spelling of spellingsOf(value, language)) {
        const short = language === 'de' && value >= 100 && value < 200 ? [spelling.replace(/^ein/, '')] : [];
        for (const words of [spelling, ...short]) {
          add(index, words, value);
          if (language === 'de') germanParts.set(plainWord(words), value);
        }
      }
    }
  }
  germanParts.set('ein', 1).set('', 0);
  add(index, 'hundred', 100);
  return index;
}

function add(node: Node, spelling: string, value: number): void {
  let at = node;
  for (const { plain } of wordsOf(spelling)) {
    const next: Node = at.next.get(plain) ?? { next: new Map() };
    at.next.set(plain, next);
    at = next;
  }
  at.value ??= value;
}

/** What is part of a whole without a word before it; "third" and "quart" are places in a row as well. */
const IS_PART_ALONE = /tel$|^hal|^moitie$|^mitad$|^(?:третин|чверт|половин)|^(?:ال)?(?:نصف|ثلث|ربع)/;

const WORD = /\p{L}[\p{L}\p{M}]*(?:'(?=\p{Script=Cyrillic})[\p{L}\p{M}]+)?/gu;

function wordsOf(text: string): Word[] {
  let last = 0;
  const known = new Map<string, string>();
  const plain = (word: string) => {
    const found = known.get(word) ?? plainWord(word);
    known.set(word, found);
    return found;
  };
  return [...text.matchAll(WORD)].map((match) => {
    const at = match.index;
    const joined = at === last + 1 && (text[last] === ' ' || text[last] === '-');
    last = at + match[0].length;
    return { at, end: last, plain: plain(match[0]), joined };
  });
}

/** Every number in words of a text, in its order. Each word is read once, but for the few that a number goes on with. */
export function speltNumbersIn(text: string): SpeltNumber[] {
  const reader = new Reader(wordsOf(text));
  const found: SpeltNumber[] = [];
  while (!reader.isDone) {
    const from = reader.position;
    const read = reader.number();
    if (!read || reader.position === from) {
      reader.position = from + 1;
      continue;
    }
    const [at, end] = [reader.words[from]?.at ?? 0, reader.words[reader.position - 1]?.end ?? 0];
    found.push({ at, end, text: text.slice(at, end), ...read });
  }
  return found;
}

type Read = Pick<SpeltNumber, 'values' | 'scale'>;

class Reader {
  position = 0;
  constructor(readonly words: readonly Word[]) {}

  get isDone(): boolean {
    return this.position >= this.words.length;
  }

  /** The word at some distance, if it goes on with what is read. */
  #word(ahead = 0, isFirst = false): string {
    const word = this.words[this.position + ahead];
    return word && (isFirst || word.joined) ? word.plain : '';
  }

  number(): Read | undefined {
    const first = this.#word(0, true);
    const multiple = MULTIPLES.get(first);
    if (multiple !== undefined) {
      this.position++;
      return { values: multiple < 1 ? [multiple, 50] : [multiple, (multiple - 1) * 100] };
    }
    const isArticle = ARTICLES.has(first);
    if (isArticle && this.#isCounted(1)) {
      this.position++;
      return this.#counted(1, false);
    }
    const half = HALVES.get(first);
    if (half !== undefined) {
      const skip = ARTICLES.has(this.#word(1)) ? 2 : 1;
      const scale = this.#scaleAt(skip);
      if (scale !== undefined) {
        this.position += skip + 1;
        return { values: [half * scale], scale };
      }
    }
    if (isArticle || this.#isPerCent(first)) return undefined;
    if ((PARTS.has(first) && IS_PART_ALONE.test(first)) || COLLECTIONS.has(first))
      return this.#counted(1, true);
    const plain = SCALES.get(first) === undefined ? this.#below1000(true) : 0;
    return plain === undefined ? undefined : this.#grouped(plain, SCALES.has(first));
  }

  /** `per cent`, `pour cent`: no hundred. */
  #isPerCent(word: string): boolean {
    return word === 'cent' && ['per', 'pour'].includes(this.words[this.position - 1]?.plain ?? '');
  }

  #isCounted(ahead: number): boolean {
    const word = this.#word(ahead);
    return PARTS.has(word) || COLLECTIONS.has(word);
  }

  /** `two thirds`, `two dozen`; `three quarters`. */
  #counted(count: number, isFirst: boolean): Read | undefined {
    const word = this.#word(0, isFirst);
    const parts = PARTS.get(word);
    const each = COLLECTIONS.get(word) ?? COLLECTION_PLURALS.get(word);
    if (parts === undefined && each === undefined) return undefined;
    this.position++;
    return { values: [parts === undefined ? count * (each ?? 0) : (100 * count) / parts] };
  }

  #scaleAt(ahead: number): number | undefined {
    const word = this.#word(ahead);
    return SCALES.get(word) ?? SCALE_PLURALS.get(word);
  }

  /** Groups of up to 999 with their words of size. */
  #grouped(first: number, isScale: boolean): Read | undefined {
    let [total, part, scale] = [0, isScale ? 1 : first, 0];
    let isNew = isScale;
    for (;;) {
      const half = this.#half();
      const next = isNew ? SCALES.get(this.#word(0, true)) : this.#scaleAt(0);
      isNew = false;
      if (next === undefined) {
        if (half > 0) return { values: [total + part + half] };
        break;
      }
      this.position++;
      scale = next;
      total = total > 0 && total < next ? (total + part + half) * next : total + (part + half) * next;
      total += this.#half() * next;
      part = this.#afterScale();
    }
    const value = total + part;
    if (total === 0 && value <= 1000) {
      const counted = this.#counted(value, false);
      if (counted) return counted;
    }
    return { values: [value], scale: part === 0 && scale > 0 ? scale : undefined };
  }

  /** `and a half`, `y medio`, `et demi`. */
  #half(): number {
    const skip = LINKS.has(this.#word()) ? (ARTICLES.has(this.#word(1)) ? 2 : 1) : 0;
    const isHalf = (word: string) => HALVES.get(word) === 0.5;
    if (skip > 0 && isHalf(this.#word(skip))) {
      this.position += skip + 1;
      return 0.5;
    }
    if (this.#word() === plainWord('ونصف')) {
      this.position++;
      return 0.5;
    }
    return 0;
  }

  #afterScale(): number {
    const from = this.position;
    if (LINKS.has(this.#word())) this.position++;
    const part = this.#below1000(false);
    if (part === undefined) this.position = from;
    return part ?? 0;
  }

  /** The longest words that are a number below 1,000, or a German one in one word. */
  #below1000(isFirst: boolean): number | undefined {
    const word = this.#word(0, isFirst);
    const german = inThousands(word);
    if (german !== undefined) {
      this.position++;
      return german;
    }
    let node = root();
    let best: { value: number; ahead: number } | undefined;
    for (let ahead = 0; ; ahead++) {
      const word = this.#word(ahead, isFirst && ahead === 0);
      // Arabic writes "and" with its word.
      const next =
        node.next.get(word) ??
        (ahead === 0 && !isFirst && word.startsWith('و') ? node.next.get(word.slice(1)) : undefined);
      if (!next) break;
      node = next;
      if (node.value !== undefined) best = { value: node.value, ahead: ahead + 1 };
    }
    if (!best) return undefined;
    this.position += best.ahead;
    const { value } = best;
    // "fifteen hundred"
    if (value > 9 && value < 100 && this.#word() === 'hundred') {
      this.position++;
      return value * 100;
    }
    return value;
  }
}

/** `zwölftausend`, `einundzwanzigtausenddreihundert`. */
function inThousands(word: string): number | undefined {
  const at = word.indexOf('tausend');
  if (at <= 0) return undefined;
  root();
  const [before, after] = [germanParts.get(word.slice(0, at)), germanParts.get(word.slice(at + 7))];
  return before === undefined || after === undefined ? undefined : before * 1000 + after;
}
