/** Single slides as pictures: a chart with its headline, its sources and its marking, to go into another document. */
import type { Page } from 'puppeteer-core';

const SLIDE = { width: 1280, height: 720 };

/** PNGs of some slides of a printable document, by number from 1, at twice their size. */
export async function pictureSlides(
  page: Page,
  html: string,
  numbers: readonly number[],
): Promise<Uint8Array[]> {
  // Alone, a slide is no longer one of a number.
  const alone = html.replace('</head>', () => '<style>section::after{display:none!important}</style></head>');
  await page.setViewport({ ...SLIDE, deviceScaleFactor: 2 });
  try {
    await page.setContent(alone, { waitUntil: 'load' });
    const slides = await page.$$('div.marpit > svg');
    const pictures: Uint8Array[] = [];
    for (const number of numbers) {
      const slide = slides[number - 1];
      if (slide) pictures.push(await slide.screenshot({ type: 'png' }));
    }
    return pictures;
  } finally {
    await page.setViewport({ ...SLIDE, deviceScaleFactor: 1 });
  }
}
