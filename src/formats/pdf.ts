/** PDF: the slides, a page each; as a handout, on paper with what is said to each. */
import type { Deck } from '../compose/slide.js';
import { parseDate, spanOf } from '../load/dates.js';
import { printable } from '../render/document.js';
import { describePdf, printPdf } from '../render/pdf.js';
import { handoutPages, slidePages } from '../rules/deck/pdf.js';
import type { ReadPdf } from '../unpack/tags.js';
import { unpackPdf } from '../unpack/unpack-pdf.js';
import type { DeckToMake, Format, MakeTools } from './format.js';

/** The bytes of a PDF, and what a reader has of it. */
export interface PdfContent {
  bytes: Buffer;
  pdf: ReadPdf;
}

export const pdf: Format<PdfContent> = {
  id: 'pdf',
  extension: 'pdf',
  editions: ['audience', 'handout'],
  isDefault: true,
  isChecked: true,
  async make(deck, edition, tools) {
    const document =
      edition === 'handout'
        ? await tools.renderer.handout(deck.deck, deck.locale, deck.rendered, tools.paper)
        : printable(deck.rendered);
    return [{ bytes: await print(document, deck, tools) }];
  },
  async read(bytes, { pdfs }) {
    const buffer = Buffer.from(bytes);
    return { bytes: buffer, pdf: await pdfs.read(buffer) };
  },
  unpack: (name, { bytes, pdf }) => unpackPdf(name, bytes, pdf),
  checks: [slidePages, handoutPages],
};

async function print(
  document: string,
  { deck, rendered, audienceName }: DeckToMake,
  { pool }: MakeTools,
): Promise<Uint8Array> {
  const printed = await pool.use((page) => printPdf(page, document));
  const subject = `${deck.marking}, ${audienceName}, ${deck.length}`;
  return describePdf(printed, rendered.head, subject, dateOf(deck));
}

/** The date that dates a deck: `SOURCE_DATE_EPOCH`, else the first day of the brief's own date. */
function dateOf(deck: Deck): Date {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && /^\d+$/.test(epoch)) return new Date(Number(epoch) * 1000);
  const asOf = parseDate(deck.asOf);
  return new Date(asOf ? spanOf(asOf)[0] : 0);
}
