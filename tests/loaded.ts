/** Briefs as if they had been read from a file. */
import type { LoadedBrief } from '../src/load/load.js';
import { type Brief, briefSchema } from '../src/load/schema.js';
import type { Marking } from '../src/load/vocabulary.js';
import { type VisibleLoaded, visibleTo } from '../src/visible/visible.js';

/** A grey pixel, as PNG. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVQI12NoAAAAggCB3UNq9AAAAABJRU5ErkJggg==',
  'base64',
);

/** A brief with nothing beside it but tables, and pixels for its pictures. */
export function loadedOf(brief: Brief, tables: LoadedBrief['tables'] = new Map()): LoadedBrief {
  return {
    brief,
    translations: new Map(),
    tables,
    archives: new Map(),
    images: new Map(brief.images.map(({ id }) => [id, PIXEL])),
    placeOf: () => ({}),
    pathInFile: (path) => path,
    file: 'brief.yaml',
  };
}

/** All that was loaded, as somebody sees it who may see it all, or up to a marking. */
export function visibleOf(loaded: LoadedBrief, highest: Marking = 'TLP:RED'): VisibleLoaded {
  return visibleTo(loaded, { id: 'reader', highest });
}

/** A brief from what people write. Throws where the schema refuses it. */
export function loadedFrom(input: unknown, tables?: LoadedBrief['tables']): LoadedBrief {
  return loadedOf(briefSchema.parse(input), tables);
}

/** A word for a number, for texts in which no number may stand. */
export function letters(n: number): string {
  return String(n)
    .split('')
    .map((digit) => 'abcdefghij'[Number(digit)])
    .join('');
}
