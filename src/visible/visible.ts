/**
 * The one way from a brief to an audience: brief × highest marking → what may be seen of it. Nothing withheld exists
 * in the result, and every later stage takes nothing else: what it never had, it cannot leak.
 */
import { sha256 } from '../core/hash.js';
import { BriefError, type Problem } from '../core/problem.js';
import { type ItemList, LISTS, type Referent } from '../kinds/kinds.js';
import { pathOfPart } from '../load/acceptances.js';
import type { LoadedBrief } from '../load/load.js';
import { namesIn, withoutNames } from '../load/names.js';
import type { Brief } from '../load/schema.js';
import { type Path, showPath } from '../load/schema-errors.js';
import type { Wish } from '../load/steering.js';
import { highestMarking, type Marking, mayBeSeen } from '../load/vocabulary.js';
import { type MarkingOf, markingsOf, pathOf } from './markings.js';
import { type Kept, type KeptWishes, keptWishes, pinnedWithheld } from './wishes.js';

declare const VISIBLE: unique symbol;

/**
 * A brief as far as an audience may see it. Every source, measure and item, the title and the bottom line bear their
 * computed markings. Made by {@link visibleTo} only.
 */
export type VisibleBrief = Brief & { readonly [VISIBLE]: true };

/** What was loaded, as far as an audience may see it. */
export interface VisibleLoaded extends Omit<LoadedBrief, 'brief' | 'original' | 'translations'> {
  brief: VisibleBrief;
  /** The brief in its own language, where `brief` is a translation of it. */
  original: VisibleBrief | undefined;
  /** SHA-256 of all of it, hexadecimal: what is withheld has no part in it. */
  sha256: string;
}

/** Who looks: an audience's id, and the highest marking it may see. */
export interface Viewer {
  id: string;
  highest: Marking;
  /** What is wanted of its decks beside what the brief wants. */
  wishes?: readonly Wish[];
}

/**
 * What an audience may see. Throws {@link BriefError} where that is not the title or not the bottom line, which every
 * deck has, and where a visible text names something withheld.
 */
export function visibleTo(loaded: LoadedBrief, viewer: Viewer): VisibleLoaded {
  const { brief, original, tables, archives, images, placeOf, file } = loaded;
  const markingOf = markingsOf(languagesOf(loaded));
  const isSeen = (path: Path) => mayBeSeen(markingOf(path), viewer.highest);
  const problems = ESSENTIAL.filter((part) => !isSeen([part])).map((part) =>
    withheldPart(part, markingOf([part]), brief, viewer),
  );
  const isGone = goneFrom(brief, isSeen);
  const isKept = (list: ItemList, i: number) =>
    isSeen([list, i]) && withoutNames(brief[list][i], [list, i], isGone) !== undefined;
  const kept = new Map(
    LISTS.map((list) => [list, [...brief[list].keys()].filter((i) => isKept(list, i))] as const),
  );
  const wishes = keptWishes(brief, viewer, kept);
  const visible = visibleBrief(brief, viewer, markingOf, kept, wishes);
  const places = new Map<PropertyKey, readonly number[]>([...kept, ...Object.entries(wishes)]);
  const pathInFile = (path: Path): Path => {
    const [list = '', i, ...rest] = path;
    const own = places.get(list);
    return loaded.pathInFile(own && typeof i === 'number' ? [list, own[i] ?? i, ...rest] : path);
  };
  problems.push(...namesWithheld(visible, brief, viewer, pathInFile));
  const located = (at: Path) => ({ file, ...placeOf(at), path: showPath(at) });
  const withheld = [
    ...problems.map(({ at, ...problem }) => ({ ...problem, ...located(at) })),
    ...pinnedWithheld(brief, viewer, kept, (path) => located(loaded.pathInFile(path))),
  ];
  if (withheld.length > 0) throw new BriefError(withheld);
  const ids = (list: 'charts' | 'images') => new Set(visible[list].map(({ id }) => id));
  const own = original && visibleBrief(original, viewer, markingOf, kept, wishes);
  const parts = {
    brief: visible,
    original: own,
    tables: only(tables, ids('charts')),
    archives: only(archives, new Set(Object.keys(visible.sources))),
    images: only(images, ids('images')),
  };
  return { ...parts, placeOf, pathInFile, file, sha256: contentHash(parts) };
}

/** The ids of the items that an audience may not see, in the order of the file, with their markings. For the briefer. */
export function withheldItems(loaded: LoadedBrief, viewer: Viewer): { id: string; marking: Marking }[] {
  const { brief } = loaded;
  const markingOf = markingsOf(languagesOf(loaded));
  const isSeen = (path: Path) => mayBeSeen(markingOf(path), viewer.highest);
  const isGone = goneFrom(brief, isSeen);
  return LISTS.flatMap((list) =>
    brief[list].flatMap((item, i) => {
      const path = [list, i];
      const id = item.id ?? ('name' in item ? item.name : list);
      if (!isSeen(path)) return [{ id, marking: markingOf(path) }];
      if (withoutNames(item, path, isGone) !== undefined) return [];
      const named = [...namesIn(item, path)].map(({ kind, id }) => pathOf(brief, kind, id) ?? path);
      return [{ id, marking: highestMarking(named.map(markingOf)) }];
    }),
  );
}

/** A brief in each of its languages. */
function languagesOf({ brief, original, translations }: LoadedBrief): Brief[] {
  return [brief, ...(original ? [original] : []), ...translations.values()];
}

/** What no deck can be without. */
const ESSENTIAL = ['title', 'bottomLine'] as const;

type Found = Problem & { at: Path };

function withheldPart(
  part: (typeof ESSENTIAL)[number],
  marking: Marking,
  { id }: Brief,
  viewer: Viewer,
): Found {
  const isTitle = part === 'title';
  return {
    code: isTitle ? 'title-withheld' : 'bottom-line-withheld',
    message: `the ${isTitle ? 'title' : 'bottom line'} of "${id}" is ${marking}, and ${viewer.id} may see no more than ${viewer.highest}`,
    hint: `Mark it and what it uses lower, if it may be: "${part}: { text: …, marking: ${viewer.highest} }"; or build for other audiences with --audience.`,
    at: [part],
  };
}

/** Braces of visible texts that are plain characters, and spell the name of a withheld measure. */
function namesWithheld(
  visible: VisibleBrief,
  { measures }: Brief,
  viewer: Viewer,
  pathInFile: (path: Path) => Path,
): Found[] {
  const isGone = (id: string) => Object.hasOwn(measures, id) && !Object.hasOwn(visible.measures, id);
  return [...namesIn(visible, [])]
    .filter(({ kind, id }) => kind === 'measure' && isGone(id))
    .map(({ id, path }) => ({
      code: 'names-withheld',
      message: `names the measure "${id}", which ${viewer.id} may not see`,
      hint: 'Take it out of this text, or give the text a marking as high as that of the measure.',
      at: pathInFile(path),
    }));
}

/** Tells of a part whether it is withheld. */
function goneFrom(brief: Brief, isSeen: (path: Path) => boolean): (kind: Referent, id: string) => boolean {
  return (kind, id) => {
    const path = pathOf(brief, kind, id);
    return path === undefined || !isSeen(path);
  };
}

function visibleBrief(
  brief: Brief,
  { highest }: Viewer,
  markingOf: MarkingOf,
  kept: Kept,
  wishes: KeptWishes,
): VisibleBrief {
  const isSeen = (path: Path) => mayBeSeen(markingOf(path), highest);
  const isGone = goneFrom(brief, isSeen);
  const entries = <G extends 'sources' | 'measures'>(group: G): Brief[G] =>
    Object.assign(
      Object.create(null),
      Object.fromEntries(
        Object.entries(brief[group])
          .filter(([id]) => isSeen([group, id]))
          .map(([id, part]) => [id, { ...part, marking: markingOf([group, id]) }]),
      ),
    );
  const items = (list: ItemList) =>
    (kept.get(list) ?? []).flatMap((i) => {
      const item = withoutNames(brief[list][i], [list, i], isGone);
      return item ? [{ ...item, marking: markingOf([list, i]) }] : [];
    });
  // What has no marking of its own has the brief's.
  const isOpen = mayBeSeen(brief.marking, highest);
  const none = () => Object.create(null);
  // Field by field: one that is added to the brief reaches no audience before it is named here.
  const visible: Brief = {
    id: brief.id,
    language: brief.language,
    asOf: brief.asOf,
    marking: isOpen ? brief.marking : 'TLP:CLEAR',
    title: { ...brief.title, marking: markingOf(['title']) },
    subtitle: isSeen(['subtitle']) ? brief.subtitle : undefined,
    notice: isOpen ? brief.notice : undefined,
    author: isOpen ? brief.author : undefined,
    bottomLine: { ...brief.bottomLine, marking: markingOf(['bottomLine']) },
    topics: isOpen ? brief.topics : none(),
    glossary: isOpen ? brief.glossary : none(),
    sources: entries('sources'),
    measures: entries('measures'),
    accept: isOpen
      ? brief.accept.filter(({ item }) => {
          const path = pathOfPart(brief, item);
          return path !== undefined && isSeen(path);
        })
      : [],
    order: brief.order.filter((place) => isOfSeen(place, brief, kept)),
    sort: brief.sort,
    pins: wishes.pins.flatMap((i) => brief.pins[i] ?? []),
    drops: wishes.drops.flatMap((i) => brief.drops[i] ?? []),
    maxSlides: wishes.maxSlides.flatMap((i) => brief.maxSlides[i] ?? []),
    ...(Object.fromEntries(LISTS.map((list) => [list, items(list)])) as Pick<Brief, ItemList>),
  };
  return visible as VisibleBrief;
}

/** Whether a place in the order says nothing of what is withheld: a topic is that of something that is seen. */
function isOfSeen(place: string, brief: Brief, kept: Kept): boolean {
  if (!place.startsWith('topic:')) return true;
  return [...kept].some(([list, places]) =>
    places.some((i) => brief[list][i]?.topics.some((topic) => place === `topic:${topic}`)),
  );
}

function only<T>(all: ReadonlyMap<string, T>, ids: ReadonlySet<string>): ReadonlyMap<string, T> {
  return new Map([...all].filter(([id]) => ids.has(id)));
}

type Content = Pick<VisibleLoaded, 'brief' | 'original' | 'tables' | 'archives' | 'images'>;

/** Changes with everything that a deck is made from, and with nothing else. */
function contentHash({ brief, original, tables, archives, images }: Content): string {
  const files = [
    [...archives].map(([id, archive]) => [id, archive.sha256]),
    [...images].map(([id, bytes]) => [id, sha256(bytes)]),
  ];
  return sha256(JSON.stringify([brief, original, [...tables], files]));
}
