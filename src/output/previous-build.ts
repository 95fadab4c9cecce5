/** What earlier builds left in the output folder: certificates, what the index page shows, and measurements, to save time. */
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Manifest } from '../certificates/manifest.js';
import { ITEM_TYPES } from '../kinds/kinds.js';
import { readRegular } from '../load/files.js';
import { MARKINGS } from '../load/vocabulary.js';

const evidenceSchema = z.object({ source: z.string(), evidence: z.string().optional() });

export const manifestSchema = z.object({
  version: z.literal(1),
  brief: z.object({ id: z.string(), title: z.string(), asOf: z.string(), sha256: z.string() }),
  audience: z.string(),
  draft: z.literal(true).optional(),
  highest: z.enum(MARKINGS),
  language: z.string(),
  length: z.string(),
  marking: z.string(),
  seconds: z.number(),
  limit: z.number(),
  slides: z.array(
    z.object({
      number: z.number(),
      kind: z.string(),
      marking: z.string(),
      seconds: z.number(),
      items: z.array(z.string()),
      sources: z.array(z.number()),
    }),
  ),
  sources: z.array(
    z.object({
      number: z.number(),
      label: z.string(),
      url: z.string().optional(),
      sha256: z.string().optional(),
    }),
  ),
  trace: z.array(
    z.object({
      slide: z.number(),
      statements: z.array(
        z.object({
          item: z.string(),
          type: z.enum([...ITEM_TYPES, 'bottom-line']),
          says: z.array(z.string()),
          numbers: z.array(
            z.object({ measure: z.string(), words: z.string(), sources: z.array(evidenceSchema) }),
          ),
          sources: z.array(evidenceSchema),
        }),
      ),
    }),
  ),
  rules: z.record(
    z.string(),
    z.object({
      checked: z.number(),
      found: z.array(
        z.object({ severity: z.enum(['error', 'warn']), message: z.string(), slide: z.number().optional() }),
      ),
      accepted: z.array(z.object({ item: z.string(), why: z.string(), by: z.string() })).optional(),
    }),
  ),
  files: z.array(
    z.object({
      name: z.string(),
      format: z.string(),
      edition: z.string(),
      part: z.string().optional(),
      bytes: z.number(),
      sha256: z.string(),
    }),
  ),
  versions: z.record(z.string(), z.string()),
});

/** Bytes of a file that a build left; a larger one is none of a build. */
const MOST = 256 * 1024 * 1024;

/** Reads `<out>/<brief>/<deck>.json`; a file that is no manifest is somebody else's and is passed over. */
export async function previousManifests(out: string): Promise<Manifest[]> {
  const manifests: Manifest[] = [];
  for (const folder of (await entriesOf(out)).filter((entry) => entry.isDirectory())) {
    for (const { name } of await entriesOf(path.join(out, folder.name))) {
      if (!name.endsWith('.json')) continue;
      const manifest = await readJson(path.join(out, folder.name, name), manifestSchema);
      if (manifest?.brief.id === folder.name) manifests.push(manifest);
    }
  }
  return manifests;
}

/** What is in a folder, by name; nothing where there is none, or where it may not be read. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The data of a JSON file; `undefined` where it has others, is no regular file, or cannot be read. */
async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  try {
    const bytes = await readRegular(file, MOST);
    return schema.safeParse(JSON.parse(bytes.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

/**
 * File of the output folder for the next build: what the browser saw, and what the index page shows of each deck. It is
 * for whoever builds, and for no audience.
 */
export const SEEN = '.seen.json';

const seenSchema = z.object({
  inspections: z.record(
    z.string(),
    z.object({
      findings: z.array(
        z.object({
          rule: z.enum(['overflow', 'collision', 'clipped', 'small-text', 'missing-picture']),
          element: z.string(),
          text: z.string(),
          pixels: z.number(),
        }),
      ),
      text: z.string(),
      drawn: z.string(),
    }),
  ),
  audits: z.record(
    z.string(),
    z.object({
      faults: z.array(z.object({ rule: z.string(), element: z.string(), text: z.string(), why: z.string() })),
    }),
  ),
  cards: z
    .record(
      z.string(),
      z.object({ audience: z.string(), about: z.string(), cover: z.string().optional(), style: z.string() }),
    )
    .default({}),
  styles: z.record(z.string(), z.object({ css: z.string(), fonts: z.array(z.string()) })).default({}),
});

/** What a build keeps for the next: by slide, by deck (`bridge/public-short`), by style. */
export type PreviousBuild = z.output<typeof seenSchema>;

/** What the last build kept; nothing where there was none. */
export async function previousBuild(out: string | undefined): Promise<PreviousBuild> {
  const kept = out === undefined ? undefined : await readJson(path.join(out, SEEN), seenSchema);
  return kept ?? { inspections: {}, audits: {}, cards: {}, styles: {} };
}
