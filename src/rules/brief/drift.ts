/** A statement that says more than its evidence. */
import { fillPlaceholders } from '../../load/placeholders.js';
import {
  AT_FIRST,
  affirmed,
  contentOf,
  denies,
  FORECAST,
  HEDGE,
  INTENT,
  LESS,
  MORE,
  NEGATION,
  POSSIBILITY,
  STRONG_WORDS,
  withoutSilence,
} from '../../words/english.js';
import { Names, namesIn, nameTest } from '../../words/names.js';
import type { BriefCheck, Rule } from '../rule.js';
import { type Compared, comparedIn } from './compared.js';
import { citing, statedTexts } from './statements.js';

/** Evidence with less than this share of what a statement says does not carry it. */
const LEAST_SHARE = 0.25;

/** A statement that has this share of its words from a piece of evidence restates it. */
const MOST_SHARE = 0.6;

export const drift = {
  id: 'drift',
  severity: 'warn',
  asks: 'A statement says no more, and nothing surer, than its evidence.',
  check(checked, log) {
    const { brief, original } = checked;
    if (brief !== original || !/^en\b/.test(brief.language)) return;
    const isName = nameTest([
      ...statedTexts(brief).map(({ text }) => text),
      ...citing(checked).flatMap(({ sources }) => sources.flatMap((ref) => ref.evidence ?? [])),
    ]);
    const terms = Object.entries(brief.glossary);
    for (const compared of comparedIn(checked)) {
      log.count('drift');
      const differences = differencesOf(compared, isName, terms);
      if (differences.length === 0) continue;
      log.find({
        rule: 'drift',
        path: compared.path,
        message: `${differences.join('; ')}: "${compared.text}"`,
        hint: `Its evidence: ${compared.evidence.map((words) => `"${words}"`).join(', ')}. Say what that says, or cite more of the source.`,
      });
    }
  },
} as const satisfies Rule & BriefCheck<'drift'>;

type IsName = (word: string) => boolean;
type Term = readonly [short: string, meaning: string];

/** What a statement has that its evidence has not, and what it leaves out that limits it. */
function differencesOf(compared: Compared, isName: IsName, terms: readonly Term[]): string[] {
  const said = withoutSilence(fillPlaceholders(compared.text, () => ' '));
  const shown = spelledOut(compared.evidence.join('. '), terms);
  const known = spelledOut(`${shown}. ${compared.context}`, terms);
  return [
    ...additions(said, shown),
    ...omissions(said, shown, compared),
    ...turned(said, shown),
    ...lost(NEGATION, said, compared.evidence, denies(said)),
    ...lost(POSSIBILITY, said, compared.evidence, keepsOpen(said, compared)),
    ...newNames(said, spelledOut(`${known}. ${compared.beside}`, terms), isName),
    ...(compared.isTable || isCarried(said, known, isName) ? [] : ['its evidence is too short to carry it']),
  ];
}

/** A text, with the short form and the meaning of each term that is in it. */
function spelledOut(text: string, terms: readonly Term[]): string {
  const small = text.toLowerCase();
  const used = terms.filter((term) => term.some((words) => small.includes(words.toLowerCase())));
  return [text, ...used.flat()].join('. ');
}

function additions(said: string, shown: string): string[] {
  const strong = STRONG_WORDS.filter((words) => !words.shown.test(shown)).map((words) => words.said);
  return [...strong, ...(denies(shown) ? [] : [NEGATION])]
    .flatMap((words) => words.exec(said)?.[0] ?? [])
    .map((word) => `says "${word}", which its evidence does not`);
}

/** A direction of the text where the evidence has only the opposite one. */
function turned(said: string, shown: string): string[] {
  const ways = [
    [MORE, LESS],
    [LESS, MORE],
  ] as const;
  return ways.flatMap(([one, other]) => {
    const [word, opposite] = [one.exec(said)?.[0], other.exec(shown)?.[0]];
    if (word === undefined || opposite === undefined || one.test(shown) || other.test(said)) return [];
    return `says "${word}", where its evidence says "${opposite}"`;
  });
}

/** A word of the evidence that is lost in a text which restates what stands around it. */
function lost(words: RegExp, said: string, evidence: readonly string[], isKept: boolean): string[] {
  const content = contentOf(said);
  if (isKept || content.length < 2) return [];
  const restated = evidence
    .flatMap((shown) => affirmed(shown).split(/[,;:—]| - |(?<=[.!?]) /u))
    .filter((clause) => {
      const known = new Set(contentOf(clause));
      return content.filter((word) => known.has(word)).length >= MOST_SHARE * content.length;
    });
  // Where sources contradict each other, the text may follow either.
  const found = restated.map((clause) => words.exec(clause)?.[0]);
  const [word] = found;
  return word === undefined || found.includes(undefined)
    ? []
    : [`leaves out "${word}", which its evidence says`];
}

/** Whether that something is possible and no more is said, or found with the other hedges. */
function keepsOpen(said: string, { isHedged, isOpen, beside }: Compared): boolean {
  return !isHedged || isOpen || leavesOpen(`${said} ${beside}`);
}

/** Whether a text leaves open that something is so. */
function leavesOpen(text: string): boolean {
  return [INTENT, FORECAST, HEDGE, AT_FIRST].some((words) => words.test(text));
}

function omissions(said: string, shown: string, { isHedged, isForecast, beside }: Compared): string[] {
  const kept = `${said} ${beside}`;
  const hedge = isHedged || HEDGE.test(kept) || AT_FIRST.test(kept) ? undefined : HEDGE.exec(shown)?.[0];
  const intent = leavesOpen(kept) ? undefined : INTENT.exec(shown)?.[0];
  const forecast = leavesOpen(kept) || isForecast ? undefined : FORECAST.exec(shown)?.[0];
  return [hedge, intent ?? forecast]
    .filter((word) => word !== undefined)
    .map((word) => `leaves out "${word}", which its evidence says`);
}

function newNames(said: string, known: string, isName: IsName): string[] {
  const names = new Names(known);
  return namesIn(said)
    .map((run) => run.split(' ').filter(isName).join(' '))
    .filter((name) => name !== '' && !names.has(name))
    .map((name) => `names ${name}, which its evidence does not`);
}

/** Whether evidence has enough of the words of a statement; that they have a name in common says nothing of it. */
function isCarried(said: string, known: string, isName: IsName): boolean {
  const words = contentOf(said.replace(/\p{Lu}[\p{L}\p{N}-]*/gu, (word) => (isName(word) ? ' ' : word)));
  const carried = new Set(contentOf(known));
  return words.length === 0 || words.filter((word) => carried.has(word)).length >= LEAST_SHARE * words.length;
}
