/**
 * The fit stage: a family is planned, drawn and measured, and planned again with what was found not to fit, until
 * everything does. Nothing is shrunk below the theme's sizes and nothing is cut off.
 */
import type { Slide } from '../compose/slide.js';
import { BriefError, type Problem } from '../core/problem.js';
import { readLocale } from '../load/profiles.js';
import type { DeckRenderer } from '../pipeline/deck-renderer.js';
import { familyOf, type PlannedDeck, wordFamily } from '../pipeline/family.js';
import type { Project, Task } from '../pipeline/project.js';
import type { RenderedDeck } from '../render/document.js';
import type { Finding, Inspection } from './inspect.js';
import type { ProbeCache } from './probe-cache.js';

/** A deck that fits, as it will be shown to its audience. */
export interface FittedDeck extends PlannedDeck {
  markdown: string;
  rendered: RenderedDeck;
  /** Each slide as the browser draws it. */
  inspections: readonly Inspection[];
}

/** Plans one family until every slide of every length fits. Throws {@link BriefError} naming what cannot be made to. */
export async function fitFamily(
  { loaded, audience }: Task,
  project: Project,
  renderer: DeckRenderer,
  inspections: ProbeCache<Inspection>,
): Promise<FittedDeck[]> {
  await renderer.addImages(loaded);
  const locale = readLocale(project.templates, loaded.brief.language);
  const worded = wordFamily(loaded, audience, locale);
  const overflowing = new Set<string>();
  for (;;) {
    const family = familyOf(worded, project.lengths, overflowing);
    const settled: Omit<FittedDeck, 'inspections'>[] = [];
    for (const member of family) {
      const markdown = renderer.markdown(member.deck, locale, false);
      settled.push({ ...member, markdown, rendered: await renderer.rendered(member.deck, markdown) });
    }
    const found = await inspections.of(settled.map((member) => member.rendered));
    const out = settled.flatMap(({ deck }, d) =>
      deck.slides.flatMap((slide, s) => {
        const findings = found[d]?.[s]?.findings ?? [];
        return findings.length > 0
          ? [{ name: `${deck.brief} ${deck.audience}-${deck.length}`, slide, findings }]
          : [];
      }),
    );
    if (out.length === 0) return settled.map((member, d) => ({ ...member, inspections: found[d] ?? [] }));
    const before = overflowing.size;
    for (const { slide } of out) overflowing.add(slide.key);
    if (overflowing.size === before) {
      throw new BriefError(
        out.flatMap(({ name, slide, findings }) =>
          findings.map((finding) => describe(name, slide, finding, loaded.file)),
        ),
      );
    }
  }
}

const WHAT: Readonly<Record<Finding['rule'], (pixels: number) => string>> = {
  overflow: (pixels) => `runs ${pixels} px out of its place`,
  collision: (pixels) => `covers something else by ${pixels} px`,
  clipped: (pixels) => `is cut off by ${pixels} px`,
  'small-text': (pixels) => `is set in ${pixels} px, below the least size`,
  'missing-picture': () => 'is a picture that did not load',
};

function describe(
  deck: string,
  slide: Slide,
  { rule, element, text, pixels }: Finding,
  file: string,
): Problem {
  const items = slide.items.length > 0 ? ` (${slide.items.join(', ')})` : '';
  return {
    code: rule === 'overflow' || rule === 'collision' || rule === 'clipped' ? 'does-not-fit' : rule,
    message: `${deck}, slide ${slide.number}, ${slide.kind}${items}: ${element} "${text}" ${WHAT[rule](pixels)}`,
    hint: 'Shorten that text, or divide it into several items; or change the layout or theme.',
    file,
  };
}
