/** A finished HTML file opened in a browser, to see whether it asks for anything. */
import { decodeHTMLStrict } from 'entities';
import type { ConsoleMessage, HTTPRequest, Page } from 'puppeteer-core';
import { EDITIONS } from '../../formats/edition.js';
import { withoutCode } from '../../unpack/blocks.js';
import type { Log, Rule } from '../rule.js';
import type { FileCheck } from './file-check.js';

export const offline = {
  id: 'offline',
  severity: 'error',
  asks: 'A deck loads nothing and breaks no rule of its own Content-Security-Policy.',
  stopsDrafts: true,
} as const satisfies Rule;

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

/** A start tag, with whatever its attributes hold. */
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** Attributes that have a browser load, send or run something; a link of an `<a>` waits for a click. */
const ACTIVE =
  /\s(src|srcset|srcdoc|poster|data|background|ping|action|formaction|(?:xlink:)?href|on[a-z]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi;

/** Elements for which there is no place in a deck, whatever they hold. */
const FORBIDDEN = /^<(?:base|link|iframe|frame|object|embed|form|meta(?=\s[^>]*http-equiv="?refresh))\b/i;

/** What a document would load, send or run where its policy did not forbid it. */
function loadsIn(html: string): string[] {
  const styles = [...html.matchAll(/<style\b[^>]*>(.*?)<\/style>/gs)].map(([, css]) => css ?? '').join('\n');
  const tags = withoutCode(html).match(TAG) ?? [];
  return [...addressesIn(styles), ...tags.flatMap(loadsOf)].map((found) => found.slice(0, 120));
}

function loadsOf(tag: string): string[] {
  const element = FORBIDDEN.exec(tag)?.[0];
  const isLink = /^<a\s/i.test(tag);
  const attributes = [...tag.matchAll(ACTIVE)].flatMap(([, name = '', quoted = '']) => {
    const value = quoted.replace(/^["']|["']$/g, '');
    const isOwn = value === '' || value.startsWith('#') || (value.startsWith('data:') && !/^on/i.test(name));
    return isOwn || (isLink && /^href$/i.test(name)) ? [] : [value];
  });
  return [
    ...(element === undefined ? [] : [`${element}>`]),
    ...attributes,
    ...addressesIn(decodeHTMLStrict(tag)),
  ];
}

/** Addresses that CSS would have loaded. An escape is read as the character that it stands for. */
function addressesIn(css: string): string[] {
  const plain = css.replace(/\\([\da-f]{1,6})\s?/gi, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  const own = '(?!data:|#)';
  const found = [
    ...plain.matchAll(new RegExp(`\\b(?:url|src)\\(\\s*["']?\\s*${own}([^"')\\s][^"')]*)`, 'gi')),
    ...plain.matchAll(/@import\s*["']([^"']+)/gi),
    // Of an image-set the addresses may stand in quotes alone; the names of types do too.
    ...[...plain.matchAll(/\bimage-set\(([^;{}]*)/gi)].flatMap(([, set = '']) => [
      ...set.replace(/\b(?:url|src|type)\([^)]*\)/gi, '').matchAll(new RegExp(`["']${own}([^"']+)["']`, 'g')),
    ]),
  ];
  return found.map(([, address = '']) => address);
}

/** Holds an HTML file to the promise that it needs no network. `violations` are those of {@link violationsOf}. */
export function checkOffline(
  deck: string,
  file: string,
  html: string,
  violations: readonly string[],
  log: Log<'offline'>,
): void {
  log.count('offline');
  const wanted = loadsIn(html).map((found) => `it names ${found} to be loaded`);
  for (const message of [...wanted, ...violations]) {
    log.find({
      rule: 'offline',
      deck,
      element: file,
      message,
      hint: 'Take it out of the theme or template; fonts and pictures go into the file itself.',
    });
  }
}

/** Opens an HTML file and reads it. */
export const loadsNothing: FileCheck<string, 'offline'> = {
  rules: ['offline'],
  editions: EDITIONS,
  async run(html, { name, file, pool }, log) {
    checkOffline(name, file, html, await pool.use((page) => violationsOf(page, html)), log);
  },
};
