/** A theme file read for what stands outside CSS: the fonts it wants, and the tokens that charts share with it. */
import postcss from 'postcss';
import type { Templates } from '../load/templates.js';
import { namesIn } from '../load/templates.js';
import { BriefError, suggest } from '../problem.js';

export interface Theme {
  name: string;
  css: string;
  /** Values of its custom properties, by name without the hyphens. */
  tokens: Readonly<Record<string, string>>;
  /** Stylesheets of font packages: `@fontsource/public-sans/400.css`. */
  fonts: readonly string[];
}

/** Reads `themes/<name>.css`. Throws {@link BriefError} where there is none, or where it is no CSS. */
export function readTheme(templates: Templates, name: string): Theme {
  const template = templates.get(`themes/${name}.css`);
  if (!template) {
    const known = namesIn(templates, 'themes', '.css');
    throw new BriefError([
      { code: 'unknown-theme', message: `there is no theme "${name}"`, hint: suggest(name, known) },
    ]);
  }
  const tokens: Record<string, string> = {};
  try {
    postcss.parse(template.text).walkDecls(/^--/, (declaration) => {
      tokens[declaration.prop.slice(2)] ??= declaration.value;
    });
  } catch (error) {
    const { line, column, reason } = error as { line?: number; column?: number; reason?: string };
    throw new BriefError([
      {
        code: 'bad-theme',
        message: `is no valid CSS: ${reason ?? String(error)}`,
        file: template.file,
        line,
        column,
      },
    ]);
  }
  const fonts = /^[ *]*@fonts +(.+)$/m.exec(template.text)?.[1]?.trim().split(/\s+/) ?? [];
  return { name, css: template.text, tokens, fonts };
}
