/** For any paragraphs, in Markdown or in HTML: their words are in the text, all and in their order. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { html } from '../../../src/draft/read/html.js';
import type { SourceKind } from '../../../src/draft/read/kind.js';
import { markdown } from '../../../src/draft/read/markdown.js';
import { plain } from '../../../src/draft/read/plain.js';

const word = fc.constantFrom(
  ...'bridge closed port 1.2 15,000 café Brücke міст 다리 جسر 桥 “shut” U.S. it’s %'.split(' '),
);
const sentence = fc
  .array(word, { minLength: 8, maxLength: 40 })
  .map((words) => `The ${words.join(' ')} end.`);
const paragraphs = fc.array(sentence, { minLength: 3, maxLength: 12 });

const wrappers: readonly ((text: string) => string)[] = [
  (text) => `<p>${text}</p>`,
  (text) => `<p class="lead"><span>${text.slice(0, 3)}</span>${text.slice(3)}</p>\n`,
  (text) => `<div>${text}</div>`,
  (text) => `<p><em>${text}</em></p><figure><figcaption>Left out.</figcaption></figure>`,
  (text) => `<p>${text.replace(/ (?=\S+$)/, ' <a href="/x">')}</a></p>`,
];
const marks: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `- ${text}`,
  (text) => `> ${text}`,
  (text) => `**${text}**`,
  (text) => text.replaceAll(' ', '\n'),
  (text) => `## ${text}`,
];

async function textFrom(kind: SourceKind, text: string): Promise<string> {
  const content = { file: 'a', extension: '', bytes: Buffer.from(text), text, data: undefined };
  return (await kind.read(content)).text;
}

const wordsOf = (text: string) => text.split(/\s+/).filter((part) => part !== '');

const written = (of: readonly ((text: string) => string)[]) =>
  paragraphs.chain((texts) =>
    fc
      .array(fc.constantFrom(...of), { minLength: texts.length, maxLength: texts.length })
      .map((ways) => ({ texts, parts: texts.map((text, i) => ways[i]?.(text) ?? text) })),
  );

it('HTML', async () => {
  await fc.assert(
    fc.asyncProperty(written(wrappers), async ({ texts, parts }) => {
      const page = `<html><body><nav><a href="/">Home</a></nav><article>${parts.join('')}</article></body></html>`;
      expect(wordsOf(await textFrom(html, page))).toEqual(wordsOf(texts.join(' ')));
    }),
    { numRuns: 60 },
  );
});

it('Markdown', async () => {
  await fc.assert(
    fc.asyncProperty(written(marks), async ({ texts, parts }) => {
      expect(wordsOf(await textFrom(markdown, parts.join('\n\n')))).toEqual(wordsOf(texts.join(' ')));
    }),
    { numRuns: 60 },
  );
});

it('plain text, in which headings are where they are said to be', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), paragraphs, async (any, texts) => {
      const content = [any, ...texts].join('\n\n');
      const { text, headings } = await plain.read({
        file: 'a',
        extension: '',
        bytes: Buffer.from(content),
        text: content,
        data: undefined,
      });
      expect(text).toBe(text.normalize('NFC'));
      expect(wordsOf(text).join(' ')).toContain(wordsOf(texts.join(' ')).join(' '));
      for (const { start, end } of headings) {
        expect(text.slice(0, start)).toMatch(/(?:^|\n\n)$/);
        expect(text.slice(end)).toMatch(/^(?:\n\n|$)/);
      }
    }),
  );
});
