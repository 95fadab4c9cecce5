/** What earlier builds left in the output folder: manifests, for the index page, and measurements, to save time. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Measured } from '../fit/measure.js';
import type { Manifest } from './manifest.js';

const manifestSchema = z.object({
  brief: z.object({ id: z.string(), title: z.string(), asOf: z.string(), sha256: z.string() }),
  audience: z.string(),
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
  sources: z.array(z.object({ n: z.number(), label: z.string(), url: z.string().optional() })),
  files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })),
  versions: z.record(z.string(), z.string()),
});

/** Reads `<out>/<brief>/<deck>.json`; a file that is no manifest is somebody else's and is passed over. */
export async function earlierManifests(out: string): Promise<Manifest[]> {
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

/** File with the measurements of a build, in the output folder. */
export const MEASURED = '.measured.json';

const measuredSchema = z.record(
  z.string(),
  z.array(
    z.object({
      rule: z.enum(['overflow', 'collision', 'clipped', 'small-text', 'missing-picture']),
      element: z.string(),
      text: z.string(),
      pixels: z.number(),
    }),
  ),
);

/** Measurements of the last build; none where there was none. */
export async function earlierMeasurements(out: string): Promise<Measured> {
  try {
    return measuredSchema.safeParse(JSON.parse(await readFile(path.join(out, MEASURED), 'utf8'))).data ?? {};
  } catch {
    return {};
  }
}
