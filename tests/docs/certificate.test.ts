/** The page on certificates names every field there is, and its example is a certificate. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { manifestSchema } from '../../src/output/previous-build.js';

const page = await readFile(new URL('../../docs/certificate.md', import.meta.url), 'utf8');

/** Names of fields below a JSON Schema; those of a record are data. */
function fieldsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === 'properties' ? Object.keys(value as object) : []),
    ...(Array.isArray(value) ? value.flatMap(fieldsIn) : fieldsIn(value)),
  ]);
}

it('explains every field of a certificate', () => {
  const fields = [...new Set(fieldsIn(z.toJSONSchema(manifestSchema)))];
  expect(fields.length).toBeGreaterThan(30);
  const [, table = ''] = page.split('| field | what it is |');
  expect(fields.filter((field) => !table.includes(`\`${field}\``))).toEqual([]);
});

it('has an example that is one', () => {
  const [, example = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
  expect(manifestSchema.safeParse(JSON.parse(example)).error?.issues).toBeUndefined();
});
