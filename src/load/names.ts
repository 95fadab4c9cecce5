/**
 * What a part of a brief names: measures in its texts, and other parts by their ids. Fields are found by the schema,
 * so that a new one is among them without being listed anywhere.
 */

import type { Referent } from '../kinds/kinds.js';
import { placeholdersOf } from './placeholders.js';
import { briefSchema } from './schema.js';
import type { Path } from './schema-errors.js';
import { below, nodeOf, optionsOf, type SchemaNode } from './schema-tree.js';

/** One name, and where it stands below the part. */
export interface Name {
  kind: Referent;
  id: string;
  path: Path;
  /** Where what it names is withheld, only the name is: a judgment stands on the rest of its basis. */
  drop: boolean;
  /** A brace in a text whose braces are plain characters, though a measure has that name. */
  isVerbatim: boolean;
}

/** What the schema knows of a path of the brief: `['claims', 0]`. */
export function nodesAt(path: Path): readonly SchemaNode[] {
  return path.reduce<readonly SchemaNode[]>(
    (nodes, key) => below(nodes, key),
    optionsOf(nodeOf(briefSchema)),
  );
}

/** Every name in the part of a brief at a path. */
export function* namesIn(value: unknown, at: Path): Generator<Name> {
  yield* namesBelow(value, nodesAt(at), []);
}

function* namesBelow(value: unknown, nodes: readonly SchemaNode[], path: Path): Generator<Name> {
  if (typeof value === 'string') {
    const reference = nodes.find(({ refers }) => refers !== undefined);
    if (reference?.refers !== undefined) {
      const drop = reference.drop === true;
      yield { kind: reference.refers, id: value, path, drop, isVerbatim: false };
      return;
    }
    const isVerbatim = !nodes.some(({ measures }) => measures);
    for (const id of placeholdersOf(value)) yield { kind: 'measure', id, path, drop: false, isVerbatim };
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      // Labels and acronyms are keys.
      for (const id of placeholdersOf(key))
        yield { kind: 'measure', id, path: [...path, step], drop: false, isVerbatim: true };
      yield* namesBelow(part, below(nodes, step), [...path, step]);
    }
  }
}

/** Names of the measures that the texts and fields of a part use, each once, in the order of its fields. */
export function measuresNamedIn(value: unknown, at: Path): string[] {
  const names = [...namesIn(value, at)].filter(({ kind, isVerbatim }) => kind === 'measure' && !isVerbatim);
  return [...new Set(names.map(({ id }) => id))];
}

/**
 * A copy of a part in which lists have no ids that may be dropped and that `isGone` tells of; `undefined` where too few
 * are left in a list that it must have.
 */
export function withoutNames<T>(
  value: T,
  at: Path,
  isGone: (kind: Referent, id: string) => boolean,
): T | undefined {
  const left = prune(value, nodesAt(at), isGone);
  return left === NOTHING ? undefined : (left as T);
}

function prune(
  value: unknown,
  nodes: readonly SchemaNode[],
  isGone: (kind: Referent, id: string) => boolean,
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const items = below(nodes, 0);
  if (!Array.isArray(value)) {
    const fields = Object.entries(value).map(([key, part]) => [key, prune(part, below(nodes, key), isGone)]);
    const isNeeded = (key: string) => nodes.some(({ required = [] }) => required.includes(key));
    if (fields.some(([key, part]) => part === NOTHING && isNeeded(String(key)))) return NOTHING;
    return Object.fromEntries(fields.filter(([, part]) => part !== NOTHING));
  }
  const dropped = items.find(({ refers, drop }) => refers !== undefined && drop);
  if (dropped?.refers === undefined) return value.map((part) => prune(part, items, isGone));
  const { refers } = dropped;
  const left = value.filter((id) => !isGone(refers, String(id)));
  // A list of fewer than it must have is then as if it had not been written.
  return nodes.some(({ minItems = 0 }) => left.length < minItems) ? NOTHING : left;
}

/** Stands for a field that is left out. */
const NOTHING = Symbol('nothing');
