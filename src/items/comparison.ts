/** Claims side by side. They are there to be read: the speaker says what they come to. */

import { z } from 'zod';
import { common, id, list, reference, text } from '../load/fields.js';
import { hedgesOf, measuresIn } from '../words/hedges.js';
import { toWords } from '../words/texts.js';
import type { Claim } from './claim.js';
import { type ItemOf, itemKind } from './item.js';
import { said } from './spoken.js';

const column = z.strictObject({
  title: text.describe('What is compared: a word or two.'),
  claims: list(reference('claim')).min(1).max(3).describe('Ids of claims, one to three.'),
});

const schema = z
  .strictObject({
    id,
    headline: text.describe('What the comparison shows, as a statement.'),
    left: column,
    right: column,
    ...common,
  })
  .describe('Claims side by side.');

export type Comparison = z.output<typeof schema>;
export type ComparisonItem = ItemOf<'comparison', Comparison>;

/** Of the brief, what a comparison shows. */
export interface Claims {
  claims: readonly Claim[];
}

export const comparison = itemKind({
  type: 'comparison',
  list: 'comparisons',
  schema,
  precedence: 30,
  part: 'story',
  slide: 'comparison',
  arranged: 'alone',
  claimsShown({ left, right }, { claims }: Claims) {
    const ids = [...left.claims, ...right.claims];
    return claims.filter(({ id }) => ids.includes(id));
  },
  shown: ({ headline, left, right }) => ({ texts: [headline, left.title, right.title] }),
  spoken: (_, { says }, wording) => said(wording, ...says),
  longRows: ({ left, right }) => Math.max(left.claims.length, right.claims.length),
  statement({ data }, brief: Claims, wording) {
    const { headline, left, right } = data;
    const claims = [...left.claims, ...right.claims].flatMap(
      (id) => brief.claims.find((claim) => claim.id === id) ?? [],
    );
    return {
      texts: [headline, left.title, right.title, ...claims.map(({ text }) => text)].map((text) =>
        toWords(text, wording),
      ),
      hedges: claims.flatMap((claim) => hedgesOf(claim, measuresIn(claim.text), wording)),
    };
  },
});
