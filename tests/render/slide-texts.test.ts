/** A slide that is rendered by itself is the one that it is among all of its deck. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../../src/load/templates.js';
import { createRenderer } from '../../src/render/marp.js';
import { slideTexts } from '../../src/render/slide-texts.js';
import { readTheme } from '../../src/render/theme.js';

const HEAD = '---\nmarp: true\ntheme: "plain"\nlang: "en"\ntitle: "Deck"\npaginate: true\n---\n\n';
/** Marp has this size where nothing is said, and saying it keeps a deck from being taken apart. */
const WHOLE = HEAD.replace('marp: true', 'marp: true\nsize: 16:9');

const renderer = createRenderer(readTheme(await loadTemplates(), 'plain'));

function slidesOf(markdown: string): string[] {
  const { slides } = renderer.render(markdown, new Map());
  return slides.map((slide) => slide.replaceAll('data-size="16:9" ', '').replaceAll('--size:16:9;', ''));
}

const deck = (head: string, slides: readonly string[]) => head + slides.join('\n\n---\n\n');

/** What layouts write, harmless and not. */
const part = fc.constantFrom(
  '<!--\n_class: claims dense\n_header: "TLP:CLEAR"\n-->',
  '# Head–line <sup>1</sup>',
  'A text of North-east and 12 % more.',
  '<div class="rows">\n\n- one\n- two\n\n</div>',
  '<p class="foot"><span class="source"><b>1</b> <a href="https://x.example">x</a></span> </p>',
  '> quoted\nand on',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '![bg](data:image/png;base64,iVBORw0KGgo=)',
  // From here on, what reaches further than its slide.
  '<!-- class: later -->',
  '<!--\n_paginate: skip\n-->',
  '<!-- a note -->',
  '```\ncode',
  '[ref]: https://x.example',
  'See [ref].',
  '***',
  'Title\n---',
  '<style>h1 { color: red }</style>',
  '<!--\n\n---\n\n-->',
);

describe('slideTexts', () => {
  it('leaves every slide as it is in its deck', () => {
    const slides = fc.array(
      fc.array(part, { maxLength: 4 }).map((parts) => parts.join('\n\n')),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(slides, (texts) => {
        expect(slidesOf(deck(HEAD, texts))).toEqual(slidesOf(deck(WHOLE, texts)));
      }),
    );
  });

  it('takes apart what the built-in layouts write, and nothing that reaches further', () => {
    expect(slideTexts(deck(HEAD, ['# One', '# Two']))?.slides).toHaveLength(2);
    expect(slideTexts(deck(WHOLE, ['# One', '# Two']))).toBeUndefined();
    for (const reaching of ['<!-- class: later -->', '~~~\ncode', '[ref]: https://x.example', '***', '<pre>'])
      expect(slideTexts(deck(HEAD, ['# One', reaching])), reaching).toBeUndefined();
  });
});
