/** The images of a house style, as its slides show them. */

import { BriefError } from '../core/problem.js';
import type { Brand, BrandFace, BrandImage } from '../load/brand.js';

import { type EmbedImage, embedImage } from './image.js';

/** A house style with its images as data URIs. */
export interface DrawnBrand extends Omit<Brand, 'faces'> {
  faces: readonly (BrandFace & { covers(codePoint: number): boolean })[];
  pictures: { logo: { light: string; dark: string } | undefined; cover: string | undefined };
}

/** The boxes that logo and cover are shown in, in CSS pixels: see the themes. */
const LOGO = { width: 320, height: 64 };
const COVER = { width: 480, height: 720 };

/** Prepares the images of a brand. Throws {@link BriefError} for a file that is no picture. */
export async function drawBrand(brand: Brand, embed: EmbedImage = embedImage): Promise<DrawnBrand> {
  const draw = async ({ bytes, isVector }: BrandImage, field: 'logo' | 'cover') => {
    const fail = (message: string, hint: string) =>
      new BriefError([
        { code: 'no-picture', message, hint, file: brand.file, ...brand.placeOf([field]), path: field },
      ]);
    if (isVector) return `data:image/svg+xml;base64,${Buffer.from(bytes).toString('base64')}`;
    try {
      const { uri } = await embed(
        bytes,
        field === 'logo' ? LOGO : COVER,
        field === 'logo' ? 'contain' : 'cover',
      );
      return uri;
    } catch {
      throw fail(
        'is no picture that can be read',
        'Give a PNG, JPEG, WebP or AVIF file; a logo may be an SVG.',
      );
    }
  };
  const logo = brand.logo && {
    light: await draw(brand.logo.light, 'logo'),
    dark: await draw(brand.logo.dark, 'logo'),
  };
  const cover = brand.cover && (await draw(brand.cover, 'cover'));
  // A font of one's own is asked for every letter; those that it has not, the next font has.
  return {
    ...brand,
    faces: brand.faces.map((face) => ({ ...face, covers: () => true })),
    pictures: { logo, cover },
  };
}
