/** What a briefer wants of the decks is so: drafts may be without it, and say so. */
import { itemsOf, kindOf } from '../../items/items.js';
import { SLIDES } from '../../kinds/kinds.js';
import type { PlannedDeck } from '../../pipeline/family.js';
import type { FamilyCheck, Rule } from '../rule.js';

export const wishes = {
  id: 'wishes',
  severity: 'error',
  asks: 'What is pinned is in a deck, what is dropped is not, and there are no more slides than are allowed.',
  check(family, log) {
    for (const member of family) {
      const { deck, plan } = member;
      for (const wish of plan.wishes) {
        if (!(wish.lengths?.includes(plan.length.id) ?? true)) continue;
        log.count('wishes');
        const message = unmetBy(member, wish);
        if (message === undefined) continue;
        log.find({
          rule: 'wishes',
          deck: `${deck.audience}-${deck.length}`,
          message: `${message} ("${wish.said}")`,
          hint: 'Take the wish back, or name the lengths that it is meant for.',
        });
      }
    }
  },
} as const satisfies Rule & FamilyCheck<'wishes'>;

type Wish = PlannedDeck['plan']['wishes'][number];

/** What a deck has against a wish for its length. */
function unmetBy({ deck, plan }: PlannedDeck, wish: Wish): string | undefined {
  if (wish.kind === 'limit') {
    const slides = deck.slides.filter(({ kind }) => SLIDES[kind].isTimed).length;
    return slides > wish.most ? `has ${slides} slides` : undefined;
  }
  const isIn = deck.slides.some(({ items }) => items.includes(wish.item));
  if (wish.kind === 'drop') return isIn ? `has "${wish.item}"` : undefined;
  const item = itemsOf(plan.brief).find(({ id }) => id === wish.item);
  if (!item || isIn) return undefined;
  // Without a name of a length, a pin is for those that have a slide for it.
  const isShowable = wish.lengths !== undefined || plan.length.slides.includes(kindOf(item).slide);
  return isShowable ? `is without "${wish.item}"` : undefined;
}
