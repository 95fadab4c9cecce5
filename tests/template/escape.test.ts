/** Data stays text (rule 7): what any string becomes in each place where a template may write it. */

import { Marp } from '@marp-team/marp-core';
import { decodeHTMLStrict } from 'entities';
import fc from 'fast-check';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRenderer } from '../../src/render/marp.js';
import { escapeNote, escapeText, escapeUrl, escapeYaml } from '../../src/template/escape.js';
import { fold, HOSTILE, hostile } from '../arbitrary.js';
import { sharedBrowser } from '../decks/browser.js';

const theme = { name: 'bare', css: '/* @theme bare */ section { color: black }', tokens: {}, fonts: [] };
const renderer = createRenderer(theme);
const pool = sharedBrowser();
let page: Page;

beforeAll(async () => {
  // Kept for the whole file: its tests run one after the other.
  page = await pool.use(async (open) => open);
});

const IMAGE = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';

/** Each place in which a template may write a value, and where it then stands in the page. */
const PLACES: Readonly<Record<string, { write(text: string): string; find: string; attribute?: string }>> = {
  paragraph: { write: (t) => t, find: 'section > p' },
  'after a word': { write: (t) => `<b>word</b>${t}`, find: 'section > p' },
  heading: { write: (t) => `# ${t}`, find: 'h1' },
  'list item': { write: (t) => `- ${t}`, find: 'section > ul > li' },
  'numbered item': { write: (t) => `1. ${t}`, find: 'section > ol > li' },
  quote: { write: (t) => `> ${t}`, find: 'section > blockquote' },
  'table cell': { write: (t) => `| a | b |\n| --- | --- |\n| ${t} | end |`, find: 'tbody td:first-child' },
  'table head': { write: (t) => `| ${t} | b |\n| --- | --- |\n| a | end |`, find: 'th:first-child' },
  attribute: { write: (t) => `<img alt="${t}" src="${IMAGE}">`, find: 'img', attribute: 'alt' },
  'HTML block': { write: (t) => `<p class="block">${t}</p>`, find: 'p.block' },
  'HTML in a line': { write: (t) => `- <span class="line">${t}</span>`, find: 'span.line' },
  'after ![': { write: (t) => `![${t} end`, find: 'section > p' },
  'before a link': { write: (t) => `${t}[1](https://port.example/)`, find: 'section > p' },
  'text of a link': { write: (t) => `<a href="https://port.example/">${t}</a>`, find: 'a' },
};

/** What stands around the text in its place, by the place's name. */
const AROUND: Readonly<Record<string, (text: string) => string>> = {
  'after a word': (t) => `word${t}`,
  'after ![': (t) => `![${t} end`,
  'before a link': (t) => `${t}1`,
};

interface Seen {
  slides: number;
  text: string | null | undefined;
  elements: string[];
}

/** A slide before, one with the text in its place, and one after, as a browser reads them. */
async function seen(place: keyof typeof PLACES, text: string, toHtml: (markdown: string) => string) {
  const { write, find, attribute } = PLACES[place] ?? { write: String, find: '' };
  const html = toHtml(`before\n\n---\n\n${write(text)}\n\n---\n\nafter\n`);
  return page.evaluate(
    (source, selector, name): Seen => {
      const parsed = new DOMParser().parseFromString(source, 'text/html');
      for (const emoji of parsed.querySelectorAll('img[data-marp-twemoji]'))
        emoji.replaceWith(emoji.getAttribute('alt') ?? '');
      const sections = parsed.querySelectorAll('div.marpit > svg > foreignObject > section');
      const found = sections[1]?.querySelectorAll(selector) ?? [];
      const one = found.length === 1 ? found[0] : undefined;
      return {
        slides: sections.length,
        text: name === undefined ? one?.textContent : one?.getAttribute(name),
        elements: [...(sections[1]?.querySelectorAll('*') ?? [])]
          .map(({ tagName, attributes }) => {
            const named = [...attributes].map((attribute) => attribute.name);
            return [tagName.toLowerCase(), ...named].join(' ');
          })
          .filter((element) => element !== 'span class' && element !== 'h1 id'),
      };
    },
    html,
    find,
    attribute,
  );
}

const ours = (markdown: string) =>
  `<div class="marpit">${renderer.render(markdown, new Map()).slides.join('')}</div>`;
/** As Marp for VS Code has it: links are found, emoji become pictures. */
class Plain extends Marp {
  html(markdown: string): string {
    return this.renderMarkdown(markdown, {});
  }
}
const asItComes = new Plain({ script: false });
const plain = (markdown: string) => asItComes.html(markdown);
/** Marp turns `:name:` into a picture wherever it finds it; there is no way to write it that it does not find. */
const hasShortcode = (text: string) => /:[\w+-]+:/.test(text);

async function staysText(place: string, text: string, toHtml: (markdown: string) => string): Promise<void> {
  const expected = (AROUND[place] ?? String)(fold(text));
  const [found, reference] = [
    await seen(place, escapeText(text), toHtml),
    await seen(place, 'reference', toHtml),
  ];
  expect({ ...found, text: fold(found.text ?? '') }).toEqual({ ...reference, text: fold(expected) });
}

describe.each(Object.keys(PLACES))('a text as %s', (place) => {
  it('stays the same text', async () => {
    for (const text of HOSTILE) await staysText(place, text, ours);
    await fc.assert(
      fc.asyncProperty(hostile, (text) => staysText(place, text, ours)),
      { numRuns: 60 },
    );
  });

  it('stays the same text in Marp as it comes', async () => {
    const texts = hostile.filter((text) => !hasShortcode(text));
    for (const text of HOSTILE) if (!hasShortcode(text)) await staysText(place, text, plain);
    await fc.assert(
      fc.asyncProperty(texts, (text) => staysText(place, text, plain)),
      { numRuns: 40 },
    );
  });
});

describe('two texts side by side', () => {
  it('stay the same text', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (one, other) => {
        const found = await seen('paragraph', `<b>${escapeText(one)}</b>${escapeText(other)}`, ours);
        expect(fold(found.text ?? '')).toBe(fold(`${fold(one)}${fold(other)}`));
        expect(found.elements).toEqual(['p', 'b']);
      }),
      { numRuns: 60 },
    );
  });
});

describe('escapeText', () => {
  it('leaves plain sentences as they are, so that the Markdown can be read', () => {
    for (const text of [
      'The bridge stays shut (since May).',
      'Über 4,700; 3.5 of 10 – "no"?'.replace(/"/g, '”'),
    ])
      expect(escapeText(text).replace(/&#46;/g, '.')).toBe(text);
  });
});

describe('escapeNote', () => {
  const WRITTEN: readonly ((note: string) => string)[] = [
    (note) => `<!-- ${note} -->`,
    (note) => `<!--\n${note}\n-->`,
    (note) => `text <!-- ${note} --> text`,
    (note) => `<!--\nOn this slide: pause\n\n${note}\n\n-->`,
  ];
  async function comesBack(note: string): Promise<void> {
    for (const [i, write] of WRITTEN.entries()) {
      const markdown = `# One\n\n${write(escapeNote(note))}\n`;
      const notes = renderer.notesIn(markdown);
      const expected = i === 3 ? `On this slide: pause\n\n${fold(note)}` : fold(note);
      expect(notes).toEqual([[expect.anything()]]);
      const given = decodeHTMLStrict(notes[0]?.[0] ?? '');
      expect(given.split('\n\n').map(fold).join('\n\n')).toBe(expected);
      const shown = ours(markdown).replace(/\s+/g, ' ');
      expect(shown).toBe(ours(i === 2 ? '# One\n\ntext  text\n' : '# One\n').replace(/\s+/g, ' '));
    }
  }

  it.each([
    'header: x',
    'header : x',
    '"header": x',
    "'class': lead",
    '{header: x}',
    '{header}',
    '{"header":x}',
    '? header',
    '! header: x',
    '!!str header: x',
    '& header: x',
    '&a header: x',
    '<b> header: x',
    '<b> {header}',
    '& ? header',
    '_class: lead',
    'theme: gaia',
    '- header: x',
    '[header: x]',
    'prettier-ignore',
    'lint disable the lamp',
    'markdownlint-disable',
    '-- dashes --',
    '-->',
    '--!>',
    '<!-- x -->',
    '&#99999999; &#45; &amp;',
    '%YAML 1.2',
    '# comment',
  ])('gives %j back', comesBack);

  it('gives every note back', async () => {
    await fc.assert(fc.asyncProperty(hostile, comesBack), { numRuns: 300 });
  });
});

describe('escapeYaml', () => {
  // `title` is no directive of Marp's core: its command line adds it, as here.
  let heard: unknown;
  const marp = new Plain({ script: false });
  marp.customDirectives.global.title = (value) => {
    heard = value;
    return {};
  };
  /** The title as Marp hears it from the front matter. */
  const given = (title: string) => {
    heard = undefined;
    const html = marp.html(`---\ntitle: ${escapeYaml(title)}\nlang: en\n---\n\n# One\n`);
    expect(html.match(/<section/g)).toHaveLength(1);
    expect(html).toContain('lang="en"');
    return String(heard);
  };

  it('gives every title back through the front matter', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        expect(fold(given(title))).toBe(fold(title));
      }),
      { numRuns: 100 },
    );
  });

  it('gives every header back through a directive', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const html = ours(`# One\n\n<!--\n_class: a\n_header: ${escapeYaml(escapeText(text))}\n-->\n`);
        const header = await page.evaluate(
          (source) => {
            const parsed = new DOMParser().parseFromString(source, 'text/html');
            const found = parsed.querySelectorAll('section.a > header');
            return found.length === 1 && found[0]?.children.length === 0 ? found[0]?.textContent : undefined;
          },
          html.replace(/<span class="whole">(.*?)<\/span>/g, '$1'),
        );
        expect(fold(header ?? '')).toBe(fold(text));
      }),
      { numRuns: 100 },
    );
  });
});

describe('escapeUrl', () => {
  const HREFS = [
    'https://port.example/notices/14?a=1&b=2#c',
    'http://port.example/a|b/(c)_[d]*e*`f`~g',
    'https://port.example/?q=1&copy;=2&amp;x=&#42;',
    `https://port.example/"onload='x'<b>`,
    'https://port.example/안녕?ü=é',
  ];

  it('keeps addresses that are opened by a browser or written to', async () => {
    for (const href of HREFS) {
      for (const write of [
        (url: string) => `<a href="${url}">x</a>`,
        (url: string) => `<p><a href="${url}">x</a></p>`,
        (url: string) => `| a |\n| --- |\n| <a href="${url}">x</a> |`,
      ]) {
        const found = await page.evaluate(
          (html) => {
            const parsed = new DOMParser().parseFromString(html, 'text/html');
            return [...parsed.querySelectorAll('section *')].flatMap((element) =>
              [...element.attributes].map(({ name, value }) => `${name}=${value}`),
            );
          },
          ours(write(escapeUrl(href))),
        );
        expect(found).toEqual([`href=${new URL(href).href}`]);
      }
    }
  });

  it('keeps an address to write to', () =>
    expect(escapeUrl('mailto:desk@port.example')).toBe('mailto:desk@port.example'));

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'vbscript:x',
    'ftp://x.example',
    'blob:https://x.example/1',
    '//x.example',
    '/a',
    'x',
    '',
  ])('writes nothing for %j', (url) => expect(escapeUrl(url)).toBe(''));

  it('writes nothing for what is not one of three schemes', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.webUrl()), (text) => {
        const written = escapeUrl(text);
        expect(written === '' || /^(https?|mailto)&#58;|^(https?|mailto):/.test(written)).toBe(true);
        expect(written).not.toMatch(/["'<>\s`|]/);
      }),
    );
  });
});
