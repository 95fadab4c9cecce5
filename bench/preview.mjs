/**
 * How long a save takes to be seen: 50 edits of ten kinds to a copy of data/kursk-tribute at full length, from the write
 * of the file to the changed slide in a browser, and to the findings. Run `npm run build` first.
 */
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../dist/browser/find.js';
import { openPreview } from '../dist/preview/preview.js';
import puppeteer from '../dist/vendor/puppeteer.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const EDITS = 50;

const folder = await mkdtemp(path.join(await realpath(tmpdir()), 'briefdeck-bench-'));
const file = (name) => path.join(folder, name);
await cp(path.join(root, 'data/kursk-tribute'), folder, { recursive: true });
await mkdir(file('templates/slides'), { recursive: true });
await mkdir(file('templates/audiences'));
await mkdir(file('templates/themes'));

const [source] = /^ {2}[\w-]+(?=:)/m.exec(
  (await readFile(file('brief.yaml'), 'utf8')).split(/^sources:$/m)[1] ?? '',
) ?? [''];
const sources = `sources: [${source.trim()}]`;
const original = (await readFile(file('brief.yaml'), 'utf8'))
  .replace(
    /^claims:$/m,
    `claims:
  - { id: bench, text: Bench claim zero., status: confirmed, importance: 5, ${sources} }
  - { id: bench-two, text: "Bench claim second with {bench_number}.", status: confirmed, importance: 5, ${sources} }`,
  )
  .replace(
    /^measures:$/m,
    `measures:
  bench_number: { value: 1000, unit: lorries, status: confirmed, ${sources} }`,
  )
  .replace(
    /^charts:$/m,
    `charts:
  - { id: bench-chart, headline: Bench chart, kind: line, unit: lorries, importance: 5, ${sources}, csv: { file: bench.csv, x: day, y: waiting } }`,
  );
const images = `images:
  - { id: bench-picture, file: bench.png, headline: Bench picture, alt: A picture, credit: Nobody, licence: CC0, importance: 5, ${sources} }
`;
const withImages = /^images:$/m.test(original)
  ? original.replace(/^images:\n/m, images)
  : `${original.trimEnd()}\n${images}`;
const csv = (n) => `day,waiting\n2026-02-27,10\n2026-02-28,40\n2026-03-01,${n}\n`;
const quote = await readFile(path.join(root, 'templates/slides/quote.md.hbs'), 'utf8');
const analyst = await readFile(path.join(root, 'templates/audiences/analyst.yaml'), 'utf8');
const { createCanvas } = await import('@napi-rs/canvas');
const picture = (n) => {
  const canvas = createCanvas(320, 120);
  const context = canvas.getContext('2d');
  context.fillStyle = `rgb(${(n * 37) % 255}, 90, 140)`;
  context.fillRect(0, 0, 320, 120);
  return canvas.toBuffer('image/png');
};

let brief = withImages;
const edit = (from, to) => ({ name: 'brief.yaml', content: () => (brief = withImages.replace(from, to)) });

/** The kinds of edit: each a file and its new content, whose number makes it another one every time. */
const KINDS = {
  word: (n) => edit('Bench claim zero', `Bench claim word${n}`),
  number: (n) => edit('value: 1000', `value: ${2000 + n}`),
  'item added': (n) =>
    edit(
      /^claims:$/m,
      `claims:\n  - { id: added-${n}, text: Bench added ${'x'.repeat((n % 9) + 1)}., status: confirmed, importance: 5, ${sources} }`,
    ),
  'item removed': () => edit(/^ {2}- \{ id: bench-two.*\n/m, ''),
  'item moved': () => {
    const [first, second] = [/^ {2}- \{ id: bench,.*\n/m, /^ {2}- \{ id: bench-two.*\n/m].map(
      (one) => one.exec(withImages)?.[0] ?? '',
    );
    return edit(first + second, second + first);
  },
  audience: (n) => ({
    name: 'templates/audiences/analyst.yaml',
    content: () => `${analyst.trimEnd()}\nreplace: { Bench: Bank${'abcdefghij'[n % 10]} }\n`,
  }),
  template: (n) => ({
    name: 'templates/slides/quote.md.hbs',
    content: () => `${quote}\n\nBench template ${n}.\n`,
  }),
  'theme CSS': (n) => ({
    name: 'templates/themes/situation.css',
    content: () => `${theme}\nsection h1 { letter-spacing: 0.0${(n % 9) + 1}px }\n`,
  }),
  CSV: (n) => ({ name: 'bench.csv', content: () => csv(50 + n) }),
  picture: (n) => ({ name: 'bench.png', content: () => picture(n) }),
};
const theme = await readFile(path.join(root, 'templates/themes/situation.css'), 'utf8');

await writeFile(file('brief.yaml'), withImages);
await writeFile(file('bench.csv'), csv(50));
await writeFile(file('bench.png'), picture(0));

const preview = await openPreview({
  target: folder,
  templates: file('templates'),
  audiences: ['analyst'],
  lengths: ['full'],
  onError: (error) => console.error(error),
});
const { executable } = await findBrowser();
const browser = await puppeteer.launch({
  executablePath: executable,
  headless: 'shell',
  args: ['--no-sandbox', '--no-zygote', '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(preview.url);
  await settled(page);
  const shown = [];
  const found = [];
  for (let n = 0; n < EDITS; n++) {
    const names = Object.keys(KINDS);
    const kind = names[n % names.length];
    if (n > 0) await restore(page);
    const { name, content } = KINDS[kind](n);
    const bytes = content();
    await watchPixels(page);
    const start = performance.now();
    await writeFile(file(name), bytes);
    await page.evaluate(() => globalThis.changed);
    shown.push(performance.now() - start);
    await settled(page);
    found.push(performance.now() - start);
    console.log(`${kind.padEnd(14)}${ms(shown.at(-1))} shown, ${ms(found.at(-1))} findings`);
  }
  console.log(`\nshown     median ${ms(quantile(shown, 0.5))}, 95th percentile ${ms(quantile(shown, 0.95))}`);
  console.log(`findings  median ${ms(quantile(found, 0.5))}, 95th percentile ${ms(quantile(found, 0.95))}`);
  console.log(`${cpus().length} processors, load ${loadavg()[0].toFixed(1)}`);
} finally {
  await browser.close();
  await preview.close();
  await rm(folder, { recursive: true, force: true });
}

/** Takes the edit before back, where it is of a brief, and waits until that is shown. */
async function restore(page) {
  if (brief === withImages) return;
  brief = withImages;
  await watchPixels(page);
  await writeFile(file('brief.yaml'), withImages);
  await page.evaluate(() => globalThis.changed);
  await settled(page);
}

/** Resolves in the page when a slide or a style of the deck has changed and was painted. */
function watchPixels(page) {
  return page.evaluate(() => {
    globalThis.changed = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(resolve));
      });
      const inner = document.querySelector('iframe').contentDocument;
      observer.observe(inner.querySelector('div.marpit'), { childList: true });
      observer.observe(inner.querySelector('#theme'), { childList: true });
    });
  });
}

async function settled(page) {
  await page.waitForFunction(() => document.body.dataset.state !== 'working', { timeout: 120_000 });
  const failure = await page.$eval('#failure', ({ hidden, textContent }) => (hidden ? '' : textContent));
  if (failure) throw new Error(failure);
}

function quantile(values, share) {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1];
}

function ms(value) {
  return `${Math.round(value)} ms`.padStart(8);
}
