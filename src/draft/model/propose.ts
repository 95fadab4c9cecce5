/** A draft with what a model proposes and the evidence carries. */
import type { Marking } from '../../load/vocabulary.js';
import { held } from '../hold.js';
import type { Draft } from '../result.js';
import { accept } from './accept.js';
import { type Model, ModelError } from './model.js';
import { type Prompt, promptFor } from './prompt.js';
import { PROPOSAL, proposalsIn } from './proposal.js';

export interface ProposeOptions {
  /** Nothing above it is sent. */
  marking: Marking;
  /** Told before anything is sent. */
  onSend(prompt: Prompt): void;
}

export interface Proposed {
  /** As it was, where `failed` says why. */
  readonly draft: Draft;
  readonly accepted: number;
  /** Proposals that were left out, each with its reasons. They stand in `draft.dropped` as well. */
  readonly dropped: readonly string[];
  readonly failed?: string;
}

/** Asks a model, and holds each of its proposals to the evidence of the draft. */
export async function propose(draft: Draft, model: Model, options: ProposeOptions): Promise<Proposed> {
  const without = (failed: string): Proposed => ({ draft, accepted: 0, dropped: [], failed });
  if (!/^en\b/.test(draft.brief.language ?? 'en'))
    return without('the words of a model can be compared in English only');
  const prompt = promptFor(draft, options.marking);
  if (prompt.sent.length === 0) return without(`nothing may be sent up to ${options.marking}`);
  options.onSend(prompt);
  try {
    return withProposals(draft, proposalsIn(await model(prompt.messages)));
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return without(error.message);
  }
}

function withProposals(draft: Draft, proposals: readonly unknown[]): Proposed {
  let { brief } = draft;
  const dropped: string[] = [];
  for (const [i, given] of proposals.entries()) {
    const { data: proposal, error } = PROPOSAL.safeParse(given);
    const result = proposal
      ? accept(proposal, draft, brief)
      : { faults: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
    if ('brief' in result) brief = result.brief;
    else dropped.push(`${nameOf(i, proposal)}: ${result.faults.join('; ')}`);
  }
  const next = held({ ...draft, brief, dropped: [...draft.dropped, ...dropped] });
  // Each was held to the rules alone; together they cost no part of the draft.
  if (next.brief !== brief) throw new ModelError('its proposals break the draft when they are put together');
  return { draft: next, accepted: proposals.length - dropped.length, dropped };
}

function nameOf(i: number, proposal: { kind: string; of?: string; text?: string } | undefined): string {
  if (!proposal) return `proposal ${i + 1} of the model`;
  const { kind, of, text } = proposal;
  return [`${kind} of the model`, of, text && `"${text.slice(0, 80)}"`].filter(Boolean).join(', ');
}
