/** What a brief states: its texts, and the items that cite sources. */
import { KINDS } from '../../items/items.js';
import { type ItemList, LISTS } from '../../kinds/kinds.js';
import { placeholdersOf } from '../../load/placeholders.js';
import type { Brief, Chart, SourceRef } from '../../load/schema.js';
import type { BriefToCheck } from '../rule.js';

export type Path = readonly PropertyKey[];

/** The lists whose items state something, and the fields that hold their words. */
const STATEMENTS: readonly (readonly [list: ItemList, fields: readonly string[]])[] = LISTS.flatMap((list) =>
  KINDS.flatMap(({ list: own, stated }) => (own === list && stated ? [[list, stated] as const] : [])),
);

export interface StatedText {
  text: string;
  path: Path;
  sources: readonly SourceRef[];
  /** The chart that it stands under. */
  chart: Chart | undefined;
}

/** Every text that states something. */
export function statedTexts(brief: Brief): StatedText[] {
  const { text, sources } = brief.bottomLine;
  const items = STATEMENTS.flatMap(([list, fields]) =>
    brief[list].flatMap((item, i) =>
      fields.flatMap((field): StatedText[] => {
        const stated = (item as Readonly<Record<string, unknown>>)[field];
        const chart = 'kind' in item ? item : undefined;
        const texts = Array.isArray(stated)
          ? stated.map((text: unknown, n) => ({ text, path: [list, i, field, n] }))
          : [{ text: stated, path: [list, i, field] }];
        return texts.flatMap(({ text, path }) =>
          typeof text === 'string' ? [{ text, path, sources: item.sources, chart }] : [],
        );
      }),
    ),
  );
  return [{ text, path: ['bottomLine', 'text'], sources, chart: undefined }, ...items];
}

interface Citing {
  path: Path;
  sources: readonly SourceRef[];
}

/** Everything that cites sources. What was quoted, was quoted in the brief's own language. */
export function citing({ brief, original }: BriefToCheck): Citing[] {
  return [
    ...Object.entries(brief.measures).map(([name, { sources }]) => ({ path: ['measures', name], sources })),
    { path: ['bottomLine'], sources: brief.bottomLine.sources },
    ...STATEMENTS.flatMap(([list]) => brief[list].map(({ sources }, i) => ({ path: [list, i], sources }))),
    ...original.quotes.map(({ sources }, i) => ({ path: ['quotes', i], sources })),
  ];
}

/** The sources of the measures that a text names. */
export function measuresCited(brief: Brief, text: string): SourceRef[] {
  return placeholdersOf(text).flatMap((name) => brief.measures[name]?.sources ?? []);
}
