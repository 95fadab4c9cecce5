/** A brief as one list of items to choose from. */
import type { z } from 'zod';
import {
  ITEM_KINDS,
  type Item,
  type ItemList,
  type ItemType,
  type Part,
  type SlideKind,
} from '../kinds/kinds.js';
import { parseDate, spanOf } from '../load/dates.js';
import type { SourceRef } from '../load/fields.js';
import { measuresNamedIn } from '../load/names.js';
import { highestMarking, type Marking } from '../load/vocabulary.js';
import type { VisibleBrief } from '../visible/visible.js';
import { measuresIn } from '../words/hedges.js';
import { shownBeside } from '../words/rivals.js';
import type { ItemData, ItemKind, ItemOf } from './item.js';

/** A type of item, whichever it is. */
export type AnyItemKind = ItemKind<
  ItemType,
  ItemList,
  z.ZodType<ItemData>,
  Part | undefined,
  SlideKind,
  VisibleBrief
>;

/** Every type of item, in the order of the story. Each is only ever given items of its own type. */
export const KINDS = ITEM_KINDS as unknown as readonly AnyItemKind[];

const KIND_OF = new Map(KINDS.map((kind) => [kind.type, kind]));

/** What is said of the type of an item. */
export function kindOf({ type }: Item): AnyItemKind {
  const kind = KIND_OF.get(type);
  if (!kind) throw new Error(`there is no type of item "${type}"`);
  return kind;
}

const known = new WeakMap<VisibleBrief, readonly Item[]>();

/** Every item of the brief, in the order of the story: the same ones at every call. */
export function itemsOf(brief: VisibleBrief): readonly Item[] {
  const items = known.get(brief) ?? listItems(brief);
  known.set(brief, items);
  return items;
}

function listItems(brief: VisibleBrief): Item[] {
  let order = 0;
  return KINDS.flatMap((kind) => {
    const list: readonly ItemData[] = brief[kind.list];
    return list.map((data): Item => {
      const claims = kind.claimsShown?.(data, brief) ?? [];
      const others = [...claims, ...(kind.drawnFrom?.(data, brief) ?? [])];
      const named = [
        ...measuresNamedIn(data, [kind.list, 0]),
        ...claims.flatMap((claim) => measuresNamedIn(claim, ['claims', 0])),
      ];
      const measures = [...new Set([...named, ...shownBeside(named, brief)])];
      const sources = [...data.sources, ...others.flatMap((other) => other.sources)];
      return {
        type: kind.type,
        id: data.id ?? idOf(data),
        data,
        measures,
        sources,
        order: order++,
        ...freshness(data, named, sources, brief),
        marking: highestMarking([data.marking ?? brief.marking, ...markingsOf(measures, brief)]),
      } as ItemOf as Item;
    });
  });
}

/** How new an item is, and how good its sources are: what decides where two matter equally. */
function freshness(
  data: ItemData,
  named: readonly string[],
  sources: readonly SourceRef[],
  brief: VisibleBrief,
): Pick<ItemOf, 'asOf' | 'grade'> {
  const cited = [...sources, ...named.flatMap((name) => brief.measures[name]?.sources ?? [])].flatMap(
    ({ id }) => brief.sources[id] ?? [],
  );
  const newest = (dates: readonly (string | undefined)[]) =>
    Math.max(0, ...dates.flatMap((date) => endOf(date) ?? []));
  return {
    asOf:
      newest(['date' in data ? String(data.date) : undefined]) ||
      newest(named.map((name) => brief.measures[name]?.asOf)) ||
      newest(cited.map(({ issued }) => issued)),
    grade: cited.flatMap(({ grade }) => grade ?? []).sort()[0] ?? 'G7',
  };
}

/** When a date ends, in UTC milliseconds. */
function endOf(date: string | undefined): number | undefined {
  const parsed = date === undefined ? undefined : parseDate(date);
  return parsed && spanOf(parsed)[1];
}

/** People need no id of their own: their name makes one. */
function idOf(data: object): string {
  const name = 'name' in data ? String(data.name) : '';
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  return `person-${slug.replace(/^-|-$/g, '')}`;
}

/** Whether an item, or a number that it shows, was drafted by program and not reviewed. */
export function isItemUnreviewed({ data, measures }: Item, brief: VisibleBrief): boolean {
  return data.review === true || measures.some((name) => brief.measures[name]?.review === true);
}

/** The same of the bottom line. */
export function isBottomLineUnreviewed({ bottomLine, measures }: VisibleBrief): boolean {
  return (
    bottomLine.review === true || measuresIn(bottomLine.text).some((name) => measures[name]?.review === true)
  );
}

/** The texts by which an item says what it says. */
export function textsOf(item: Item): string[] {
  const { texts, verbatim = [], named = [] } = kindOf(item).shown(item.data);
  return [...texts, ...verbatim, ...named];
}

/** The marking of the bottom line, with what it uses and what stands beside that. */
export function bottomLineMarking(brief: VisibleBrief): Marking {
  const { text, marking = brief.marking } = brief.bottomLine;
  return highestMarking([marking, ...markingsOf(shownBeside(measuresIn(text), brief), brief)]);
}

function markingsOf(names: readonly string[], { measures }: VisibleBrief): Marking[] {
  return names.map((name) => measures[name]?.marking ?? 'TLP:RED');
}

/** The marking of what names the deck and its maker: title, subtitle, notice and author. */
export function titleMarking(brief: VisibleBrief): Marking {
  const { title, subtitle, notice, author } = brief;
  const hasOthers = [subtitle, notice, author].some((text) => text !== undefined);
  return highestMarking([
    title.marking ?? brief.marking,
    ...(hasOthers ? [brief.marking] : []),
    ...markingsOf(measuresIn(subtitle), brief),
  ]);
}
