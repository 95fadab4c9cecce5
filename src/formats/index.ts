/** The output formats. A new one is a file in this folder, and its line here. */
import type { Format } from './format.js';
import { html } from './html.js';
import { md } from './md.js';
import { pdf } from './pdf.js';
import { png } from './png.js';

export const FORMATS: readonly Format[] = [html, pdf, md, png];
