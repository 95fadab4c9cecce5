/** Claims side by side. They are there to be read: the speaker says what they come to. */

import { measuresNamedIn } from '../load/names.js';
import type { Comparison } from '../load/schema.js';
import type { VisibleBrief } from '../visible/visible.js';
import { hedgesOf, measuresIn } from '../words/hedges.js';
import { toWords } from '../words/texts.js';
import type { ComparisonItem, ItemKind } from './item.js';
import { said } from './spoken.js';

/** The claims that a comparison shows, in the order of the brief. */
export function claimsBeside({ left, right }: Comparison, { claims }: VisibleBrief) {
  const ids = [...left.claims, ...right.claims];
  return claims.filter(({ id }) => ids.includes(id));
}

export const comparison: ItemKind<ComparisonItem> = {
  type: 'comparison',
  list: 'comparisons',
  part: 'story',
  slides: ['comparison'],
  measuresOfOthers: (data, brief) =>
    claimsBeside(data, brief).flatMap((claim) => measuresNamedIn(claim, ['claims', 0])),
  shown: ({ headline, left, right }) => ({ texts: [headline, left.title, right.title] }),
  spoken: ({ data }, wording) =>
    said(
      wording,
      ...[data.headline, data.left.title, data.right.title].map((text) => toWords(text, wording)),
    ),
  longRows: ({ left, right }) => Math.max(left.claims.length, right.claims.length),
  statement({ data }, brief, wording) {
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
};
