/** Decks as they are to be shown after an edit, slide by slide: which of them are new, and what each is in HTML. */
import { contentKey } from '../core/memo.js';
import { BriefError, type Problem } from '../core/problem.js';
import { INSPECTION, ProbeCache, withoutNumber } from '../fit/probe-cache.js';
import { deckPath } from '../formats/files.js';
import type { Unsaved } from '../load/files.js';
import type { RenderedDeck } from '../render/document.js';
import { DeckRenderer } from './deck-renderer.js';
import { WORKERS, withFittedDecks } from './jobs.js';
import { type Choice, openProject } from './project.js';
import type { Resources } from './resources.js';

export interface UpdatedSlide {
  number: number;
  /** `claims`, `quote`. */
  kind: string;
  /** Ids of the items on it. */
  items: readonly string[];
  html: string;
  /** Whether the deck did not have it after the update before, whatever its number. */
  isNew: boolean;
}

export interface UpdatedDeck {
  brief: string;
  audience: string;
  length: string;
  marking: string;
  seconds: number;
  /** Title, language, styles and fonts: all that the slides have in common. */
  frame: Omit<RenderedDeck, 'slides'>;
  slides: readonly UpdatedSlide[];
}

export interface SessionUpdate {
  decks: readonly UpdatedDeck[];
  /** What the rules found in the briefs that does not stop a build. */
  warnings: readonly Problem[];
}

/** Keys of the slides of each deck after the last update, by deck. */
export type ShownSlides = Map<string, ReadonlySet<string>>;

/** Makes the wanted decks up to HTML. Throws as a build does; `shown` is then as it was. */
export async function updateDecks(
  choice: Choice,
  { pool, memory }: Resources,
  unsaved: Unsaved,
  shown: ShownSlides,
): Promise<SessionUpdate> {
  const project = await openProject(choice, { memory, unsaved });
  const renderer = new DeckRenderer(project.templates, project.brands, project.helpers, memory);
  const inspections = new ProbeCache(pool, INSPECTION, memory.inspections);
  const { results, problems } = await withFittedDecks(
    project,
    renderer,
    inspections,
    WORKERS,
    async ({ member: { deck, rendered } }): Promise<UpdatedDeck> => {
      const { slides, ...frame } = rendered;
      const before = shown.get(deckPath(deck));
      const keys = slides.map((html) => slideKey(html, rendered));
      const { brief, audience, length, marking, seconds } = deck;
      return {
        brief,
        audience,
        length,
        marking,
        seconds,
        frame,
        slides: deck.slides.map(({ number, kind, items }, i) => ({
          number,
          kind,
          items,
          html: slides[i] ?? '',
          isNew: !before?.has(keys[i] ?? ''),
        })),
      };
    },
  );
  if (problems.length > 0) throw new BriefError(problems);
  for (const deck of results)
    shown.set(
      deckPath({ ...deck, draft: false }),
      new Set(deck.slides.map(({ html }) => slideKey(html, deck.frame))),
    );
  return { decks: results, warnings: project.warnings };
}

function slideKey(html: string, { css, fontKey }: Omit<RenderedDeck, 'slides'>): string {
  return contentKey(withoutNumber(html), css, fontKey);
}
