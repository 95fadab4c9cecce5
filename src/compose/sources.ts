/** Sources on a slide: numbered once for an audience, so that `3` means the same in every length. */

import { fill } from '../load/locale.js';
import type { Audience } from '../load/profiles.js';
import type { Plan } from '../select/plan.js';
import type { VisibleBrief } from '../visible/visible.js';
import { formatDate } from '../words/dates.js';
import type { Wording } from '../words/texts.js';
import { bottomLineSources, itemSources } from './rows.js';
import type { Numbering, SourceLine } from './view.js';

/** Numbers the sources of an audience's longest plan. Empty where the audience sees no sources. */
export function numberSources(longest: Plan, wording: Wording): Numbering {
  const { brief, audience } = longest;
  const numbering = new Map<string, SourceLine>();
  if (audience.sourcing === 'none') return numbering;
  for (const slide of longest.slides) {
    const own = slide.kind === 'bottom-line' ? bottomLineSources(brief, wording) : [];
    for (const { id } of [...own, ...slide.items.flatMap((item) => itemSources(item, wording))]) {
      if (!numbering.has(id)) numbering.set(id, lineOf(id, numbering.size + 1, brief, audience, wording));
    }
  }
  return numbering;
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
