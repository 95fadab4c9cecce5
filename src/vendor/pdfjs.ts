/** pdf.js with its worker in the same file: it runs in the thread that reads. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

export { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
