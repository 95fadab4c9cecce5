/** Statements beside the evidence that they cite. */

import type { Judgment } from '../../items/judgment.js';
import { placeholdersOf } from '../../load/placeholders.js';
import type { SourceRef } from '../../load/schema.js';
import type { Status } from '../../load/vocabulary.js';
import type { BriefToCheck } from '../rule.js';
import { measuresCited, type Path } from './statements.js';

export interface Compared {
  path: Path;
  text: string;
  /** What goes with it wherever it goes: attribution, caveat, whose judgment it is. */
  beside: string;
  isHedged: boolean;
  /** Whether its status says that it may not be so. */
  isOpen: boolean;
  /** Whether it is shown as an estimate or a judgment: of what is to come there is nothing else. */
  isForecast: boolean;
  evidence: readonly string[];
  /** Who published what is cited, and what the columns of a table are called. */
  context: string;
  /** Whether any of the evidence is from a table: figures with few words. */
  isTable: boolean;
}

interface Stated {
  sources: readonly SourceRef[];
  status?: Status | undefined;
  attribution?: string | undefined;
  caveat?: string | undefined;
  by?: string | undefined;
}

/** Statuses that leave open whether something is so; `reported` says only who says so. */
const OPEN: ReadonlySet<Status> = new Set(['estimated', 'disputed', 'unverified']);

/** The statements of a brief that cite evidence. */
export function comparedIn(checked: BriefToCheck): Compared[] {
  const { bottomLine, claims, events, judgments, questions } = checked.brief;
  const all = <T extends Stated>(
    list: string,
    items: readonly T[],
    field: string,
    words: (item: T) => string,
  ) => items.flatMap((item, i) => compare([list, i, field], words(item), item, checked));
  return [
    ...compare(['bottomLine', 'text'], bottomLine.text, bottomLine, checked),
    ...all('claims', claims, 'text', ({ text }) => text),
    ...all('events', events, 'text', ({ text }) => text),
    ...judgments.flatMap((item, i) =>
      isWeighed(item) ? [] : compare(['judgments', i, 'text'], item.text, item, checked),
    ),
    ...all('questions', questions, 'a', ({ q, a }) => answerOf(q, a)),
  ];
}

/** Whether a judgment has a likelihood or a confidence: whoever judged gave it, and no source says it. */
function isWeighed({ likelihood, confidence }: Judgment): boolean {
  return likelihood !== undefined || confidence !== undefined;
}

/** What an answer states: a yes says what was asked, and a no does not. */
function answerOf(question: string, answer: string): string {
  const states = answer.replace(/^(?:No|Yes)[.,] */u, '');
  return /\byes\b/iu.test(answer) ? `${question} ${states}` : states;
}

function compare(path: Path, text: string, item: Stated, { brief, archives }: BriefToCheck): Compared[] {
  const cited = [...item.sources, ...measuresCited(brief, text)];
  // The evidence of a measure is of its number: alone it is not what the statement rests on.
  if (item.sources.every((ref) => ref.evidence === undefined)) return [];
  const evidence = [...new Set(cited.flatMap((ref) => ref.evidence ?? []))];
  const { status = 'confirmed', attribution, caveat, by } = item;
  const measures = placeholdersOf(text).flatMap((name) => brief.measures[name] ?? []);
  const hedges = [attribution, caveat, by, ...measures.flatMap((one) => [one.attribution, one.unit])];
  const tables = cited.flatMap(({ id }) =>
    /\.[ct]sv$/i.test(brief.sources[id]?.text ?? '') ? (archives.get(id)?.text ?? '') : [],
  );
  const named = cited.flatMap(({ id }) => {
    const { publisher, short, title } = brief.sources[id] ?? {};
    return [publisher, short, title];
  });
  return [
    {
      path,
      text,
      beside: hedges.join(' '),
      isHedged:
        status !== 'confirmed' ||
        [attribution, caveat, by].some((words) => words !== undefined) ||
        measures.some((one) => one.status !== 'confirmed'),
      isOpen: OPEN.has(status) || by !== undefined || caveat !== undefined,
      isForecast: status === 'estimated' || by !== undefined,
      evidence,
      context: [...named, ...tables.map((table) => table.split('\n', 1)[0])].join('. '),
      isTable: tables.length > 0,
    },
  ];
}
