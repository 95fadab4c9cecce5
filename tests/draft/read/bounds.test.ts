/** What is no article, and what would hold the process: refused with a reason and a remedy, or read; never endless. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BriefError, UsageError } from '../../../src/core/problem.js';
import { readPdf } from '../../../src/draft/read/pdf.js';
import type { Bounds } from '../../../src/draft/read/pdf-bounds.js';
import { readSources } from '../../../src/draft/read/read.js';
import { docx, folderWith, paragraph, pdf, read, refusal, zip } from './files.js';

/** The same bytes at every run, without an order that anything could read. */
function noise(length: number): Buffer {
  let state = 12345;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state >> 16;
    }),
  );
}

const nested = (tag: string, count: number, end = `</${tag}>`) =>
  `<html><body>${`<${tag}>`.repeat(count)}<p>The bridge stays shut until April.</p>${end.repeat(count)}</body></html>`;

describe('a file is refused with a reason and a remedy', () => {
  it.each<[string, string, string | Uint8Array, string]>([
    ['an empty one', 'a.txt', '', 'empty'],
    ['one of white space', 'a.txt', ' \n\n ', 'no-text'],
    ['random bytes', 'a.txt', noise(5000), 'unreadable'],
    ['random bytes called a page', 'a.html', noise(5000), 'unreadable'],
    ['a picture', 'a.txt', Buffer.from('\x89PNG\r\n\x1a\n....', 'latin1'), 'unreadable'],
    ['Latin 1 that does not say so', 'a.txt', Buffer.from('The caf\xE9 is shut', 'latin1'), 'encoding'],
    ['text of more than an archive has', 'a.txt', 'The bridge is shut. '.repeat(500_000), 'too-large'],
    ['more bytes than are read', 'a.txt', Buffer.alloc(31 * 1024 * 1024, 'a '), 'too-large'],
    ['a PDF of garbage', 'a.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(50_000)]), 'damaged'],
    ['a PDF cut off', 'a.pdf', pdf([[['Shut', 72, 700, 11]]]).subarray(0, 200), 'damaged'],
    ['a PDF without text', 'a.pdf', pdf([[]]), 'no-text'],
    ['a Word document of garbage', 'a.docx', Buffer.concat([Buffer.from('PK\x03\x04'), noise(5000)]), 'unreadable'],
    ['a Word document cut off', 'a.docx', docx(paragraph('Shut')).subarray(0, 600), 'damaged'],
    ['a Word document without a document', 'a.docx', zip({ 'a.txt': 'word/document.xml' }), 'unreadable'],
    ['elements nested 50,000 deep', 'a.html', nested('div', 50_000), 'too-deep'],
    ['elements that never end', 'a.html', nested('b', 50_000, '</i>'), 'too-deep'],
    ['Markdown with elements nested deep', 'a.md', nested('span', 50_000), 'too-deep'],
    ['elements side by side without end', 'a.html', `<html><body>${'<b>a</b>'.repeat(100_000)}</body></html>`, 'too-large'],
    ['front matter that is no YAML', 'a.md', '---\ntitle: [a\n---\nText.', 'front-matter'],
    ['JSON that is damaged', 'a.json', '{"standard": {"name": "ninjs"', 'damaged'],
    ['JSON of another kind', 'a.json', '{"a": 1}', 'unreadable'],
    ['JSON of ninjs without a body', 'a.json', '{"standard": {"name": "ninjs"}}', 'no-text'],
    ['a table with rows of unequal length', 'a.csv', 'a,b\n1,2,3\n', 'bad-csv'],
  ])('%s', async (_, name, content, code) => {
    expect(await refusal(name, content)).toBe(code);
  }); // biome-ignore format: a table

  it('a Word document that unpacks to more than is read, whatever it says of itself', async () => {
    const bomb = Buffer.alloc(60 * 1024 * 1024, '<w:p/>');
    const files = { 'word/document.xml': bomb, 'word/more.xml': bomb };
    expect(await refusal('a.docx', zip(files))).toBe('too-large');
    expect(await refusal('a.docx', zip(files, 1000))).toBe('too-large');
  });

  it('a PDF that unpacks to a page of any size, once it takes too much memory or time', async () => {
    const bytes = pdf([Array.from({ length: 60_000 }, () => ['a', 72, 700, 11] as const)]);
    const content = { file: 'a.pdf', extension: 'pdf', bytes, text: undefined, data: undefined };
    const codeWithin = (bounds: Bounds) =>
      readPdf(content, bounds).then(
        ({ text }) => text.slice(0, 1),
        (error: unknown) => error instanceof BriefError && error.problems[0]?.code,
      );
    expect(await codeWithin({ milliseconds: 60_000, memory: 2 ** 24 })).toBe('too-large');
    expect(await codeWithin({ milliseconds: 1, memory: 2 ** 30 })).toBe('too-large');
    expect(await codeWithin({ milliseconds: 60_000, memory: 2 ** 30 })).toBe('a');
  });

  it('and all that are refused are told of at once', async () => {
    const folder = await folderWith({ 'a.txt': '', 'b.txt': 'The bridge is shut.', 'c.txt': 'Caf\0\0\0' });
    const paths = ['a.txt', 'b.txt', 'c.txt'].map((name) => path.join(folder, name));
    const error = await readSources(paths).catch((reason: unknown) => reason);
    expect(error instanceof BriefError && error.problems.map(({ code }) => code)).toEqual([
      'empty',
      'unreadable',
    ]);
  });

  it('a damaged article of a folder is told of, and data beside it is passed over', async () => {
    const folder = await folderWith({
      'a.txt': 'The bridge is shut.',
      'b.json': '{"a": 1}',
      'c.json': '[1]',
    });
    expect((await readSources([folder])).map(({ text }) => text)).toEqual(['The bridge is shut.']);
    const damaged = await folderWith({ 'a.txt': 'The bridge is shut.', 'b.json': '{"bodies": [' });
    await expect(readSources([damaged])).rejects.toThrow(/b\.json.*no valid JSON/s);
  });

  it('a file that is not there, and an address', async () => {
    await expect(readSources(['no-such-file.txt'])).rejects.toThrow(UsageError);
    const address = readSources(['https://port.example/notices/14']);
    await expect(address).rejects.toThrow(/nothing is fetched.*Save the page from a browser/s);
  });
});

describe('a file that is unusual is read', () => {
  const text = 'The bridge stays shut until April.';
  it.each<[string, string, string | Uint8Array]>([
    ['elements nested 200 deep', 'a.html', nested('div', 200)],
    ['paragraphs that never end', 'a.html', `<html><body>${'<p>'.repeat(5000)}${text}</body></html>`],
    ['brackets that never end', 'a.md', `${text}\n\n${'['.repeat(20_000)}`],
    ['components that never end', 'a.mdx', `${text}\n\n${'<A b="'.repeat(20_000)}`],
    ['comments that never end', 'a.html', `<html><body><p>${text}</p>${'<!--'.repeat(20_000)}</body></html>`],
    ['elements side by side', 'a.html', `<html><body><p>${text}</p>${'<b>a</b>'.repeat(70_000)}</body></html>`],
    ['a table of many cells', 'a.html', `<html><body><p>${text}</p><table>${'<tr>'.repeat(2000)}</table></body></html>`],
    ['cells that cover many', 'a.html', `<html><body><p>${text}</p><table>${'<tr><td colspan=9999 rowspan=9999>a<td>b'.repeat(200)}</table></body></html>`],
  ])('%s', async (_, name, content) => {
    expect((await read(name, content)).text).toContain(text);
  }); // biome-ignore format: a table
});
