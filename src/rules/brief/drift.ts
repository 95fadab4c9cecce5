/** A statement that says more than its evidence. */
import { fillPlaceholders } from '../../load/placeholders.js';
import {
  contentOf,
  denies,
  FORECAST,
  HEDGE,
  INTENT,
  NEGATION,
  STRONG_WORDS,
  withoutSilence,
} from '../../words/english.js';
import { Names, namesIn, nameTest } from '../../words/names.js';
import type { BriefCheck, Rule } from '../rule.js';
import { type Compared, comparedIn } from './compared.js';
import { citing, statedTexts } from './statements.js';

/** Evidence with less than this share of what a statement says does not carry it. */
const LEAST_SHARE = 0.25;

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

function omissions(said: string, shown: string, { isHedged, isForecast, beside }: Compared): string[] {
  const kept = `${said} ${beside}`;
  const hedge = isHedged || HEDGE.test(kept) ? undefined : HEDGE.exec(shown)?.[0];
  const isOpen = [INTENT, FORECAST, HEDGE].some((words) => words.test(kept));
  const intent = isOpen ? undefined : INTENT.exec(shown)?.[0];
  const forecast = isOpen || isForecast ? undefined : FORECAST.exec(shown)?.[0];
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
