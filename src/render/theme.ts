/** A theme file read for what stands outside CSS: the fonts it wants, and the tokens that charts share with it. */
import postcss from 'postcss';
import { BriefError, suggest } from '../core/problem.js';
import type { Templates } from '../load/templates.js';
import { namesIn } from '../load/templates.js';

export interface Theme {
  name: string;
  /** The whole stylesheet, with that of the theme it begins with. */
  css: string;
  /** Values of its custom properties, by name without the hyphens. */
  tokens: Readonly<Record<string, string>>;
  /** Stylesheets of font packages: `@fontsource/public-sans/400.css`. */
  fonts: readonly string[];
}

/** Tokens that are written into charts and handouts, and what they may be there: colours, and names of fonts. */
const OUTSIDE_CSS = new Set(['font', 'ink', 'soft', 'rule', 'paper', 'accent', 'series']);
const PLAIN = /^(?!.*\burl\()(?:[\p{L}\p{N}\s#(),.%/_-]|"[\p{L}\p{N}\s_-]+"|'[\p{L}\p{N}\s_-]+')*$/isu;

/** A stylesheet inside a package: no path of the disk. */
const FONT_PACKAGE = /^(?:@[\w-][\w.-]*\/)?[\w-][\w.-]*(?:\/[\w-][\w.-]*)*\.css$/;

/**
 * Reads `themes/<name>.css`, which may begin with another theme: `@import 'plain';`. Throws {@link BriefError} where
 * there is none, where it is no CSS, or where it imports itself or anything that is no theme.
 */
export function readTheme(templates: Templates, name: string): Theme {
  const fonts = new Set<string>();
  const root = parseTheme(templates, name, [], fonts);
  const tokens: Record<string, string> = {};
  root.walkRules(':root', (rule) => {
    rule.walkDecls(/^--/, (declaration) => {
      tokens[declaration.prop.slice(2)] = declaration.value;
    });
  });
  return { name, css: `/* @theme ${name} */\n${root.toString()}`, tokens, fonts: [...fonts] };
}

/** The rules of a theme after those of the theme it begins with. `above` are the themes that led here. */
function parseTheme(
  templates: Templates,
  name: string,
  above: readonly string[],
  fonts: Set<string>,
): postcss.Root {
  const template = templates.get(`themes/${name}.css`);
  if (!template) {
    const known = namesIn(templates, 'themes', '.css');
    throw new BriefError([
      { code: 'unknown-theme', message: `there is no theme "${name}"`, hint: suggest(name, known) },
    ]);
  }
  const fail = (
    message: string,
    place: { line?: number | undefined; column?: number | undefined } = {},
    code = 'bad-theme',
  ) => new BriefError([{ code, message, file: template.file, ...place }]);
  let root: postcss.Root;
  try {
    root = postcss.parse(template.text);
  } catch (error) {
    const { line, column, reason } = error as { line?: number; column?: number; reason?: string };
    throw fail(`is no valid CSS: ${reason ?? String(error)}`, { line, column });
  }
  root.walkDecls(/^--/, ({ prop, value, source }) => {
    if (OUTSIDE_CSS.has(prop.slice(2)) && !PLAIN.test(value))
      throw fail(
        `${prop} is "${value}": charts and handouts have it outside CSS too, as a colour or a font`,
        {
          line: source?.start?.line,
          column: source?.start?.column,
        },
      );
  });
  root.walkAtRules(/^import$/i, (rule) => {
    const imported = /^["']([\w-]+)["']$/.exec(rule.params)?.[1];
    const { line, column } = rule.source?.start ?? {};
    if (imported === undefined || rule.parent !== root)
      throw fail("may import only another theme, by its name: @import 'plain';", { line, column }, 'offline');
    if (imported === name || above.includes(imported))
      throw fail(`imports "${imported}", which imports it`, { line, column });
    rule.replaceWith(parseTheme(templates, imported, [...above, name], fonts).nodes);
  });
  root.walkComments((comment) => {
    const named = /^[ *]*@fonts +(.+)$/m.exec(comment.text)?.[1]?.trim().split(/\s+/) ?? [];
    for (const font of named) {
      if (!FONT_PACKAGE.test(font))
        throw fail(
          `"${font}" is no stylesheet of a font package, such as "@fontsource/public-sans/400.css"`,
          {
            line: comment.source?.start?.line,
          },
        );
      fonts.add(font);
    }
    if (/@theme\b/.test(comment.text)) comment.remove();
  });
  return root;
}
