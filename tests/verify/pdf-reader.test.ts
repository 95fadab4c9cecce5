/** The reader of PDFs: nothing waits for a thread that is gone, and the next PDF is read in a new one. */
import { expect, it, onTestFinished } from 'vitest';
import { PdfReader } from '../../src/unpack/pdf-reader.js';
import { readPdf } from '../../src/unpack/read-pdf.js';

/** One page, no text. */
const PDF = new TextEncoder().encode(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj
trailer<</Root 1 0 R>>
`);

/** A thread that ends without a word at `die`, throws at `throw`, does not answer `wait`, and finds one page in all else. */
const FRAGILE = new URL('./fragile-pdf-thread.mjs', import.meta.url);

function newReader(thread?: URL): PdfReader {
  const reader = new PdfReader(thread);
  onTestFinished(() => reader.close());
  return reader;
}

const bytes = (text: string) => new TextEncoder().encode(text);

it('reads as in this thread', async () => {
  expect(await newReader().read(PDF)).toEqual(await readPdf(PDF));
});

it('rejects what is no PDF, and reads the next one', async () => {
  const reader = newReader();
  await expect(reader.read(bytes('none'))).rejects.toThrow(/PDF/);
  expect((await reader.read(PDF)).pages).toHaveLength(1);
});

it.each([
  ['die', 'The thread that reads PDFs ended.'],
  ['throw', 'out of order'],
])(
  'rejects all that waits when the thread dies (%s), and reads later ones in a new thread',
  async (how, message) => {
    const reader = newReader(FRAGILE);
    const lost = [reader.read(bytes(how)), reader.read(PDF)].map((read) =>
      expect(read).rejects.toThrow(message),
    );
    await Promise.all(lost);
    const later = await Promise.all([reader.read(PDF), reader.read(PDF)]);
    expect(later.map(({ pages }) => pages.length)).toEqual([1, 1]);
  },
);

it('rejects what is under way when it is closed, and later reads', async () => {
  const reader = newReader(FRAGILE);
  const lost = expect(reader.read(bytes('wait'))).rejects.toThrow('The thread that reads PDFs ended.');
  await reader.close();
  await lost;
  await expect(reader.read(PDF)).rejects.toThrow('closed');
});
