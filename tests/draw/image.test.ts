import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { embedImage } from '../../src/images/image.js';

/** A picture, red on its left half and blue on its right. */
async function picture(width: number, height: number, alpha = 1): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.globalAlpha = alpha;
  context.fillStyle = '#ff0000';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = '#0000ff';
  context.fillRect(width / 2, 0, width / 2, height);
  return alpha < 1 ? canvas.encode('png') : canvas.encode('jpeg', 95);
}

/** The JPEG with an Exif block: its orientation, and a text as cameras leave it. */
function withExif(jpeg: Buffer, orientation: number, text: string): Buffer {
  const ascii = Buffer.from(`${text}\0`);
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  const entry = (at: number, tag: number, type: number, count: number) => {
    tiff.writeUInt16BE(tag, at);
    tiff.writeUInt16BE(type, at + 2);
    tiff.writeUInt32BE(count, at + 4);
  };
  entry(10, 0x010e, 2, ascii.length);
  tiff.writeUInt32BE(tiff.length, 18);
  entry(22, 0x0112, 3, 1);
  tiff.writeUInt16BE(orientation, 30);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, ascii]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

const bytesOf = (uri: string) => Buffer.from(uri.slice(uri.indexOf(',') + 1), 'base64');

async function colourAt(uri: string, x: number, y: number): Promise<'red' | 'blue'> {
  const image = await loadImage(bytesOf(uri));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const [red = 0, , blue = 0] = context.getImageData(x, y, 1, 1).data;
  return red > blue ? 'red' : 'blue';
}

describe('embedImage', () => {
  it('is no larger than it is shown, at two pixels a CSS pixel, and is not made larger', async () => {
    const large = await picture(3000, 1500);
    expect(await embedImage(large, { width: 400, height: 400 })).toMatchObject({ width: 800, height: 400 });
    expect(await embedImage(large, { width: 400, height: 400 }, 'cover')).toMatchObject({
      width: 1600,
      height: 800,
    });
    const small = await picture(100, 50);
    expect(await embedImage(small, { width: 400, height: 400 })).toMatchObject({ width: 100, height: 50 });
  });

  it('leaves the metadata of the file behind', async () => {
    const taken = withExif(await picture(60, 30), 1, 'taken at 48.8584 N by Somebody');
    expect(taken.includes('Somebody')).toBe(true);
    const shown = bytesOf((await embedImage(taken, { width: 60, height: 30 })).uri);
    expect(shown.includes('Somebody') || shown.includes('Exif')).toBe(false);
  });

  it('stands as the camera was held, once the file no longer says how', async () => {
    // Orientation 6: what was drawn left stands at the top.
    const turned = withExif(await picture(60, 30), 6, 'x');
    const { uri, width, height } = await embedImage(turned, { width: 60, height: 60 });
    expect([width, height]).toEqual([30, 60]);
    expect([await colourAt(uri, 15, 5), await colourAt(uri, 15, 55)]).toEqual(['red', 'blue']);
  });

  it('keeps what can be seen through', async () => {
    const { uri } = await embedImage(await picture(40, 20, 0.5), { width: 40, height: 20 });
    expect(uri).toMatch(/^data:image\/png/);
  });

  it('refuses what is no picture', async () => {
    await expect(embedImage(Buffer.from('no picture'), { width: 40, height: 20 })).rejects.toThrow();
    await expect(embedImage(new Uint8Array(), { width: 40, height: 20 })).rejects.toThrow();
  });
});
