/** Briefs as if they had been read from a file. */
import type { LoadedBrief } from '../src/load/load.js';
import { type Brief, briefSchema } from '../src/load/schema.js';

/** A brief with nothing beside it but tables. */
export function loadedOf(brief: Brief, tables: LoadedBrief['tables'] = new Map()): LoadedBrief {
  return { brief, tables, archives: new Map(), placeOf: () => ({}), file: 'brief.yaml', sha256: '' };
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
