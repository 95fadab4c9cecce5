/**
 * Decks to be looked at while they are written, in two stages: drawn as they are expected to fit, without a browser of
 * ours, and then measured and held to the rules of briefs. What a rule finds keeps no deck from being shown.
 */
import { setImmediate } from 'node:timers/promises';
import { BriefError, type Problem } from '../core/problem.js';
import { measureFamily } from '../fit/fit.js';
import { INSPECTION, ProbeCache } from '../fit/probe-cache.js';
import type { Unsaved } from '../load/files.js';
import { readLocale } from '../load/profiles.js';
import { DeckRenderer } from './deck-renderer.js';
import { familyOf, wordFamily } from './family.js';
import { type Choice, findingsIn, type ReadProject, readProject, type Task } from './project.js';
import type { Resources } from './resources.js';
import { remember, type ShownSlides, type UpdatedDeck, updatedDeck } from './update.js';

/** Keys of slides that did not fit when they were last measured, by brief and audience. */
export type Expected = Map<string, ReadonlySet<string>>;

/** What is known from earlier previews. */
export interface PreviewState {
  unsaved: Unsaved;
  shown: ShownSlides;
  expected: Expected;
}

export interface PreviewStages {
  /** Told of the decks as soon as they are drawn. */
  onDrawn(decks: readonly UpdatedDeck[]): void;
  /** Ends the work between two steps: what is shown is out of date. */
  signal: AbortSignal;
}

export interface PreviewResult {
  /** The decks as they fit. */
  decks: readonly UpdatedDeck[];
  /** What the rules found in the briefs, and what does not fit; what would stop a build is among it. */
  findings: readonly Problem[];
}

/** Makes the wanted decks to be looked at. Throws {@link BriefError} where there is nothing that could be shown. */
export async function previewDecks(
  choice: Choice,
  { onDrawn, signal }: PreviewStages,
  { pool, memory }: Resources,
  { unsaved, shown, expected }: PreviewState,
): Promise<PreviewResult> {
  const project = await readProject(choice, { memory, unsaved });
  if (project.problems.length > 0) throw new BriefError(project.problems);
  const renderer = new DeckRenderer(project.templates, project.brands, project.helpers, memory);
  const drawn: UpdatedDeck[] = [];
  for (const task of project.tasks)
    drawn.push(...(await drawFamily(task, project, renderer, expected.get(keyOf(task)), shown)));
  onDrawn(drawn);
  remember(drawn, shown);
  await nextStep(signal);
  const found = findingsIn(project, memory);
  await nextStep(signal);
  const inspections = new ProbeCache(pool, INSPECTION, memory.inspections);
  const decks: UpdatedDeck[] = [];
  for (const task of project.tasks) {
    const family = await measureFamily(task, project, renderer, inspections);
    expected.set(keyOf(task), family.overflowing);
    found.push(...family.problems);
    for (const member of family.decks)
      if (project.wanted.has(member.plan.length.id)) decks.push(updatedDeck(member, shown));
    await nextStep(signal);
  }
  remember(decks, shown);
  return { decks, findings: found };
}

async function drawFamily(
  { loaded, audience }: Task,
  project: ReadProject,
  renderer: DeckRenderer,
  overflowing: ReadonlySet<string> = new Set(),
  shown: ShownSlides,
): Promise<UpdatedDeck[]> {
  await renderer.addImages(loaded);
  const locale = readLocale(project.templates, loaded.brief.language);
  const { lengths, wanted } = project;
  const family = familyOf(wordFamily(loaded, audience, locale), lengths, { wanted, overflowing });
  const decks: UpdatedDeck[] = [];
  for (const { deck, plan } of family) {
    if (!wanted.has(plan.length.id)) continue;
    const rendered = await renderer.rendered(deck, renderer.markdown(deck, locale, false));
    decks.push(updatedDeck({ deck, rendered }, shown));
  }
  return decks;
}

function keyOf({ loaded, audience }: Task): string {
  return JSON.stringify([loaded.brief.id, audience.id, loaded.brief.language]);
}

/** Lets what waits be done: messages are sent, and news of another edit comes in. */
async function nextStep(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}
