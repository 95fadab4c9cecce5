/** Markings as they are computed: nothing is marked lower than what it names. */

import { PLACES, type Referent } from '../kinds/kinds.js';
import { namesIn } from '../load/names.js';
import type { Brief } from '../load/schema.js';
import { type Path, valueAt } from '../load/schema-errors.js';
import { highestMarking, type Marking } from '../load/vocabulary.js';

/** The marking of the part of a brief at a path: `['claims', 0]`, `['sources', 'notice']`, `['title']`. */
export type MarkingOf = (path: Path) => Marking;

/** Path of a part of a brief by its id; `undefined` where there is none. */
export function pathOf(brief: Brief, kind: Referent, id: string): Path | undefined {
  const group = PLACES[kind];
  const parts = brief[group];
  if (!Array.isArray(parts)) return Object.hasOwn(parts, id) ? [group, id] : undefined;
  const i = parts.findIndex((part) => part.id === id);
  return i < 0 ? undefined : [group, i];
}

/**
 * Markings of a brief, given in each of its languages: a translation may name what the original does not, and what may
 * be seen does not depend on the language. A part has its own marking, or else the brief's, and never one below that of
 * a part that it names, nor of those which that one names.
 */
export function markingsOf(languages: readonly Brief[]): MarkingOf {
  const known = new Map<string, Marking>();
  return (path) => {
    const key = JSON.stringify(path);
    const marking = known.get(key) ?? highestMarking(ownMarkings(path, languages));
    known.set(key, marking);
    return marking;
  };
}

/** Own markings of a part and of all that it leads to. Sources may be cited in a circle. */
function* ownMarkings(start: Path, languages: readonly Brief[]): Generator<Marking> {
  const seen = new Set<string>();
  const waiting = [start];
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    const key = JSON.stringify(path);
    if (seen.has(key)) continue;
    seen.add(key);
    for (const brief of languages) {
      const part = valueAt(brief, path);
      if (part === undefined) continue;
      yield ownMarking(part) ?? brief.marking;
      for (const { kind, id, drop, isVerbatim } of namesIn(part, path)) {
        const named = drop || isVerbatim ? undefined : pathOf(brief, kind, id);
        if (named) waiting.push(named);
      }
    }
  }
}

function ownMarking(part: unknown): Marking | undefined {
  return typeof part === 'object' && part !== null ? (part as { marking?: Marking }).marking : undefined;
}
