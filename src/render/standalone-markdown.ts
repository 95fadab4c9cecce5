/** The Markdown as a file of its own: with the theme inside, so that Marp for VS Code opens it as it is. */
import postcss from 'postcss';
import { withoutFigures } from './data-tables.js';

/**
 * Markdown of a deck with its theme's stylesheet in the front matter and its charts as data URIs. `pictures` are SVGs
 * by the address of their image. Fonts stay outside: the reader's own are used. The
 * figures of a chart, which need a screen of their own, are in its alternative text.
 */
export function portable(markdown: string, css: string, pictures: ReadonlyMap<string, string>): string {
  const lines = overDefault(css)
    .trim()
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`));
  return (
    withoutFigures(markdown)
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

/** Matches every section, with the specificity of an id: no selector of Marp's theme has one. */
const OVER = ':not(#_)';

/**
 * Marp puts a theme of its own under every style: nothing of it is left below a slide, whatever it selects, nor how it
 * sets the content of a slide in the middle.
 */
const RESET = `section${OVER} { place-content: revert; place-items: revert }\nsection${OVER} * { all: revert }`;

/** A theme's stylesheet over Marp's default theme. */
function overDefault(css: string): string {
  const root = postcss.parse(css);
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as postcss.AtRule).name)) return;
    rule.selectors = rule.selectors.map((selector) => {
      if (selector.startsWith(':root')) return selector;
      const [, below] = /^section(?![\w-])(.*)$/s.exec(selector) ?? [];
      return `section${OVER}${OVER}${below ?? ` ${selector}`}`;
    });
  });
  return `${RESET}\n${root.toString()}`;
}
