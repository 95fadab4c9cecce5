/** Screenshots of single slides: a chart with its headline, its sources and its marking, to go into another document. */
import type { Page } from 'puppeteer-core';

/** A slide as PNG. */
export type Screenshot = Uint8Array;

const SLIDE = { width: 1280, height: 720 };

/** PNGs of some slides of a printable document, by number from 1, at twice their size. */
export async function screenshotSlides(
  page: Page,
  html: string,
  numbers: readonly number[],
): Promise<Screenshot[]> {
  // Alone, a slide is no longer one of a number.
  const alone = html.replace('</head>', () => '<style>section::after{display:none!important}</style></head>');
  await page.setViewport({ ...SLIDE, deviceScaleFactor: 2 });
  try {
    await page.setContent(alone, { waitUntil: 'load' });
    const slides = await page.$$('div.marpit > svg');
    const screenshots: Screenshot[] = [];
    for (const number of numbers) {
      const slide = slides[number - 1];
      if (slide) screenshots.push(await slide.screenshot({ type: 'png' }));
    }
    return screenshots;
  } finally {
    await page.setViewport({ ...SLIDE, deviceScaleFactor: 1 });
  }
}
