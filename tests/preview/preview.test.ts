/** The preview as its reader sees it: in a browser, while the files of the brief change. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { BRIEF, opened, pageOf, previewOf, untilShown, withBrowser } from './browser.js';

withBrowser();

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** Marks the slides that are shown, to know them again. */
function mark(page: Page): Promise<number> {
  return page.evaluate(() => {
    const slides = [
      ...(document.querySelector('iframe')?.contentDocument?.querySelectorAll('.marpit > svg') ?? []),
    ];
    for (const slide of slides) slide.setAttribute('data-marked', '');
    return slides.length;
  });
}

/** Which of the slides were there when they were marked. */
function marked(page: Page): Promise<boolean[]> {
  return page.evaluate(() => {
    const slides = [
      ...(document.querySelector('iframe')?.contentDocument?.querySelectorAll('.marpit > svg') ?? []),
    ];
    return slides.map((slide) => slide.hasAttribute('data-marked'));
  });
}

/** What each slide says. */
function texts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slides = document.querySelector('iframe')?.contentDocument?.querySelectorAll('.marpit > svg');
    return [...(slides ?? [])].map((slide) => slide.textContent ?? '');
  });
}

const save = (folder: string, text: string) => writeFile(path.join(folder, 'brief.yaml'), text);

/** What is wrong with the page for those who do not see it, or see it with difficulty. */
async function faultsIn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(context: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ exclude: [['iframe']] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
  });
}

describe('an edit', () => {
  it('is shown, and only the slides that it changes are made anew', async () => {
    const { folder, page, complaints } = await opened();
    const all = await mark(page);
    await save(folder, BRIEF.replace('We were told', 'We were not told'));
    await untilShown(page, 'We were not told');
    const kept = await marked(page);
    expect(kept).toHaveLength(all);
    expect(kept.filter((one) => !one)).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  it('leaves the reader at the slide he was at, though one is added before it', async () => {
    const { folder, page } = await opened();
    const number = () => page.$eval('[aria-current] .number', (entry) => Number(entry.textContent));
    const text = async () => (await texts(page))[(await number()) - 1];
    await page.keyboard.press('End');
    await page.waitForFunction(() => !document.querySelector('li:first-child [aria-current]'));
    await page.keyboard.press('ArrowUp');
    await page.waitForFunction(() => !document.querySelector('li:last-child [aria-current]'));
    const [at, said] = [await number(), await text()];
    const more = '  - { id: pilot, text: Keep off., speaker: Al Poe, date: 2026-02-27, sources: [notice] }\n';
    await save(folder, BRIEF.replace('quotes:\n', `quotes:\n${more}`));
    await untilShown(page, 'Keep off');
    await page.waitForFunction(() => document.body.dataset.state === 'fresh');
    expect(await text()).toBe(said);
    expect(await number()).toBe(at + 1);
  });

  it('is seen when it is saved by renaming, twice', async () => {
    const { folder, page } = await opened();
    for (const word of ['half', 'quarter']) {
      await writeFile(path.join(folder, 'brief.yaml.tmp'), BRIEF.replace('a third', `a ${word}`));
      await rename(path.join(folder, 'brief.yaml.tmp'), path.join(folder, 'brief.yaml'));
      await untilShown(page, `a ${word}`);
    }
  });

  it('is shown by every preview of the brief', async () => {
    const { folder, page } = await opened();
    const other = await pageOf(await previewOf(folder));
    await save(folder, BRIEF.replace('The bridge', 'The old bridge'));
    await untilShown(page, 'The old bridge');
    await untilShown(other.page, 'The old bridge');
  });
});

describe('an error', () => {
  it('stands over the last good deck with its line, and goes with its cause', async () => {
    const { folder, page } = await opened();
    const all = await mark(page);
    await save(folder, BRIEF.replace('asOf: 2026-03-02', 'asof: 2026-03-02'));
    await page.waitForSelector('#failure:not([hidden])');
    const links = await page.$$eval('#failures a', (found) => found.map(({ href }) => href));
    expect(links).toContain(`vscode://file${folder}/brief.yaml:3:1`);
    expect(await marked(page)).toEqual(Array.from({ length: all }, () => true));
    expect(await faultsIn(page)).toEqual([]);
    await save(folder, BRIEF.replace('a third', 'half'));
    await page.waitForSelector('#failure', { hidden: true });
    await untilShown(page, 'The ferry takes half');
  });

  it('is the folder that is gone, until it is back', async () => {
    const { folder, page } = await opened();
    await rename(folder, `${folder}-away`);
    try {
      await page.waitForSelector('#failure:not([hidden])');
      await writeFile(path.join(`${folder}-away`, 'brief.yaml'), BRIEF.replace('a third', 'half'));
    } finally {
      await rename(`${folder}-away`, folder);
    }
    await page.waitForSelector('#failure', { hidden: true });
    await untilShown(page, 'The ferry takes half');
    await save(folder, BRIEF.replace('a third', 'a tenth'));
    await untilShown(page, 'a tenth');
    await rm(path.join(folder, 'brief.yaml'));
    await page.waitForSelector('#failure:not([hidden])');
  });
});

describe('findings', () => {
  it('stand beside the slides with file and line, and go when they are met', async () => {
    const { folder, page } = await opened(undefined, { editor: 'idea://open?file=/{file}&line={line}' });
    await save(folder, BRIEF.replace('a third', '7 lorries'));
    await page.waitForFunction(() =>
      document.querySelector('#finding-list')?.textContent?.includes('claims[1]'),
    );
    const links = await page.$$eval('#finding-list a', (found) => found.map(({ href }) => href));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/^idea:\/\/open\?file=\/.*brief\.yaml&line=\d+$/);
    expect(await faultsIn(page)).toEqual([]);
  });
});

describe('the page', () => {
  it('shows another audience, length, language and theme, and keeps them', async () => {
    const { page } = await opened();
    const facts = () => page.$eval('#facts', (element) => element.textContent);
    const full = await facts();
    await page.select('select[name=length]', 'flash');
    await page.waitForFunction(
      (before) => document.querySelector('#facts')?.textContent !== before,
      {},
      full,
    );
    expect(await facts()).toMatch(/^1 slide/);
    const theme = () =>
      document.querySelector('iframe')?.contentDocument?.querySelector('#theme')?.textContent;
    const plain = await page.evaluate(theme);
    await page.select('select[name=theme]', 'newsroom');
    await page.waitForFunction(
      (before) =>
        document.querySelector('iframe')?.contentDocument?.querySelector('#theme')?.textContent !== before,
      {},
      plain,
    );
    await page.reload();
    await page.waitForFunction(() => document.body.dataset.state === 'fresh');
    expect(await page.$eval('select[name=length]', ({ value }) => value)).toBe('flash');
    expect(await page.$eval('select[name=theme]', ({ value }) => value)).toBe('newsroom');
  });

  it('is led by keys, and says which there are', async () => {
    const { page } = await opened();
    const current = () => page.$eval('[aria-current] .number', (entry) => entry.textContent);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('[aria-current] .number')?.textContent === '2');
    await page.keyboard.press('Home');
    await page.waitForFunction(() => document.querySelector('[aria-current] .number')?.textContent === '1');
    await page.keyboard.press('?');
    expect(await page.$eval('dialog', ({ open }) => open)).toBe(true);
    await page.keyboard.press('ArrowRight');
    expect(await current()).toBe('1');
    expect(await faultsIn(page)).toEqual([]);
  });

  it.each(['light', 'dark'])('has no fault that axe finds, %s', async (scheme) => {
    const { page } = await opened();
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    expect(await faultsIn(page)).toEqual([]);
  });

  it('shows what stands in a brief as text', async () => {
    const hostile = '<img src=x onerror=parent.document.title=1><script>parent.document.title=2</script>';
    const { page, complaints } = await opened({
      'brief.yaml': BRIEF.replace('We were told.', `'${hostile}'`).replace('The bridge\n', `'${hostile}'\n`),
    });
    await untilShown(page, hostile);
    expect(await page.title()).toContain(hostile);
    const run = await page.evaluate(() => {
      const inner = document.querySelector('iframe')?.contentDocument;
      return inner?.querySelectorAll('script, img[onerror]').length;
    });
    expect(run).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('runs no script that gets into a slide all the same', async () => {
    const { page } = await opened();
    const ran = await page.evaluate(async () => {
      const inner = document.querySelector('iframe')?.contentDocument;
      if (!inner) return 'no frame';
      const script = inner.createElement('script');
      script.textContent = 'document.documentElement.className = "ran"';
      inner.body.append(script);
      inner.body.insertAdjacentHTML('beforeend', '<svg onload="document.documentElement.className = 1">');
      await new Promise((resolve) => setTimeout(resolve, 200));
      return inner.documentElement.className;
    });
    expect(ran).toBe('');
  });
});
