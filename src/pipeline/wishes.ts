/** What a call wants of its decks, and whether the names in all wishes are those of something that there is. */
import { BriefError, type Problem, show, suggest, UsageError } from '../core/problem.js';
import { itemIds } from '../load/item-id.js';
import type { LoadedBrief } from '../load/load.js';
import { type Audience, type Lengths, lengthsFor, readAudience } from '../load/profiles.js';
import { showPath } from '../load/schema-errors.js';
import type { Wish } from '../load/steering.js';
import { namesIn, type Templates } from '../load/templates.js';

/** What a call may want of its decks: ids of items, and a number of slides. */
export interface CallWishes {
  /** Items that must be in. */
  pins?: readonly string[] | undefined;
  /** Items that stay out. */
  drops?: readonly string[] | undefined;
  /** The most slides that a deck may have, without sources and backup. */
  maxSlides?: number | undefined;
}

/** The wishes of a call: for the lengths that it chose. */
export function wishesOfCall(
  { pins = [], drops = [], maxSlides }: CallWishes,
  lengths: readonly string[] | undefined,
): Wish[] {
  const common = { place: {}, lengths };
  return [
    ...pins.map((item) => ({ kind: 'pin' as const, item, said: `--pin ${item}`, ...common })),
    ...drops.map((item) => ({ kind: 'drop' as const, item, said: `--drop ${item}`, ...common })),
    ...(maxSlides === undefined
      ? []
      : [{ kind: 'limit' as const, most: maxSlides, said: `--max-slides ${maxSlides}`, ...common }]),
  ];
}

/**
 * Refuses names in wishes that nothing has: items that are in no brief of the call, audiences and lengths that are in no
 * profile. Throws {@link UsageError} for a name in the call, {@link BriefError} for one in a file.
 */
export function checkWishes(
  briefs: readonly LoadedBrief[],
  audiences: readonly Audience[],
  lengths: Lengths,
  templates: Templates,
): void {
  const items = briefs.flatMap(({ brief }) => itemIds(brief));
  const problems: Problem[] = [];
  for (const { item, place } of audiences.flatMap(({ wishes }) => wishes.filter(isOfItem))) {
    if (items.includes(item)) continue;
    const message = `no brief of this call has an item ${show(item)}`;
    if (place.file === undefined)
      throw new UsageError(`There is no item ${show(item)}.`, suggest(item, items));
    problems.push({ code: 'unknown-item', message, hint: suggest(item, items), ...place });
  }
  const known = {
    audiences: namesIn(templates, 'audiences', '.yaml'),
    get lengths() {
      const all = known.audiences.flatMap((id) => lengthsFor(readAudience(templates, id), lengths).lengths);
      return [...new Set(all.map(({ id }) => id))];
    },
  };
  for (const loaded of briefs) problems.push(...unknownScopes(loaded, known));
  if (problems.length > 0)
    throw new BriefError([...new Map(problems.map((one) => [JSON.stringify(one), one])).values()]);
}

function isOfItem(wish: Wish): wish is Extract<Wish, { item: string }> {
  return wish.kind !== 'limit';
}

/** Audiences and lengths that the wishes of a brief name, and no profile has. */
function unknownScopes(
  { brief, placeOf, file }: LoadedBrief,
  known: Readonly<Record<'audiences' | 'lengths', readonly string[]>>,
): Problem[] {
  return (['pins', 'drops', 'maxSlides'] as const).flatMap((field) =>
    brief[field].flatMap((wish, i) =>
      (['audiences', 'lengths'] as const).flatMap((scope) =>
        (wish[scope] ?? []).flatMap((name, n): Problem[] => {
          if (known[scope].includes(name)) return [];
          const path = [field, i, scope, n];
          const what = scope.slice(0, -1);
          const message = `there is no ${what} ${show(name)}`;
          const hint = suggest(name, known[scope]);
          return [{ code: `unknown-${what}`, message, hint, file, ...placeOf(path), path: showPath(path) }];
        }),
      ),
    ),
  );
}
