/** Every field of a brief has a limit, and `docs/limits.md` tells all of them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/load/limits.js';
import { briefJsonSchema } from '../../src/load/schema.js';

type Node = Readonly<Record<string, unknown>>;

/** Parts of a schema that let data be as long as they like, by their place. */
function unlimited(schema: unknown, place = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap((part, i) => unlimited(part, `${place}/${i}`));
  const node = schema as Node;
  const isRecord = typeof node.additionalProperties === 'object';
  const isOpen =
    (node.type === 'string' && node.enum === undefined && node.maxLength === undefined) ||
    (node.type === 'array' && node.prefixItems === undefined && node.maxItems === undefined) ||
    (isRecord && node.maxProperties === undefined);
  const inside = Object.entries(node).flatMap(([name, part]) =>
    // Of the names of a record, the patterns stand alone.
    name === 'propertyNames' ? keysOf(part, `${place}/${name}`) : unlimited(part, `${place}/${name}`),
  );
  return [...(isOpen ? [place] : []), ...inside];
}

function keysOf(schema: unknown, place: string): string[] {
  const { maxLength, enum: words } = schema as Node;
  return maxLength === undefined && words === undefined ? [place] : [];
}

describe('the schema', () => {
  it('limits every text, list and group', () => {
    expect(unlimited(briefJsonSchema())).toEqual([]);
  });

  it('is found wanting where it does not', () => {
    expect(
      unlimited({
        properties: {
          text: { type: 'string' },
          list: { type: 'array', maxItems: 1, items: { type: 'string' } },
          group: {
            type: 'object',
            additionalProperties: { type: 'number' },
            propertyNames: { type: 'string' },
          },
        },
      }),
    ).toEqual([
      '/properties/text',
      '/properties/list/items',
      '/properties/group',
      '/properties/group/propertyNames',
    ]);
  });
});

it('docs/limits.md has every limit, with its number', () => {
  const docs = readFileSync('docs/limits.md', 'utf8');
  const rows = [...docs.matchAll(/^\| `(\w+)` \| ([^|]+) \| [^|]+ \| [^|]+ \|$/gm)].map(
    ([, name, number]) => [name, number?.trim()],
  );
  const MB = 1024 * 1024;
  const written = (name: string, value: number) =>
    !name.endsWith('Bytes')
      ? value.toLocaleString('en')
      : value < MB
        ? `${value / 1024} KB`
        : `${value / MB} MB`;
  expect(rows).toEqual(Object.entries(LIMITS).map(([name, value]) => [name, written(name, value)]));
});
