/** The Markdown as a file of its own: with the theme inside, so that Marp for VS Code opens it as it is. */

/** Markdown of a deck with its theme's stylesheet in the front matter. Fonts stay outside: the reader's own are used. */
export function portable(markdown: string, css: string): string {
  const lines = css
    .trim()
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`));
  return markdown.replace(/^theme: .*$/m, () => `theme: default\nstyle: |\n${lines.join('\n')}`);
}
