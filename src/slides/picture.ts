/** A photograph, drawing or map, with what is marked on it. */

import { type ImageUse, imageAddress } from '../compose/address.js';
import { textRow } from '../compose/rows.js';
import type { Frame, ImageView, Row } from '../compose/view.js';
import type { Image, ImageItem } from '../items/image.js';
import { inVocabulary } from '../words/texts.js';
import { eachOf, type SlideContext, type SlideKindOf, topicOf } from './slide-kind.js';

export interface PictureSlide extends Frame<'picture'> {
  headline: Row;
  image: ImageView;
}

export const pictureSlide: SlideKindOf<PictureSlide> = {
  kind: 'picture',
  most: 1,
  isTimed: true,
  seconds: 20,
  compose: (parts) =>
    eachOf(parts, 'image', (item: ImageItem) => ({
      ...parts.frame,
      kind: 'picture',
      kicker: topicOf(parts),
      headline: textRow(item, parts.context),
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
