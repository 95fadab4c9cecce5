/** A finished HTML file opened in a browser, to see whether it asks for anything. */
import type { ConsoleMessage, HTTPRequest, Page } from 'puppeteer-core';
import type { Ledger } from '../check/ledger.js';
import { checkComments } from './notes.js';

/** Opens a document; what it tried to load or run against its own policy. */
export async function violationsOf(page: Page, html: string): Promise<string[]> {
  const found: string[] = [];
  const onRequest = (request: HTTPRequest) => {
    if (!/^(?:data|about|blob):/.test(request.url())) found.push(`it asks for ${request.url()}`);
  };
  const onConsole = (message: ConsoleMessage) => {
    if (/Content Security Policy/i.test(message.text())) found.push(message.text());
  };
  // A document that is written over another keeps its policy.
  await page.goto('about:blank');
  page.on('request', onRequest).on('console', onConsole);
  try {
    await page.setContent(html, { waitUntil: 'load' });
    return [...new Set(found)];
  } finally {
    page.off('request', onRequest).off('console', onConsole);
  }
}

/** Addresses that a document would load where its policy did not forbid it. */
function addressesIn(html: string): string[] {
  const styles = [...html.matchAll(/<style\b[^>]*>(.*?)<\/style>/gs)].map(([, css]) => css ?? '').join('\n');
  const inStyles = [...styles.matchAll(/url\(\s*["']?(?!data:|#)([^"')]+)|@import\s+["']([^"']+)/g)];
  const tags = html.replace(/<(script|style)\b[^>]*>.*?<\/\1>/gs, '').match(/<[a-z][^>]*>/gi) ?? [];
  const inTags = tags.flatMap((tag) => [
    ...(/^<a\s/i.test(tag)
      ? []
      : tag.matchAll(/\s(?:src|srcset|poster|data|href|background)="(?!data:|#|")([^"]+)/gi)),
    ...tag.matchAll(/style="[^"]*url\((?!&#\d+;data:|["']?data:|#)([^)]+)/gi),
  ]);
  return [...inStyles, ...inTags].map(([, one, other]) => (one ?? other ?? '').slice(0, 120));
}

/** Holds an HTML file to the promise that it needs no network. `violations` are those of {@link violationsOf}. */
export function checkOffline(
  deck: string,
  file: string,
  html: string,
  violations: readonly string[],
  ledger: Ledger,
): void {
  // The markup as it stands in the file is at hand only here.
  if (!file.endsWith('.speaker.html')) checkComments(deck, file, html, ledger);
  ledger.look('offline');
  const wanted = addressesIn(html).map((address) => `it names ${address} to be loaded`);
  for (const message of [...wanted, ...violations]) {
    ledger.find({
      rule: 'offline',
      deck,
      element: file,
      message,
      hint: 'Take it out of the theme or template; fonts and pictures go into the file itself.',
    });
  }
}
