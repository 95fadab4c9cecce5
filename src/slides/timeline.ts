/** Events in the order of their dates, each as precise as it is known. */
import { eventRow } from '../compose/rows.js';
import { fill } from '../load/locale.js';
import { formatDate } from '../words/dates.js';
import { capitalise } from '../words/texts.js';
import { eachOf, kickerOf, type SlideComposer } from './slide-kind.js';

export const timeline: SlideComposer<'timeline'> = {
  kind: 'timeline',
  compose(parts) {
    const { slide, frame, context } = parts;
    const { locale } = context.wording;
    const { words } = locale;
    const dates = eachOf(parts, 'event', (item) => item.data.date).filter((date) => date !== undefined);
    const [first, last] = [dates.at(0), dates.at(-1)].map((date) => date && formatDate(date, locale));
    const heading = first && last && first !== last ? fill(words.from, { first, last }) : words.timeline;
    return [
      {
        ...frame,
        kind: 'timeline',
        kicker: heading === words.timeline && !slide.part ? undefined : kickerOf(words.timeline, parts),
        heading: capitalise(heading, locale.language),
        rows: eachOf(parts, 'event', (item) => eventRow(item, context)),
      },
    ];
  },
};
