/** Where in a file each part of its data stands, so that every problem can name its line. */
import { type Document, isMap, isNode, isScalar, isSeq, type Node } from 'yaml';

export interface Place {
  line?: number;
  column?: number;
}

/** Place of the value at a path, or of its nearest parent; with `key`, of the key itself. */
export type PlaceOf = (path: readonly PropertyKey[], key?: string) => Place;

/** Looks places up. Fields of a group are indexed once, so that a long list of problems stays quick to print. */
export function placesIn(document: Document.Parsed, placeAt: (offset: number) => Place): PlaceOf {
  type Entry = { key: Node | undefined; value: unknown };
  const indexes = new Map<Node, Map<string, Entry>>();
  const indexOf = (node: Node): Map<string, Entry> => {
    const known = indexes.get(node);
    if (known) return known;
    const index = new Map<string, Entry>();
    if (isMap(node)) {
      for (const { key, value } of node.items)
        if (isScalar(key)) index.set(String(key.value), { key, value });
    }
    indexes.set(node, index);
    return index;
  };
  return (path, key) => {
    let node: Node | null = document.contents;
    let depth = 0;
    for (; depth < path.length; depth++) {
      const part: PropertyKey | undefined = path[depth];
      const next: unknown = isSeq(node)
        ? node.items[Number(part)]
        : node && indexOf(node).get(String(part))?.value;
      if (!isNode(next)) break;
      node = next;
    }
    if (!node) return {};
    const named = key !== undefined && depth === path.length ? indexOf(node).get(key)?.key : undefined;
    const range = (named ?? node).range;
    return range ? placeAt(range[0]) : {};
  };
}
