/** PNG: each chart slide as a picture, to go into another document. */
import { printable } from '../render/document.js';
import { screenshotSlides } from '../render/png.js';
import { unpackPng } from '../unpack/png.js';
import type { Format } from './format.js';

export const png: Format<Buffer> = {
  id: 'png',
  extension: 'png',
  editions: ['audience'],
  isDefault: false,
  isChecked: false,
  async make({ deck, rendered }, _, { pool }) {
    const charts = deck.slides.filter((slide) => slide.kind === 'chart');
    const numbers = charts.map((slide) => slide.number);
    const pictures = await pool.use((page) => screenshotSlides(page, printable(rendered), numbers));
    return pictures.map((bytes, i) => ({ part: `chart-${charts[i]?.items[0]}`, bytes }));
  },
  read: async (bytes) => Buffer.from(bytes),
  unpack: unpackPng,
  checks: [],
};
