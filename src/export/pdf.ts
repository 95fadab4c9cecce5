/** A printable document to a PDF: tagged, outlined, dated by the brief and by nothing else. */
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from 'puppeteer-core';
import type { DocumentHead } from '../render/document.js';

/** Prints a document on an open page, 1280×720 CSS pixels a slide. */
export async function printPdf(page: Page, html: string): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load' });
  return page.pdf({
    width: '1280px',
    height: '720px',
    printBackground: true,
    preferCSSPageSize: true,
    tagged: true,
    outline: true,
  });
}

/** Writes title, author, language and dates into a PDF. `date` dates it; the clock does not. */
export async function describePdf(
  pdf: Uint8Array,
  head: DocumentHead,
  subject: string,
  date: Date,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  document.setTitle(head.title, { showInWindowTitleBar: true });
  if (head.author !== undefined) document.setAuthor(head.author);
  document.setSubject(subject);
  document.setLanguage(head.language);
  document.setCreator('briefdeck');
  document.setCreationDate(date);
  document.setModificationDate(date);
  return document.save();
}
