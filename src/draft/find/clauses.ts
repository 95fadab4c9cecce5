/** A sentence that carries two facts, as its two clauses; and what of a clause can be left out. */
import { FORECAST, HEDGE, NEGATION } from '../../words/english.js';
import type { Sentence, Span, Token } from '../analyse/article.js';

/** Fewer words are no statement of their own. */
const LEAST_WORDS = 6;
/** A statement of more words is made shorter where that loses nothing that limits it. */
const MOST_WORDS = 24;

const isVerb = ({ pos }: Token) => pos === 'VERB' || pos === 'AUX';
const SUBJECTS: ReadonlySet<string> = new Set(['DET', 'PROPN', 'NOUN', 'ADJ', 'NUM']);
const POINTS_BACK = /^(?:it|this|these|those|that|such|which|another|both|each|its|their|his|her)$/iu;

/** The clauses of a sentence, each with a subject and a verb of its own; the sentence itself where it has one. */
export function clausesOf(sentence: Sentence): Span[] {
  const { tokens, start, end, quotations } = sentence;
  if (quotations.length > 0) return [{ start, end }];
  const clauses: Span[] = [];
  let from = start;
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    const isJoin =
      token.text === ';' || (/^[,]$/u.test(token.text) && /^(?:and|but)$/u.test(next?.text ?? ''));
    if (!isJoin) return;
    const at = token.text === ';' ? i + 1 : i + 2;
    const first = tokens[at];
    const left = tokens.slice(0, i).filter((one) => one.start >= from);
    const right = tokens.slice(at);
    if (!first || !SUBJECTS.has(first.pos) || POINTS_BACK.test(first.text)) return;
    if (OPENS.has(left[0]?.pos ?? '') || !isClause(left) || isList(left)) return;
    if (!isClause(right) || !hasSubject(right)) return;
    clauses.push({ start: from, end: token.start });
    from = first.start;
  });
  return [...clauses, { start: from, end }];
}

/** Words that open what another clause completes: "Between 2003, when it was founded, and 2011". */
const OPENS: ReadonlySet<string> = new Set(['ADP', 'SCONJ']);

/** Whether what stands after the last comma has no verb: another part of the list follows. */
function isList(tokens: readonly Token[]): boolean {
  const comma = tokens.findLastIndex(({ text }) => text === ',');
  return comma >= 0 && !tokens.slice(comma).some(isVerb);
}

function isClause(tokens: readonly Token[]): boolean {
  return tokens.length >= LEAST_WORDS && tokens.some(isVerb);
}

/** Whether a finite verb follows the first noun, before the next comma. */
function hasSubject(tokens: readonly Token[]): boolean {
  const verb = tokens.findIndex(isVerb);
  const comma = tokens.findIndex(({ text }) => text === ',');
  return verb > 0 && verb < 8 && (comma < 0 || verb < comma) && !/ing$/u.test(tokens[verb]?.text ?? '');
}

const ASIDE = /,? (?:which|who|whose|where|while|as(?! well)|with|including|because|after|\p{L}+ing)\b/giu;
const ANY_NUMBER = /\d/u;

/** Characters at the end of a text that add to it and do not limit it: what follows ", which". */
export function asideOf(text: string): number {
  if (text.split(/\s+/u).length <= MOST_WORDS || /["“„«]/u.test(text)) return 0;
  const starts = [...text.matchAll(ASIDE)]
    .filter(([words]) => words.startsWith(','))
    .map(({ index }) => index);
  for (const at of starts) {
    const [kept, cut] = [text.slice(0, at), text.slice(at)];
    const words = kept.split(/\s+/u).length;
    if (words < LEAST_WORDS + 2 || words > MOST_WORDS + 6) continue;
    if ([HEDGE, NEGATION, FORECAST, ANY_NUMBER].some((limit) => limit.test(cut))) continue;
    if (openBrackets(kept) || /\b(?:and|or|but|the|of|to)$/u.test(kept)) continue;
    return cut.replace(/[.!]$/u, '').length;
  }
  return 0;
}

function openBrackets(text: string): boolean {
  return (text.match(/\(/g)?.length ?? 0) !== (text.match(/\)/g)?.length ?? 0);
}
