/** Items of one type grouped into slides: under the most important of them, or under a headline of the slide's own. */
import type { PartName } from '../items/item.js';
import type { AnyItemKind } from '../items/items.js';
import { headlineRoom } from '../items/room.js';
import { type Item, SLIDES, type SlideKind } from '../kinds/kinds.js';
import { rank } from './rank.js';
import { divide, seemsToFit } from './room.js';
import { type Draft, type LayoutContext, slideKey } from './slide-plan.js';

/** The items of a type, in the order of the story. */
export function only<T extends Item['type']>(items: readonly Item[], type: T): Extract<Item, { type: T }>[] {
  return items
    .filter((item): item is Extract<Item, { type: T }> => item.type === type)
    .sort((a, b) => a.order - b.order);
}

/** Slides whose headline is the most important of their items, with the others under it. */
export function assertions<T extends Item>(
  kind: SlideKind,
  items: readonly T[],
  context: LayoutContext,
  topic?: string,
): Draft[] {
  const draftOf = (group: readonly T[]): Draft & { items: readonly T[] } => {
    const [headline] = rank(group, context.audience);
    return {
      kind,
      topic,
      items: [...group.filter((i) => i === headline), ...group.filter((i) => i !== headline)],
    };
  };
  const fits = (group: readonly T[]) => {
    const draft = draftOf(group);
    return (
      seemsToFit(draft.items, SLIDES[kind].most, context.words, 0, draft.items[0]) &&
      isNotOverflowing(draft, context)
    );
  };
  return numbered(divide(items, fits).map(draftOf));
}

/** The slides that show the items of a type, as it wants them to stand. */
export function arranged(
  { arranged: how, slide, part }: AnyItemKind,
  items: readonly Item[],
  context: LayoutContext,
): Draft[] {
  if (how === 'headline') return assertions(slide, items, context);
  if (how === 'rows') return listed(slide, part ?? 'story', items, context);
  return items.map((item) => ({ kind: slide, items: [item] }));
}

/** Slides with a headline of their own and their items as rows. */
function listed(kind: SlideKind, part: PartName, items: readonly Item[], context: LayoutContext): Draft[] {
  const { words } = context.words.wording.locale;
  const fixed = headlineRoom(part === 'story' ? words.situation : words[part]);
  const fits = (group: readonly Item[]) =>
    seemsToFit(group, SLIDES[kind].most, context.words, fixed) &&
    isNotOverflowing({ kind, items: group }, context);
  return numbered(divide(items, fits).map((group) => ({ kind, items: group })));
}

/** A slide with one item may be a overflowing slide: it is settled on its own. */
export function isNotOverflowing(draft: Draft, { overflowing }: LayoutContext): boolean {
  return draft.items.length === 1 || !overflowing.has(slideKey({ ...draft, dense: false }));
}

export function numbered(drafts: Draft[]): Draft[] {
  return drafts.length < 2
    ? drafts
    : drafts.map((draft, i) => ({ ...draft, part: { n: i + 1, of: drafts.length } }));
}
