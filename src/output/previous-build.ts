/** What earlier builds left in the output folder: manifests, for the index page, and measurements, to save time. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Manifest } from '../certificates/manifest.js';
import { ITEM_TYPES, MARKINGS } from '../load/vocabulary.js';

const evidenceSchema = z.object({ source: z.string(), evidence: z.string().optional() });

const manifestSchema = z.object({
  brief: z.object({ id: z.string(), title: z.string(), asOf: z.string(), sha256: z.string() }),
  audience: z.string(),
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
      n: z.number(),
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

/** Reads `<out>/<brief>/<deck>.json`; a file that is no manifest is somebody else's and is passed over. */
export async function previousManifests(out: string): Promise<Manifest[]> {
  const folders = await readdir(out, { withFileTypes: true }).catch(() => []);
  const manifests: Manifest[] = [];
  for (const folder of folders
    .filter((entry) => entry.isDirectory())
    .sort((a, b) => (a.name < b.name ? -1 : 1))) {
    for (const name of (await readdir(path.join(out, folder.name)))
      .filter((file) => file.endsWith('.json'))
      .sort()) {
      const manifest = await readManifest(path.join(out, folder.name, name));
      if (manifest?.brief.id === folder.name) manifests.push(manifest);
    }
  }
  return manifests;
}

async function readManifest(file: string): Promise<Manifest | undefined> {
  try {
    return manifestSchema.safeParse(JSON.parse(await readFile(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** File with what the browser saw in a build, in the output folder. */
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
      checked: z.array(z.string()),
      faults: z.array(z.object({ rule: z.string(), element: z.string(), text: z.string(), why: z.string() })),
    }),
  ),
});

/** What the browser saw of slides, by what they were made from. */
export type PreviousProbes = z.output<typeof seenSchema>;

/** What was seen in the last build; nothing where there was none. */
export async function previousProbes(out: string | undefined): Promise<PreviousProbes> {
  const nothing = { inspections: {}, audits: {} };
  if (out === undefined) return nothing;
  try {
    return seenSchema.safeParse(JSON.parse(await readFile(path.join(out, SEEN), 'utf8'))).data ?? nothing;
  } catch {
    return nothing;
  }
}
