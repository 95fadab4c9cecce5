/** Images as a slide shows them: no larger than they are shown, and with nothing in the file but the pixels. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Size } from '../charts/draw/size.js';
import { checkImage } from '../load/pixels.js';

/** Pixels for each CSS pixel: enough for a projector of 2560 by 1440. */
const DENSITY = 2;
const QUALITY = 86;

export interface EmbeddedImage {
  /** `data:image/jpeg;base64,…` */
  uri: string;
  /** Pixels. */
  width: number;
  height: number;
}

export type EmbedImage = typeof embedImage;

/**
 * An image scaled down to what a box of CSS pixels shows, and written anew: positions, cameras, names and other
 * metadata of the file are gone. With `cover` it fills the box, else it stands whole within it. Throws where the
 * bytes are no image that may be decoded.
 */
export async function embedImage(
  bytes: Uint8Array,
  box: Size,
  fit: 'contain' | 'cover' = 'contain',
): Promise<EmbeddedImage> {
  const fault = checkImage(bytes);
  if (fault) throw new Error(fault.message);
  const image = await loadImage(bytes);
  const scales = [(box.width * DENSITY) / image.width, (box.height * DENSITY) / image.height];
  const scale = Math.min(1, fit === 'cover' ? Math.max(...scales) : Math.min(...scales));
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  const png = await canvas.encode('png');
  const hasAlpha = context
    .getImageData(0, 0, width, height)
    .data.some((value, i) => i % 4 === 3 && value < 255);
  const jpeg = hasAlpha ? undefined : await canvas.encode('jpeg', QUALITY);
  // Maps and drawings are smaller and sharper as PNG, photographs as JPEG.
  const [type, data] = jpeg && jpeg.length * 1.5 < png.length ? ['jpeg', jpeg] : ['png', png];
  return { uri: `data:image/${type};base64,${data.toString('base64')}`, width, height };
}
