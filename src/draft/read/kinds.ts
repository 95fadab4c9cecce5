/** The kinds of sources. What a file holds decides; where it says nothing, the extension does. */
import { csv } from './csv.js';
import { docx } from './docx.js';
import { govuk } from './govuk.js';
import { html } from './html.js';
import type { SourceKind } from './kind.js';
import { markdown } from './markdown.js';
import { ninjs } from './ninjs.js';
import { pdf } from './pdf.js';
import { plain } from './plain.js';

export const KINDS: readonly SourceKind[] = [pdf, docx, govuk, ninjs, html, markdown, csv, plain];
