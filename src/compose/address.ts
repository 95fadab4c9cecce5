/** Pictures of a brief by address: templates name them, and the press hangs what was drawn. */
import { sha256 } from '../core/hash.js';

/** What a picture is shown as, each in a box of its own. */
export type PictureUse = 'picture' | 'portrait';

/** The address of an image of a brief. */
export function pictureAddress(brief: string, image: string, use: PictureUse): string {
  return `#picture-${sha256([brief, image, use].join('\0')).slice(0, 16)}`;
}
