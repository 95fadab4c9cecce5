/** What a model may propose, and its answer parsed: proposals one by one, so that a broken one costs no other. */
import { z } from 'zod';
import { LIMITS } from '../../load/limits.js';
import { ModelError } from './model.js';

const of = z.string().describe('id of a claim');
const text = z.string().min(1).max(LIMITS.text);

export const PROPOSAL = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claim'), of, text, evidence: text }),
  z.object({ kind: z.literal('bottomLine'), of, text, evidence: text }),
  z.object({ kind: z.literal('title'), text }),
  z.object({ kind: z.literal('importance'), of, importance: z.int().min(1).max(5) }),
  z.object({ kind: z.literal('topic'), label: z.string().min(1).max(80), claims: z.array(of).min(1) }),
  z.object({ kind: z.literal('question'), of, text }),
]);

export type Proposal = z.output<typeof PROPOSAL>;

/** Proposals beyond this number are not looked at. */
const MOST = 500;

/** The proposals in the answer of a model, each as it was given. Throws {@link ModelError} where it has none. */
export function proposalsIn(answer: string): unknown[] {
  const found = z.object({ proposals: z.array(z.unknown()) }).safeParse(dataIn(answer));
  if (!found.success) throw new ModelError('the answer of the model is no JSON object with "proposals"');
  return found.data.proposals.slice(0, MOST);
}

/** Many models put JSON in a fence. */
function dataIn(answer: string): unknown {
  try {
    return JSON.parse(answer.trim().replace(/^```(?:json)?\n|\n```$/g, ''));
  } catch {
    return undefined;
  }
}
