/** A brief as one list of items to choose from, and the types of item there are. */
import { measuresNamedIn } from '../load/names.js';
import { highestMarking, type ItemType, type Marking } from '../load/vocabulary.js';
import type { VisibleBrief } from '../visible/visible.js';
import { measuresIn } from '../words/hedges.js';
import { toWords, type Wording } from '../words/texts.js';
import { chart } from './chart.js';
import { claim } from './claim.js';
import { comparison } from './comparison.js';
import { event } from './event.js';
import { image } from './image.js';
import { indicator } from './indicator.js';
import type { Item, ItemKind } from './item.js';
import { judgment } from './judgment.js';
import { person } from './person.js';
import { question } from './question.js';
import { quote } from './quote.js';

/** Every type of item, in the order in which they stand in a story that nobody ordered. */
const KINDS = {
  claim,
  chart,
  comparison,
  image,
  quote,
  event,
  judgment,
  indicator,
  person,
  question,
} as const satisfies { [T in ItemType]: ItemKind<Extract<Item, { type: T }>> };

/** What is said of the type of an item. */
export function kindOf<I extends Item>(item: I): ItemKind<I> {
  return KINDS[item.type] as unknown as ItemKind<I>;
}

const known = new WeakMap<VisibleBrief, readonly Item[]>();

/** Every item of the brief, in the order of the story: the same ones at every call. */
export function itemsOf(brief: VisibleBrief): readonly Item[] {
  const items = known.get(brief) ?? listItems(brief);
  known.set(brief, items);
  return items;
}

function listItems(brief: VisibleBrief): Item[] {
  const kinds = Object.values(KINDS) as unknown as readonly ItemKind<Item>[];
  let order = 0;
  return kinds.flatMap((kind) =>
    brief[kind.list].map((data): Item => {
      const own = measuresNamedIn(data, [kind.list, 0]);
      const others = kind.measuresOfOthers?.(data, brief) ?? [];
      return {
        type: kind.type,
        id: data.id ?? idOf(data),
        data,
        measures: [...new Set([...own, ...others])],
        order: order++,
        marking: data.marking ?? brief.marking,
      } as Item;
    }),
  );
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

/** What the speaker says for an item: the brief's notes, or the item itself with its hedge. */
export function spokenFor(item: Item, wording: Wording): string {
  return item.data.notes === undefined
    ? kindOf(item).spoken(item, wording)
    : toWords(item.data.notes, wording);
}

/** The texts by which an item says what it says. */
export function textsOf(item: Item): string[] {
  const { texts, verbatim = [], named = [] } = kindOf(item).shown(item.data);
  return [...texts, ...verbatim, ...named];
}

/** The marking of the bottom line, with what it uses. */
export function bottomLineMarking(brief: VisibleBrief): Marking {
  return brief.bottomLine.marking ?? brief.marking;
}

/** The marking of what names the deck and its maker: title, subtitle, notice and author. */
export function titleMarking(brief: VisibleBrief): Marking {
  const { title, subtitle, notice, author } = brief;
  const ofMeasures = measuresIn(subtitle).map((name) => brief.measures[name]?.marking ?? 'TLP:RED');
  const hasOthers = [subtitle, notice, author].some((text) => text !== undefined);
  return highestMarking([
    title.marking ?? brief.marking,
    ...(hasOthers ? [brief.marking] : []),
    ...ofMeasures,
  ]);
}
