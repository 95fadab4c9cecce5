/** Parts of a text between an opening and a closing, taken out in one pass: an opening that is never closed costs no more. */

/**
 * A text without what stands from each opening to the next closing, with `instead` in its place. `close` gives the
 * pattern of the closing; where none follows, the opening stays.
 */
export function withoutBlocks(
  text: string,
  opening: RegExp,
  close: (opening: RegExpExecArray) => string,
  instead: string,
): string {
  const open = new RegExp(opening.source, 'gi');
  const unclosed = new Set<string>();
  let kept = '';
  let from = 0;
  for (let match = open.exec(text); match; match = open.exec(text)) {
    const pattern = close(match);
    if (unclosed.has(pattern)) continue;
    const closing = new RegExp(pattern, 'gi');
    closing.lastIndex = open.lastIndex;
    if (!closing.test(text)) {
      unclosed.add(pattern);
      continue;
    }
    kept += text.slice(from, match.index) + instead;
    from = closing.lastIndex;
    open.lastIndex = from;
  }
  return kept + text.slice(from);
}

/** HTML without its scripts and styles, with `instead` in the place of each. */
export function withoutCode(html: string, instead = ''): string {
  return withoutBlocks(html, /<(script|style)\b/, ([, tag = '']) => `</${tag.toLowerCase()}>`, instead);
}
