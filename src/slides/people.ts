/** Who is who, and how their names are spoken. */

import { textRow } from '../compose/rows.js';
import type { Frame, Row } from '../compose/view.js';
import type { PersonItem } from '../items/person.js';
import { fill } from '../load/locale.js';
import { eachOf, kickerOf, type SlideKindOf } from './slide-kind.js';

export interface PeopleSlide extends Frame<'people'> {
  heading: string;
  rows: readonly (Row & { role: string; say: string | undefined })[];
}

export const peopleSlide: SlideKindOf<PeopleSlide> = {
  kind: 'people',
  most: 8,
  isTimed: true,
  seconds: 30,
  compose(parts) {
    const { slide, frame, context } = parts;
    const { words } = context.wording.locale;
    return [
      {
        ...frame,
        kind: 'people',
        kicker: slide.part ? kickerOf(words.people, parts) : undefined,
        heading: words.people,
        rows: eachOf(parts, 'person', (item: PersonItem) => ({
          ...textRow(item, context),
          role: context.words.of(item).says[1] ?? '',
          say: item.data.say && fill(words.say, { say: item.data.say }),
        })),
      },
    ];
  },
};
