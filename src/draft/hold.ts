/** A draft held to the rules of briefs: what falls short is left out and told of, so that the rest passes. */
import { sha256 } from '../core/hash.js';
import { describeProblem } from '../core/problem.js';
import { parseBrief } from '../load/parse.js';
import { placeholdersOf } from '../load/placeholders.js';
import type { BriefInput } from '../load/schema.js';
import { checkBrief } from '../rules/brief/check.js';
import { RULES } from '../rules/registry.js';
import type { Draft } from './result.js';

/** Rounds in which items are left out: what names one of them falls short in the next. */
const MOST_ROUNDS = 6;

type Lists = Pick<BriefInput, 'claims' | 'quotes' | 'events' | 'people'>;
const LISTS = ['claims', 'quotes', 'events', 'people'] as const satisfies readonly (keyof Lists)[];

/** The draft without the items that fall short of a rule. */
export function held(draft: Draft): Draft {
  let current = draft;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = fallingShort(current);
    if (found.length === 0) return current;
    current = without(current, found);
  }
  return current;
}

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function fallingShort({ brief, sources }: Draft): Fault[] {
  const file = 'brief.yaml';
  const reading = { file, data: brief, placeOf: () => ({ line: 1, column: 1 }) };
  const { brief: parsed, problems } = parseBrief(reading);
  const broken = problems.map((problem) => ({
    path: pathOf(problem.path ?? ''),
    message: describeProblem({ ...problem, file: undefined, line: undefined, column: undefined }),
  }));
  if (!parsed || broken.length > 0) return broken;
  const archives = new Map(sources.map(({ id, text }) => [id, { text, sha256: sha256(text) }]));
  return checkBrief({ brief: parsed, archives, tables: new Map() })
    .findings.filter(({ rule }) => RULES[rule].severity === 'error')
    .map(({ path = [], message, rule }) => ({ path, message: `${message} [${rule}]` }));
}

/** `claims[2].sources[0]` as keys. */
function pathOf(path: string): PropertyKey[] {
  return path
    .split(/[.[\]]+/u)
    .filter((key) => key !== '')
    .map((key) => (/^\d+$/u.test(key) ? Number(key) : key));
}

function without(draft: Draft, faults: readonly Fault[]): Draft {
  const { brief } = draft;
  const gone = (list: string) =>
    new Set(faults.filter(({ path }) => path[0] === list).map(({ path }) => path[1]));
  const measures = Object.entries(brief.measures ?? {}).filter(([name]) => !gone('measures').has(name));
  const names = new Set(measures.map(([name]) => name));
  const lists = Object.fromEntries(
    LISTS.map((list) => {
      const drop = gone(list);
      const items: readonly object[] = brief[list] ?? [];
      return [
        list,
        items.filter(
          (item, i) => !drop.has(i) && placeholdersOf(textOf(item)).every((name) => names.has(name)),
        ),
      ];
    }),
  );
  const left: BriefInput = { ...brief, measures: Object.fromEntries(measures), ...lists };
  return {
    ...draft,
    brief: withoutLeaders(left),
    dropped: [
      ...draft.dropped,
      ...faults.map(({ path, message }) => `${path.slice(0, 2).join('.')}: ${message}`),
    ],
  };
}

/** Statements that need one before them are gone with it. */
function withoutLeaders(brief: BriefInput): BriefInput {
  const ids = new Set(brief.claims?.map(({ id }) => id));
  const claims = brief.claims?.filter(({ follows }) => follows === undefined || ids.has(follows)) ?? [];
  return claims.length === brief.claims?.length ? brief : withoutLeaders({ ...brief, claims });
}

function textOf(item: object): string {
  return 'text' in item && typeof item.text === 'string' ? item.text : '';
}
