/** The Markdown as a file of its own: with the theme inside, so that Marp for VS Code opens it as it is. */

/**
 * Markdown of a deck with its theme's stylesheet in the front matter and its charts as data URIs. `pictures` are SVGs
 * by the address of their image. Fonts stay outside: the reader's own are used.
 */
export function portable(markdown: string, css: string, pictures: ReadonlyMap<string, string>): string {
  const lines = css
    .trim()
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`));
  return (
    markdown
      .replace(/^theme: .*$/m, () => `theme: default\nstyle: |\n${lines.join('\n')}`)
      // The address may have passed the templates’ escaper.
      .replace(/ src="(?:#|&#35;)((?:chart|picture)-[0-9a-f]+)"/g, (image, address: string) => {
        const picture = pictures.get(`#${address}`);
        if (picture === undefined) return image;
        if (picture.startsWith('data:')) return ` src="${picture}"`;
        return ` src="data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}"`;
      })
  );
}
