/** Addresses of the images of a brief: templates name them, and the renderer replaces them by the image. */
import { sha256 } from '../core/hash.js';

/** What an image is shown as, each in a box of its own. */
export type ImageUse = 'picture' | 'portrait';

/** The address of an image of a brief. */
export function imageAddress(brief: string, image: string, use: ImageUse): string {
  return `#picture-${sha256([brief, image, use].join('\0')).slice(0, 16)}`;
}
