/** The schema of a brief as a tree to walk along with its data: what may stand where. */
import { z } from 'zod';
import type { Referent } from '../kinds/kinds.js';

/** A node of a JSON Schema, as far as it is walked. */
export interface SchemaNode {
  type?: string;
  description?: string;
  properties?: Record<string, SchemaNode>;
  required?: string[];
  propertyNames?: { enum?: string[]; pattern?: string };
  additionalProperties?: SchemaNode | boolean;
  items?: SchemaNode;
  minItems?: number;
  anyOf?: SchemaNode[];
  /** `text` is prose, and every language has its own; `name` may be one for all of them. */
  translate?: 'text' | 'name';
  /** A text in which `{name}` stands for a measure. */
  measures?: boolean;
  /** The id of a part of this kind. */
  refers?: Referent;
  /** Where that part is withheld, only its id is. */
  drop?: boolean;
}

const roots = new WeakMap<z.ZodType, SchemaNode>();

/** The tree of a schema, of what people write. */
export function nodeOf(schema: z.ZodType): SchemaNode {
  const root =
    roots.get(schema) ?? (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as SchemaNode);
  roots.set(schema, root);
  return root;
}

/** Names of all fields below a node: names of the data format, and nothing of the data's own. */
export function fieldNamesIn(node: SchemaNode): string[] {
  const { properties = {}, additionalProperties, items, anyOf = [] } = node;
  const parts = [
    ...Object.values(properties),
    ...anyOf,
    ...(items ? [items] : []),
    ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
  ];
  return [...new Set([...Object.keys(properties), ...parts.flatMap(fieldNamesIn)])];
}

/** What a node may be: itself, or each of its options. */
export function optionsOf(node: SchemaNode): SchemaNode[] {
  return node.anyOf ? node.anyOf.flatMap(optionsOf) : [node];
}

/** What may stand at a key below some nodes. */
export function below(nodes: readonly SchemaNode[], key: PropertyKey): SchemaNode[] {
  return nodes.flatMap(optionsOf).flatMap((node) => {
    const next =
      typeof key === 'number' ? node.items : (node.properties?.[String(key)] ?? node.additionalProperties);
    return typeof next === 'object' ? optionsOf(next) : [];
  });
}
