/** A picture or map with a headline; one without is a portrait, and has no slide of its own. */
import { z } from 'zod';
import { common, hedge, id, list, name, nameLine, prose, status, text } from '../load/fields.js';
import { hedgesOf, measuresIn } from '../words/hedges.js';
import { inVocabulary, toWords } from '../words/texts.js';
import { type ItemOf, itemKind } from './item.js';
import { saidWithHedge } from './spoken.js';

const schema = z
  .strictObject({
    id,
    file: nameLine.describe('Picture in the folder of the brief: PNG, JPEG, WebP or AVIF.'),
    headline: text
      .optional()
      .describe('What it shows, as a statement. Without one it has no slide of its own: a portrait.'),
    alt: prose.describe('What is to be seen, for whoever cannot see it.'),
    credit: name.describe('Who made it.'),
    places: list(
      z.strictObject({
        name: prose.max(60).describe('What is there.'),
        at: z
          .tuple([z.number().min(0).max(100), z.number().min(0).max(100)])
          .describe('Where: per cent of the width from the left, and of the height from the top.'),
      }),
    )
      .min(1)
      .max(8)
      .optional()
      .describe('Places on a map: marked on it by numbers, and named beside it.'),
    licence: name.describe('Under which licence it may be shown: "CC BY 4.0".'),
    status: status.default('confirmed'),
    ...hedge,
    ...common,
  })
  .describe('A photograph, drawing or map. It is scaled down, and its metadata are removed.');

export type Image = z.output<typeof schema>;
export type ImageItem = ItemOf<'image', Image>;

export const image = itemKind({
  type: 'image',
  list: 'images',
  schema,
  precedence: 40,
  part: 'story',
  slide: 'picture',
  arranged: 'alone',
  shown: ({ headline, places = [] }) => ({
    texts: headline === undefined ? [] : [headline],
    named: places.map(({ name }) => name),
  }),
  spoken: ({ headline, alt }, { says: [first = ''], hedges }, wording) =>
    saidWithHedge(headline === undefined ? toWords(alt, wording) : first, hedges, wording),
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
});
