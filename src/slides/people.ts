/** Who is who, and how their names are spoken. */
import { textRow } from '../compose/rows.js';
import { fill } from '../load/locale.js';
import { inVocabulary } from '../words/texts.js';
import { eachOf, kickerOf, type SlideComposer } from './slide-kind.js';

export const people: SlideComposer<'people'> = {
  kind: 'people',
  compose(parts) {
    const { slide, frame, context } = parts;
    const { words } = context.wording.locale;
    return [
      {
        ...frame,
        kind: 'people',
        kicker: slide.part ? kickerOf(words.people, parts) : undefined,
        heading: words.people,
        rows: eachOf(parts, 'person', (item) => ({
          ...textRow(item, '', context),
          text: item.data.name,
          role: inVocabulary(item.data.role, context.wording),
          say: item.data.say && fill(words.say, { say: item.data.say }),
        })),
      },
    ];
  },
};
