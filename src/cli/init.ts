/** `briefdeck init`: a project of one's own that works as it is. */
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { makeFolder } from '../core/folders.js';
import { UsageError } from '../core/problem.js';
import { inheritingSchema } from '../load/audience-schema.js';
import { brandSchema } from '../load/brand.js';
import { briefJsonSchema } from '../load/schema.js';

const STARTER = fileURLToPath(new URL('../../templates/starter/', import.meta.url));

/** Writes the starter into a folder that is new or empty. Returns the names of its files. Throws {@link UsageError}. */
export async function initProject(folder: string): Promise<string[]> {
  await makeFolder(folder).catch(() => {
    throw new UsageError(`"${folder}" cannot be made a folder.`, 'Name a folder that is new or empty.');
  });
  if ((await readdir(folder)).length > 0)
    throw new UsageError(
      `"${folder}" is not empty.`,
      'Name a folder that is new or empty: nothing is overwritten.',
    );
  await cp(STARTER, folder, { recursive: true });
  const schemas = {
    brief: briefJsonSchema(),
    audience: z.toJSONSchema(inheritingSchema, { io: 'input', unrepresentable: 'any' }),
    brand: z.toJSONSchema(brandSchema, { io: 'input', unrepresentable: 'any' }),
  };
  await mkdir(path.join(folder, 'schemas'));
  for (const [name, schema] of Object.entries(schemas))
    await writeFile(
      path.join(folder, 'schemas', `${name}.schema.json`),
      `${JSON.stringify(schema, null, 2)}\n`,
    );
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}
