/** What a number counts, by the words around it. */
import { readUnit } from '../../load/units.js';
import type { Span, Token } from '../analyse/article.js';

/** The unit of a number; `start` and `end` take in the number and the signs and words that are read with it. */
export interface FoundUnit extends Span {
  readonly name: string;
}

const MONEY_BEFORE: readonly (readonly [RegExp, string])[] = [
  [/(?:US|U\.S\.) ?\$ ?$/u, 'USD'],
  [/(?:A|AU) ?\$ ?$/u, 'AUD'],
  [/(?:C|CA) ?\$ ?$/u, 'CAD'],
  [/\$ ?$/u, 'USD'],
  [/€ ?$/u, 'EUR'],
  [/£ ?$/u, 'GBP'],
  [/₩ ?$/u, 'KRW'],
  [/₹ ?$/u, 'INR'],
];
const MONEY_AFTER: readonly (readonly [RegExp, string])[] = [
  [/^ ?(?:€|euros?\b|EUR\b)/u, 'EUR'],
  [/^ (?:(?:US|U\.S\.) dollars?|dollars?)\b/u, 'USD'],
  [/^ (?:pounds sterling|GBP)\b/u, 'GBP'],
];
const PERCENT = /^(?: ?%| percent\b| per cent\b| ?Prozent\b| pour cent\b| por ciento\b)(?! points)/u;
/** Spans of time are left in the text: a duration is rarely what is to be shown. */
const TIME = /^(?:second|minute|hour|day|week|month|year)$/u;

/** Verbs after which a bare number counts people. */
const OF_PEOPLE =
  /\b(?:kill(?:s|ed|ing)?|wound(?:s|ed|ing)?|injur(?:e[sd]?|ing)|dead|died|arrest(?:s|ed|ing)?|evacuat\p{L}*|displac\p{L}*)\b[^,;.]{0,12}$/u;
const KILLED_AFTER =
  /^ (?:were |was |have been |are )?(?:killed|wounded|injured|dead|died|arrested|missing|displaced)\b/u;

const NOUN_PHRASE: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'PROPN']);
const PLURAL = /(?:[^s]s|people|children|men|women|police|troops|personnel)$/u;

export function unitAround(
  text: string,
  at: number,
  end: number,
  next: readonly Token[],
  { isSure }: { isSure: boolean },
): FoundUnit | undefined {
  const [before, after] = [text.slice(Math.max(0, at - 40), at), text.slice(end, end + 40)];
  for (const [sign, name] of MONEY_BEFORE) {
    const match = sign.exec(before);
    if (match) return { name, start: at - (before.length - match.index), end };
  }
  for (const [sign, name] of MONEY_AFTER) {
    const match = sign.exec(after);
    if (match) return { name, start: at, end: end + match[0].length };
  }
  const percent = PERCENT.exec(after);
  if (percent) return { name: '%', start: at, end: end + percent[0].length };
  const word = /^ ?(?<word>[\p{L}°²³/]+)/u.exec(after);
  const unit = readUnit(word?.groups?.word ?? '');
  if (word && unit?.kind === 'measure' && !isAmbiguous(word[0]))
    return TIME.test(unit.id)
      ? undefined
      : { name: word.groups?.word ?? '', start: at, end: end + word[0].length };
  const noun = countedBy(next);
  if (noun !== undefined) return { name: noun, start: at, end };
  if (isSure && (OF_PEOPLE.test(before) || KILLED_AFTER.test(after)))
    return { name: 'people', start: at, end };
  return undefined;
}

/** `m` and `in` after a space are words of other kinds. */
function isAmbiguous(word: string): boolean {
  return word.startsWith(' ') && word.trim().length < 2
    ? true
    : /^ (?:in|a|s|min|sec|d|t|g|l|ha)$/u.test(word);
}

/** The last noun of the phrase that follows a number: "North Korean soldiers". */
function countedBy(next: readonly Token[]): string | undefined {
  const phrase: Token[] = [];
  for (const token of next) {
    if (!NOUN_PHRASE.has(token.pos) && !(token.pos === 'VERB' && /ed$/u.test(token.text))) break;
    if (/[^\p{L}\p{M}’'-]/u.test(token.text)) break;
    phrase.push(token);
  }
  const last = phrase.filter(({ pos }) => pos === 'NOUN').at(-1);
  if (!last || last !== phrase.at(-1) || !PLURAL.test(last.text.toLowerCase())) return undefined;
  if (readUnit(last.text) !== undefined) return undefined;
  return last.text.toLowerCase();
}
