/**
 * The fit stage: a family is planned, drawn and measured, and planned again with what was found not to fit, until
 * everything does. Nothing is shrunk below the theme's sizes and nothing is cut off.
 */
import type { FindingLine } from '../compose/view.js';
import { BriefError, type Problem } from '../core/problem.js';
import { fill, type Locale } from '../load/locale.js';
import { readLocale } from '../load/profiles.js';
import type { DeckRenderer } from '../pipeline/deck-renderer.js';
import { familyOf, type PlannedDeck, wordFamily } from '../pipeline/family.js';
import type { ReadProject, Task } from '../pipeline/project.js';
import type { RenderedDeck } from '../render/document.js';
import type { Inspection } from './inspect.js';
import { misfitOf } from './misfit.js';
import type { ProbeCache } from './probe-cache.js';

/** A deck that fits, as it will be shown to its audience. */
export interface FittedDeck extends PlannedDeck {
  markdown: string;
  rendered: RenderedDeck;
  /** Each slide as the browser draws it. */
  inspections: readonly Inspection[];
}

/** A family that was measured. */
export interface MeasuredFamily {
  decks: readonly FittedDeck[];
  /** What does not fit however it is set. */
  problems: readonly Problem[];
  /** Keys of the slides that did not fit as they were first set. */
  overflowing: ReadonlySet<string>;
}

/**
 * Plans one family until every slide of every length fits. Throws {@link BriefError} naming what cannot be made to; a
 * draft lists it.
 */
export async function fitFamily(
  task: Task,
  project: ReadProject,
  renderer: DeckRenderer,
  inspections: ProbeCache<Inspection>,
): Promise<readonly FittedDeck[]> {
  const { decks, problems } = await measureFamily(task, project, renderer, inspections);
  if (problems.length > 0 && !task.open) throw new BriefError(problems);
  return decks;
}

/** Plans one family until every slide of every length fits, or cannot be made to. */
export async function measureFamily(
  { loaded, audience, open }: Task,
  project: ReadProject,
  renderer: DeckRenderer,
  inspections: ProbeCache<Inspection>,
): Promise<MeasuredFamily> {
  await renderer.addImages(loaded);
  const locale = readLocale(project.templates, loaded.brief.language);
  const worded = wordFamily(loaded, audience, locale);
  const overflowing = new Set<string>();
  let drafted = open;
  const { lengths, wanted } = project;
  for (;;) {
    const family = familyOf(worded, lengths, { wanted, overflowing, open: drafted });
    const settled: Omit<FittedDeck, 'inspections'>[] = [];
    for (const member of family) {
      const markdown = renderer.markdown(member.deck, locale, false);
      settled.push({ ...member, markdown, rendered: await renderer.rendered(member.deck, markdown) });
    }
    const found = await inspections.of(settled.map((member) => member.rendered));
    const out = misfitsOf(settled, found);
    const before = overflowing.size;
    for (const { slide } of out) overflowing.add(slide.key);
    if (overflowing.size > before) continue;
    const decks = settled.map((member, d) => ({ ...member, inspections: found[d] ?? [] }));
    if (out.length === 0 || !open || drafted !== open)
      return { decks, problems: problemsOf(out, loaded.file), overflowing };
    drafted = { ...open, lines: [...open.lines, ...linesOf(out, locale)] };
  }
}

/** The findings of the browser on each slide of some decks that has any. */
function misfitsOf(decks: readonly PlannedDeck[], found: readonly (readonly Inspection[])[]) {
  return decks.flatMap(({ deck }, d) =>
    deck.slides.flatMap((slide, s) => {
      const findings = found[d]?.[s]?.findings ?? [];
      return findings.length > 0 ? [{ deck, slide, findings }] : [];
    }),
  );
}

type Misfits = ReturnType<typeof misfitsOf>;

function problemsOf(out: Misfits, file: string): Problem[] {
  return out.flatMap(({ deck: { brief, audience, length }, slide, findings }) =>
    findings.map((finding) => {
      const { rule, message, hint } = misfitOf(slide, finding);
      const where = `${brief} ${audience}-${length}, slide ${slide.number}`;
      return { code: rule, message: `${where}, ${message}`, hint, file };
    }),
  );
}

/** What does not fit, as drafts list it. */
function linesOf(out: Misfits, { words }: Locale): FindingLine[] {
  return out.flatMap(({ deck: { length }, slide, findings }) =>
    findings.map((finding) => {
      const { rule, message } = misfitOf(slide, finding);
      return { rule, message, where: fill(words.slide, { n: String(slide.number) }), length };
    }),
  );
}
