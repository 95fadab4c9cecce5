/** A part of a brief held to the rules that `check` uses, warnings included, beside nothing but what it rests on. */
import { sha256 } from '../../core/hash.js';
import { parseBrief } from '../../load/parse.js';
import { placeholdersOf } from '../../load/placeholders.js';
import type { BriefInput } from '../../load/schema.js';
import { checkBrief } from '../../rules/brief/check.js';
import type { Draft } from '../result.js';

type Part = Pick<BriefInput, 'claims' | 'questions'>;

/** Why the last list of a part falls short; the other may be what it names. */
export function faultsOf(draft: Draft, part: Part, list: keyof Part): string[] {
  const { language, glossary, asOf, sources } = draft.brief;
  const named = new Set(placeholdersOf(JSON.stringify(part)));
  const measures = Object.entries(draft.brief.measures ?? {}).filter(([name]) => named.has(name));
  const data = {
    id: 'proposal',
    title: 'Proposal',
    bottomLine: 'Proposal',
    asOf,
    language,
    glossary,
    sources,
    measures: Object.fromEntries(measures),
    ...part,
  };
  const { brief, problems } = parseBrief({ file: '', data, placeOf: () => ({ line: 1, column: 1 }) });
  if (!brief) return problems.map(({ message }) => message);
  const archives = new Map(draft.sources.map(({ id, text }) => [id, { text, sha256: sha256(text) }]));
  return checkBrief({ brief, archives, tables: new Map() })
    .findings.filter(({ path }) => path?.[0] === list)
    .map(({ rule, message }) => `${message} [${rule}]`);
}
