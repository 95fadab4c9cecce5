/**
 * Data stays text: one escaper per context. Text in Markdown is written with character references for everything
 * that could be structure; CommonMark decodes them to plain characters that can no longer be structure
 * (spec 0.31, 2.5), and so do HTML text and attributes. So one escaper serves all three, and a table cell too.
 */

/** Characters that Markdown, Marp, a linkifier or HTML may act on, wherever they stand. */
const ACTIVE = /[\\`*_{}[\]<>#+|~$@&"'=:^]/gu;

const reference = (character: string) => `&#${character.codePointAt(0)};`;

/** In an attribute Marp resolves numeric references before the browser does: only the named one survives both. */
const ampersandFirst = (character: string) => (character === '&' ? '&amp;' : reference(character));

/** Text for Markdown, for a table cell, for HTML text and for a quoted attribute. White space is folded. */
export function escapeText(value: string): string {
  return (
    fold(value)
      .replace(ACTIVE, ampersandFirst)
      // A full stop is active after digits (a list) and inside a word (a link); a slash beside a slash (a link).
      .replace(/(?<=\d)\.(?=\s|$)|(?<=\S)\.(?=\S)|\/(?=\/)|(?<=\/)\/|(?<=;)\//gu, reference)
      // A hyphen is active at the start (a list, a rule), a bracket after digits (a list), a mark before a bracket (an image).
      .replace(/^-|(?<=-)-|-(?=-)|(?<=\d)\)|!$/gu, reference)
  );
}

/**
 * Text for a speaker note: one paragraph of an HTML comment that can neither end it nor be a directive. Marp reads a
 * comment as YAML: nothing in it may be a key. The first colon is the one that would end a key; a brace or a question
 * mark could open one; and remarks to linters are dropped.
 */
export function escapeNote(value: string): string {
  return fold(value)
    .replace(/[&<>{]/g, reference)
    .replace(/--/g, '&#45;&#45;')
    .replace(/:(?=\s|$)/, reference)
    .replace(/^((?:[&!]\S*\s+)*)\?/, (_, before: string) => before + reference('?'))
    .replace(/^(?:l(?=int )|m(?=arkdownlint-)|p(?=rettier-))/, reference);
}

/** A YAML string on one line, in quotes: JSON strings are YAML strings (YAML 1.2, 1.3). */
export function escapeYaml(value: string): string {
  return JSON.stringify(fold(value)).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** An http, https or mailto address for an attribute; nothing for any other scheme. */
export function escapeUrl(value: string): string {
  try {
    const url = new URL(value);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol)
      ? url.href.replace(/[&"'<>()\\`*_{}[\]|~]/g, ampersandFirst)
      : '';
  } catch {
    return '';
  }
}

function fold(value: string): string {
  // Inside a text, spaces that hold words together (U+00A0, U+202F) stay as they are.
  return value.replace(/[\t\n\v\f\r \u2028\u2029]+/g, ' ').trim();
}
