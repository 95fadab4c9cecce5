/** Items of one type grouped into slides: under the most important of them, or under a headline of the slide's own. */
import type { PartName } from '../items/item.js';
import { type AnyItemKind, kindOf } from '../items/items.js';
import { headlineRoom } from '../items/room.js';
import { type Item, SLIDES, type SlideKind } from '../kinds/kinds.js';
import { measuresIn } from '../words/hedges.js';
import { rank } from './rank.js';
import { divide, seemsToFit } from './room.js';
import { type Draft, type LayoutContext, slideKey } from './slide-plan.js';

/** The items of a type, in the order of the story. */
export function only<T extends Item['type']>(items: readonly Item[], type: T): Extract<Item, { type: T }>[] {
  return items
    .filter((item): item is Extract<Item, { type: T }> => item.type === type)
    .sort((a, b) => a.order - b.order);
}

/**
 * Slides whose headline is the most important of their items, with the others under it. Items of a thread stand together,
 * in their order, and leave each other only where no slide holds them all.
 */
export function assertions<T extends Item>(
  kind: SlideKind,
  threads: readonly (readonly T[])[],
  context: LayoutContext,
  topic?: string,
): Draft[] {
  const draftOf = (group: readonly (readonly T[])[]): Draft => {
    // A story in sequence keeps it on each slide.
    const isInSequence = kind === 'claims' && context.audience.sort !== 'topic';
    const ranked = isInSequence ? group.flat() : rank(group.flat(), context.audience);
    const headline = ranked.find((item) => !isSuperseded(item, context)) ?? ranked[0];
    const leads = (thread: readonly T[]) => thread.some((item) => item === headline);
    return { kind, topic, items: [...group.filter(leads), ...group.filter((one) => !leads(one))].flat() };
  };
  const fits = (group: readonly (readonly T[])[]) => {
    const draft = draftOf(group);
    return (
      seemsToFit(draft.items, SLIDES[kind].most, context.words, 0, draft.items[0]) &&
      isNotOverflowing(draft, context)
    );
  };
  const groups = divide(threads, fits).flatMap((group) => {
    const [thread = []] = group;
    if (group.length > 1 || fits(group)) return [group];
    return divide(thread, (part) => fits([part])).map((part) => [part]);
  });
  return numbered(groups.map(draftOf));
}

/** Whether an item shows a number that another has replaced: it leads nowhere. */
export function isSuperseded(item: Item, { words: { brief } }: Pick<LayoutContext, 'words'>): boolean {
  const { texts } = kindOf(item).shown(item.data);
  return measuresIn(...texts).some((name) => brief.measures[name]?.supersededBy !== undefined);
}

/** The slides that show the items of a type, as it wants them to stand. */
export function arranged(
  { arranged: how, slide, part }: AnyItemKind,
  items: readonly Item[],
  context: LayoutContext,
): Draft[] {
  if (how === 'headline')
    return assertions(
      slide,
      items.map((item) => [item]),
      context,
    );
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
