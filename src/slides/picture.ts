/** A photograph, drawing or map, with what is marked on it. */
import { type ImageUse, imageAddress } from '../compose/address.js';
import { textRow } from '../compose/rows.js';
import type { ImageView } from '../compose/slide.js';
import type { Image } from '../load/schema.js';
import { inVocabulary } from '../words/texts.js';
import { eachOf, type SlideComposer, type SlideContext, topicOf } from './slide-kind.js';

export const picture: SlideComposer<'picture'> = {
  kind: 'picture',
  compose: (parts) =>
    eachOf(parts, 'image', (item) => ({
      ...parts.frame,
      kind: 'picture',
      kicker: topicOf(parts),
      headline: textRow(item, item.data.headline ?? '', parts.context),
      image: pictureOf(item.data, 'picture', parts.context),
    })),
};

/** An image in one of its uses: places are marked where it is a slide's picture. */
export function pictureOf(image: Image, use: ImageUse, { brief, wording }: SlideContext): ImageView {
  const { alt, credit, licence, places = [] } = image;
  return {
    src: imageAddress(brief.id, image.id, use),
    alt,
    credit: `${credit}${wording.locale.words.comma}${licence}`,
    places: (use === 'picture' ? places : []).map(({ name, at: [x, y] }, n) => ({
      n: n + 1,
      name: inVocabulary(name, wording),
      x,
      y,
    })),
  };
}
