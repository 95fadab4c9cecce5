/** A picture or map with a headline; one without is a portrait, and has no slide of its own. */
import { hedgesOf, measuresIn } from '../words/hedges.js';
import { inVocabulary, toWords } from '../words/texts.js';
import type { ImageItem, ItemKind } from './item.js';
import { saidWithHedge } from './spoken.js';

export const image: ItemKind<ImageItem> = {
  type: 'image',
  list: 'images',
  part: 'story',
  slides: ['picture'],
  shown: ({ headline, places = [] }) => ({
    texts: headline === undefined ? [] : [headline],
    named: places.map(({ name }) => name),
  }),
  spoken: ({ data, measures }, wording) =>
    saidWithHedge(toWords(data.headline ?? data.alt, wording), data, measures, wording),
  statement({ data }, _, wording) {
    const { headline, credit, licence, places = [] } = data;
    return {
      texts: [
        ...(headline === undefined ? [] : [toWords(headline, wording)]),
        ...places.map(({ name }) => inVocabulary(name, wording)),
        credit,
        licence,
      ],
      hedges: hedgesOf(data, measuresIn(headline), wording),
    };
  },
};
