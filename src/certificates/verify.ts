/** Decks that were written earlier, held to their certificates: what was changed since, what is missing. */
import path from 'node:path';
import { sha256 } from '../core/hash.js';
import { BriefError, type Problem, UsageError } from '../core/problem.js';
import { readRegular, TooLarge } from '../load/files.js';
import { findBriefs, inDeckLanguage, type LoadedBrief, loadBrief } from '../load/load.js';
import { previousManifests } from '../output/previous-build.js';
import { visibleTo } from '../visible/visible.js';
import type { Manifest } from './manifest.js';

/** What became of the decks of a folder. */
export interface Verified {
  decks: number;
  files: number;
  problems: readonly Problem[];
}

/**
 * Holds the decks below an output folder to their certificates; given briefs, also to what those say now. Throws
 * {@link UsageError} where there is no certificate.
 */
export async function verify(folder: string, briefs: readonly string[] = []): Promise<Verified> {
  const manifests = await previousManifests(folder);
  if (manifests.length === 0) {
    throw new UsageError(
      `There is no certificate in "${folder}".`,
      'Give the output folder of a build: it holds a folder for each brief.',
    );
  }
  const now = new Map<string, LoadedBrief>();
  for (const file of (await Promise.all(briefs.map(findBriefs))).flat()) {
    const loaded = await loadBrief(file);
    now.set(loaded.brief.id, loaded);
  }
  const problems: Problem[] = [];
  for (const manifest of manifests) {
    if (manifest.draft)
      problems.push({
        code: 'draft',
        message: 'is a draft, and no finished deck',
        hint: 'Mend what its last slide lists, build it without --draft, and remove the files of the draft.',
        deck: deckOf(manifest),
      });
    problems.push(...movedOn(manifest, now.get(manifest.brief.id)));
    for (const file of manifest.files) problems.push(...(await changed(folder, manifest, file)));
  }
  return {
    decks: manifests.length,
    files: manifests.reduce((sum, manifest) => sum + manifest.files.length, 0),
    problems,
  };
}

function deckOf({ brief, audience, length }: Manifest): string {
  return `${brief.id}/${audience}-${length}`;
}

/** Whether what the deck's audience may see of its brief has changed. */
function movedOn(manifest: Manifest, now: LoadedBrief | undefined): Problem[] {
  if (!now || hashNow(manifest, now) === manifest.brief.sha256) return [];
  return [
    {
      code: 'moved-on',
      message: 'was built from another state of its brief',
      hint: `Build it again from ${now.file}.`,
      deck: deckOf(manifest),
    },
  ];
}

/** `undefined` where the audience may not see the brief any more. */
function hashNow({ audience, highest, language }: Manifest, now: LoadedBrief): string | undefined {
  try {
    return visibleTo(inDeckLanguage(now, language), { id: audience, highest }).sha256;
  } catch (error) {
    if (error instanceof BriefError) return undefined;
    throw error;
  }
}

async function changed(
  folder: string,
  manifest: Manifest,
  file: Manifest['files'][number],
): Promise<Problem[]> {
  const at = { deck: deckOf(manifest), element: file.name };
  const differs = (size: number): Problem[] => [
    {
      code: 'changed-file',
      message: `is not the file that was checked: it has ${size} bytes, and that had ${file.bytes}`,
      hint: 'Build the deck again; what was changed by hand was not checked.',
      ...at,
    },
  ];
  try {
    const name = path.join(folder, manifest.brief.id, path.basename(file.name));
    const bytes = await readRegular(name, file.bytes);
    return sha256(bytes) === file.sha256 ? [] : differs(bytes.length);
  } catch (error) {
    if (error instanceof TooLarge) return differs(error.size);
    return [{ code: 'missing-file', message: 'is not there', hint: 'Build the deck again.', ...at }];
  }
}
