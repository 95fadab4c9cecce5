/** Sources on a slide: numbered once for an audience, so that `3` means the same in every length. */

import { fill } from '../load/locale.js';
import type { Audience } from '../load/profiles.js';
import type { Plan } from '../select/plan.js';
import type { VisibleBrief } from '../visible/visible.js';
import { formatDate } from '../words/dates.js';
import type { Wording } from '../words/texts.js';
import { bottomLineSources, itemSources } from './rows.js';
import type { Numbering, SourceLine } from './view.js';

/**
 * Numbers the sources of an audience's plans, shortest first: those of a deck do not depend on longer ones, which need
 * not be made for it. Empty where the audience sees no sources.
 */
export function numberSources(plans: readonly Plan[], wording: Wording): Numbering {
  const numbering = new Map<string, SourceLine>();
  for (const plan of plans) addSources(plan, wording, numbering);
  return numbering;
}

function addSources(
  { brief, audience, slides }: Plan,
  wording: Wording,
  numbering: Map<string, SourceLine>,
): void {
  if (audience.sourcing === 'none') return;
  for (const slide of slides) {
    const own = slide.kind === 'bottom-line' ? bottomLineSources(brief, wording) : [];
    for (const { id } of [...own, ...slide.items.flatMap((item) => itemSources(item, wording))]) {
      if (!numbering.has(id)) numbering.set(id, lineOf(id, numbering.size + 1, brief, audience, wording));
    }
  }
}

function lineOf(
  id: string,
  n: number,
  brief: VisibleBrief,
  audience: Audience,
  wording: Wording,
): SourceLine {
  const { locale } = wording;
  const source = brief.sources[id];
  const issued = source?.issued === undefined ? undefined : formatDate(source.issued, locale);
  const parent = source?.citedIn === undefined ? undefined : brief.sources[source.citedIn];
  const name = (of: typeof source) =>
    of?.short ??
    [of?.publisher, of?.issued && formatDate(of.issued, locale)]
      .filter((part) => part)
      .join(locale.words.comma);
  const citedIn = parent === undefined ? undefined : fill(locale.words.citedIn, { other: name(parent) });
  return {
    id,
    n,
    label: [name(source), citedIn].filter((part) => part).join(locale.words.comma),
    title: source?.title ?? id,
    publisher: source?.publisher ?? '',
    issued,
    citedIn,
    url: source?.url,
    grade: audience.sourcing === 'full' ? source?.grade : undefined,
  };
}
