/** Pictures of a brief by address: templates name them, and the press hangs what was drawn. */
import { createHash } from 'node:crypto';

/** What a picture is shown as, each in a box of its own. */
export type PictureUse = 'picture' | 'portrait';

/** The address of an image of a brief. */
export function pictureAddress(brief: string, image: string, use: PictureUse): string {
  return `#picture-${createHash('sha256').update([brief, image, use].join('\0')).digest('hex').slice(0, 16)}`;
}
