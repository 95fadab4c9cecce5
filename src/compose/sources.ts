/** Sources on a slide: numbered once for an audience, so that `3` means the same in every length. */

import { claimsBeside } from '../items/comparison.js';
import type { Item } from '../items/item.js';
import { fill } from '../load/locale.js';
import type { Audience } from '../load/profiles.js';
import type { SourceRef } from '../load/schema.js';
import type { Plan } from '../select/plan.js';
import type { VisibleBrief } from '../visible/visible.js';
import { formatDate } from '../words/dates.js';
import { measuresIn, sourcesOf } from '../words/hedges.js';
import type { Wording } from '../words/texts.js';
import type { SourceLine } from './slide.js';

/** Sources by id, numbered in the order in which the longest deck shows them. */
export type Numbering = ReadonlyMap<string, SourceLine>;

/** Sources of an item, its own first, then those of the numbers in what it shows. */
export function itemSources(item: Item, brief: VisibleBrief, wording: Wording): SourceRef[] {
  const { data } = item;
  if (item.type === 'comparison') {
    const claims = claimsBeside(item.data, brief);
    return sourcesOf([...data.sources, ...claims.flatMap((claim) => claim.sources)], item.measures, wording);
  }
  if (item.type === 'chart' && item.data.events) {
    const events = brief.events.filter((event) => item.data.events?.includes(event.id));
    return sourcesOf([...data.sources, ...events.flatMap((event) => event.sources)], item.measures, wording);
  }
  return sourcesOf(data.sources, item.measures, wording);
}

export function bottomLineSources(brief: VisibleBrief, wording: Wording): SourceRef[] {
  return sourcesOf(brief.bottomLine.sources, measuresIn(brief.bottomLine.text), wording);
}

/** Numbers the sources of an audience's longest plan. Empty where the audience sees no sources. */
export function numberSources(longest: Plan, wording: Wording): Numbering {
  const { brief, audience } = longest;
  const numbering = new Map<string, SourceLine>();
  if (audience.sourcing === 'none') return numbering;
  for (const slide of longest.slides) {
    const own = slide.kind === 'bottom-line' ? bottomLineSources(brief, wording) : [];
    for (const { id } of [...own, ...slide.items.flatMap((item) => itemSources(item, brief, wording))]) {
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
