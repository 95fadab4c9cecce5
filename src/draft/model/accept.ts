/** One proposal held to its evidence: the brief with it, or why it is left out. Nothing is repaired. */
import { fold, holds } from '../../core/fold.js';
import type { BriefInput } from '../../load/schema.js';
import { contentOf } from '../../words/english.js';
import { Ids } from '../ids.js';
import type { Draft } from '../result.js';
import { lostIn } from './kept.js';
import type { Proposal } from './proposal.js';
import { faultsOf } from './rules.js';

type Claim = NonNullable<BriefInput['claims']>[number];
type Of<K extends Proposal['kind']> = Extract<Proposal, { kind: K }>;
type Accept<K extends Proposal['kind']> = (proposal: Of<K>, draft: Draft, brief: BriefInput) => Result;

/** The brief with a proposal, or the reasons against it. */
export type Result = { brief: BriefInput } | { faults: readonly string[] };

const ACCEPT: { [K in Proposal['kind']]: Accept<K> } = {
  claim(proposal, draft, brief) {
    const faults = faultsOfWording(proposal, draft);
    return accepted(faults, () => withClaim(brief, proposal.of, { text: proposal.text }));
  },

  bottomLine(proposal, draft, brief) {
    const claim = claimOf(draft, proposal.of);
    const { status, attribution, sources } = claim ?? {};
    const bottomLine = { text: proposal.text, status, attribution, sources, review: true as const };
    return accepted(faultsOfWording(proposal, draft), () => ({ ...brief, bottomLine }));
  },

  title({ text }, draft, brief) {
    const before = typeof draft.brief.title === 'string' ? draft.brief.title : '';
    const source = { title: 'Title', publisher: 'Title', text: 'title.txt' };
    const own: Draft = {
      ...draft,
      brief: { ...draft.brief, sources: { title: source } },
      sources: [{ id: 'title', file: 'title.txt', text: before }],
    };
    const claim: Claim = {
      id: 'title',
      text,
      status: 'confirmed',
      sources: [{ id: 'title', evidence: before }],
    };
    const faults = [...lostIn(text, before), ...faultsOf(own, { claims: [claim] }, 'claims')];
    return accepted(faults, () => ({ ...brief, title: text }));
  },

  importance({ of, importance }, draft, brief) {
    const claim = brief.claims?.find(({ id }) => id === of);
    const leader = brief.claims?.find(({ id }) => id === claim?.follows);
    const faults = [
      ...unknown(draft, of),
      ...(importance > (leader?.importance ?? 5) ? ['is more important than the claim that it follows'] : []),
    ];
    return accepted(faults, () => withClaim(brief, of, { importance }));
  },

  topic({ label, claims }, draft, brief) {
    const words = new Set(draft.sources.flatMap(({ text }) => contentOf(text)));
    const isNew = contentOf(label).some((word) => !words.has(word)) || /\p{N}/u.test(label);
    const faults = [
      ...claims.flatMap((of) => unknown(draft, of)),
      ...(isNew ? ['has words that the articles have not'] : []),
    ];
    const id = new Ids().make(label, 3);
    const start: BriefInput = { ...brief, topics: { ...brief.topics, [id]: label } };
    return accepted(faults, () => claims.reduce((left, of) => withClaim(left, of, { topics: [id] }), start));
  },

  question({ of, text }, draft, brief) {
    const claim = claimOf(draft, of);
    if (!claim) return { faults: unknown(draft, of) };
    const question = {
      id: new Ids().make(`question ${of}`, 8),
      q: text,
      a: `According to ${claim.attribution} (${claim.status}): ${claim.text}`,
      supports: of,
      sources: claim.sources,
      review: true as const,
    };
    const faults = faultsOf(draft, { claims: [alone(claim)], questions: [question] }, 'questions');
    const others = brief.questions?.filter(({ id }) => id !== question.id) ?? [];
    return accepted(faults, () => ({ ...brief, questions: [...others, question] }));
  },
};

/** Holds a proposal to the draft, and puts it into a brief that was made of it. */
export function accept<K extends Proposal['kind']>(
  proposal: Of<K> & { kind: K },
  draft: Draft,
  brief: BriefInput,
): Result {
  return ACCEPT[proposal.kind](proposal, draft, brief);
}

function accepted(faults: readonly string[], make: () => BriefInput): Result {
  return faults.length > 0 ? { faults } : { brief: make() };
}

const claimOf = ({ brief }: Draft, id: string) => brief.claims?.find((claim) => claim.id === id);

const unknown = (draft: Draft, id: string) =>
  claimOf(draft, id) ? [] : [`names "${id}", which is no claim of the draft`];

/** Without the claims that it is shown with. */
const alone = ({ follows: _, topics: __, ...claim }: Claim): Claim => claim;

/** A claim in other words: its own evidence stays, and what the model gives as evidence has to be of it. */
function faultsOfWording({ of, text, evidence }: Of<'claim' | 'bottomLine'>, draft: Draft): string[] {
  const claim = claimOf(draft, of);
  if (!claim) return unknown(draft, of);
  const cited = (claim.sources ?? []).map((source) => (typeof source === 'string' ? '' : source.evidence));
  return [
    ...(cited.some((words) => words !== undefined && holds(fold(words), evidence))
      ? []
      : [`its evidence "${evidence.slice(0, 80)}" does not stand in that of the claim`]),
    ...lostIn(text, String(claim.text), cited.join(' ')),
    ...faultsOf(draft, { claims: [{ ...alone(claim), text }] }, 'claims'),
  ];
}

function withClaim(brief: BriefInput, id: string, change: Partial<Claim>): BriefInput {
  const claims = brief.claims?.map((claim) => (claim.id === id ? { ...claim, ...change } : claim)) ?? [];
  return { ...brief, claims };
}
