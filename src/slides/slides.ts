/** The kinds of slide there are, each in a file of its own. */
import type { Slide } from '../compose/slide.js';
import type { SlideKind } from '../load/vocabulary.js';
import { bigNumber } from './big-number.js';
import { bottomLine } from './bottom-line.js';
import { chart } from './chart.js';
import { claims } from './claims.js';
import { comparison } from './comparison.js';
import { data } from './data.js';
import { judgments } from './judgments.js';
import { outlook } from './outlook.js';
import { people } from './people.js';
import { picture } from './picture.js';
import { question } from './question.js';
import { quote } from './quote.js';
import { section } from './section.js';
import type { SlideComposer, SlideParts } from './slide-kind.js';
import { sources } from './sources.js';
import { timeline } from './timeline.js';
import { title } from './title.js';

const COMPOSERS: { readonly [K in SlideKind]: SlideComposer<K> } = {
  title,
  section,
  'bottom-line': bottomLine,
  claims,
  'big-number': bigNumber,
  chart,
  comparison,
  quote,
  picture,
  timeline,
  judgments,
  outlook,
  people,
  sources,
  question,
  data,
};

/** The slide of a plan; several where a table is longer than a slide. */
export function composeSlides(parts: SlideParts): readonly Slide[] {
  return COMPOSERS[parts.slide.kind].compose(parts);
}
