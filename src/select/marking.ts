/** The marking of a slide: the highest of what is on it. */

import { bottomLineMarking, titleMarking } from '../items/items.js';
import type { Audience } from '../load/profiles.js';
import { highestMarking, type Marking } from '../load/vocabulary.js';
import type { VisibleBrief } from '../visible/visible.js';
import type { SlidePlan } from './slide-plan.js';

/** Names of topics, the notice and what an acronym stands for bear the marking of the brief. */
export function slideMarking(
  { kind, topic, items }: Pick<SlidePlan, 'kind' | 'topic' | 'items'>,
  brief: VisibleBrief,
  audience: Audience,
): Marking {
  const hasNamedTopic = topic !== undefined && Object.hasOwn(brief.topics, topic);
  const hasNotice = kind === 'bottom-line' && brief.notice !== undefined;
  const shown = [...items.map(({ data }) => data), ...(kind === 'bottom-line' ? [brief.bottomLine] : [])];
  const hasAcronym = audience.spellOut && usesAcronym(shown, Object.keys(brief.glossary));
  return highestMarking([
    ...(kind === 'title' ? [titleMarking(brief)] : []),
    ...(kind === 'bottom-line' ? [bottomLineMarking(brief)] : []),
    ...(hasNamedTopic || hasNotice || hasAcronym ? [brief.marking] : []),
    ...items.map((item) => item.marking),
  ]);
}

/** Whether an acronym may be spelt out in some data: rather once too often than once too rarely. */
function usesAcronym(shown: readonly object[], acronyms: readonly string[]): boolean {
  if (acronyms.length === 0) return false;
  const text = JSON.stringify(shown);
  return acronyms.some((acronym) => text.includes(JSON.stringify(acronym).slice(1, -1)));
}
