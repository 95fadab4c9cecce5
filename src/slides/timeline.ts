/** Events in the order of their dates, each as precise as it is known. */

import { eventRow } from '../compose/rows.js';
import type { EventRow, Frame } from '../compose/view.js';
import type { EventItem } from '../items/event.js';
import { fill } from '../load/locale.js';
import { formatDate } from '../words/dates.js';
import { capitalise } from '../words/texts.js';
import { eachOf, kickerOf, type SlideKindOf } from './slide-kind.js';

export interface TimelineSlide extends Frame<'timeline'> {
  heading: string;
  rows: readonly EventRow[];
}

export const timelineSlide: SlideKindOf<TimelineSlide> = {
  kind: 'timeline',
  most: 6,
  isTimed: true,
  seconds: 40,
  compose(parts) {
    const { slide, frame, context } = parts;
    const { locale } = context.wording;
    const { words } = locale;
    const dates = eachOf(parts, 'event', (item: EventItem) => item.data.date).filter(
      (date) => date !== undefined,
    );
    const [first, last] = [dates.at(0), dates.at(-1)].map((date) => date && formatDate(date, locale));
    const heading = first && last && first !== last ? fill(words.from, { first, last }) : words.timeline;
    return [
      {
        ...frame,
        kind: 'timeline',
        kicker: heading === words.timeline && !slide.part ? undefined : kickerOf(words.timeline, parts),
        heading: capitalise(heading, locale.language),
        rows: eachOf(parts, 'event', (item: EventItem) => eventRow(item, context)),
      },
    ];
  },
};
