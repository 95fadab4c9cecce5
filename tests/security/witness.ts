/** A server that counts who asks, and a browser with nothing but a deck's own policy to hold it back. */
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { findBrowser } from '../../src/browser/find.js';
import { folderOf } from '../load/folder-of.js';

/** What became of a document that was opened. */
export interface Opened {
  /** Paths that the server was asked for. */
  asked: string[];
  /** Whether code of the attacker ran: it sets `window.ran`. */
  ran: boolean;
  /** Where the page ended up, without the folder. */
  ended: string;
}

export interface Witness {
  /** Where attacks point to: `http://127.0.0.1:1234/`. */
  address(): string;
  /** Opens a document from a file, as a reader does. */
  open(html: string): Promise<Opened>;
}

export function witness(): Witness {
  const asked: string[] = [];
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      response.setHeader('access-control-allow-origin', '*').end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { executable, origin } = await findBrowser();
    const isRoot = process.getuid?.() === 0;
    browser = await puppeteer.launch({
      executablePath: executable,
      headless: origin === 'embedded' ? 'shell' : true,
      args: origin === 'embedded' || isRoot ? ['--no-sandbox', '--no-zygote', '--disable-gpu'] : [],
    });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });
  return {
    address: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async open(html) {
      const file = path.join(await folderOf(), 'deck.html');
      await writeFile(file, html);
      asked.length = 0;
      const page = await browser.newPage();
      try {
        await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
        // What is loaded, sent or run a moment later has had the time to.
        await new Promise((resolve) => setTimeout(resolve, 150));
        const ran = await page.evaluate(() => 'ran' in window);
        return { asked: [...asked], ran, ended: path.basename(page.url().replace(/#.*/, '')) };
      } finally {
        await page.close();
      }
    },
  };
}
