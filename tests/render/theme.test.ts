import Color from 'colorjs.io';
import { describe, expect, it } from 'vitest';
import { BriefError } from '../../src/core/problem.js';
import { loadTemplates, namesIn, type Templates } from '../../src/load/templates.js';
import { readTheme } from '../../src/render/theme.js';

const templates = await loadTemplates();

/** WCAG 2.2: 4.5:1 for text, 3:1 for lines and points that mean something. */
const ROLES = { ink: 4.5, soft: 4.5, accent: 4.5, warm: 4.5, mark: 3 };

const contrast = (one: string, other: string) => new Color(one).contrast(new Color(other), 'WCAG21');

const withThemes = (themes: Record<string, string>): Templates =>
  new Map(
    Object.entries(themes).map(([name, text]) => [
      `themes/${name}.css`,
      { name: `themes/${name}.css`, file: `mine/${name}.css`, text, isBuiltIn: false },
    ]),
  );

const problemOf = (themes: Record<string, string>, name: string) => {
  try {
    readTheme(withThemes(themes), name);
  } catch (error) {
    if (error instanceof BriefError) return error.problems[0];
    throw error;
  }
  return undefined;
};

describe.each(namesIn(templates, 'themes', '.css'))('theme %s', (name) => {
  const { tokens, css } = readTheme(templates, name);

  it('can be read: every role has enough contrast with the paper', () => {
    const paper = tokens.paper ?? '';
    for (const [role, least] of Object.entries(ROLES))
      expect.soft(contrast(tokens[role] ?? '', paper), role).toBeGreaterThanOrEqual(least);
    for (const colour of tokens.series?.split(/\s+/) ?? [])
      expect.soft(contrast(colour, paper), colour).toBeGreaterThanOrEqual(3);
  });

  it('shows the marking as a chip that stands out from the page', () => {
    // Black on a light page is seen by itself; on a dark one by its edge.
    const edge = Math.max(
      contrast('#000000', tokens.paper ?? ''),
      contrast(tokens['chip-edge'] ?? '', tokens.paper ?? ''),
    );
    expect(edge).toBeGreaterThanOrEqual(3);
  });

  it('loads nothing and mirrors for right-to-left', () => {
    expect(css).not.toMatch(/@import|url\(/);
    expect(css).not.toMatch(
      /(?:margin|padding|border)-(?:left|right)|text-align: (?:left|right)|^\s*(?:left|right):/m,
    );
  });

  it('uses only the tokens it sets', () => {
    const used = [...css.matchAll(/var\(--([\w-]+)/g)].map(([, token]) => token ?? '');
    expect([...new Set(used)].filter((token) => !(token in tokens))).toEqual([]);
  });
});

describe('readTheme', () => {
  it('lays a theme over the one that it begins with', () => {
    const themes = {
      base: '/* @theme base\n * @fonts a.css */\n:root { --ink: #000; --paper: #fff; }\np { color: var(--ink); }',
      mine: "/* @theme mine\n * @fonts b.css */\n@import 'base';\n:root { --ink: #111; }",
    };
    const theme = readTheme(withThemes(themes), 'mine');
    expect(theme.tokens).toEqual({ ink: '#111', paper: '#fff' });
    expect([...theme.fonts].sort()).toEqual(['a.css', 'b.css']);
    expect(theme.css.match(/@theme/g)).toHaveLength(1);
    expect(theme.css.indexOf('#000')).toBeLessThan(theme.css.indexOf('#111'));
  });

  it('says where an import leads nowhere, in a circle or out of the folder', () => {
    expect(problemOf({ mine: "@import 'plan';" }, 'mine')).toMatchObject({ code: 'unknown-theme' });
    expect(problemOf({ a: "@import 'b';", b: "\n@import 'a';" }, 'a')).toMatchObject({
      message: 'imports "a", which imports it',
      file: 'mine/b.css',
      line: 2,
    });
    for (const address of ["'https://fonts.example/x.css'", "url('plain')", "'../plain'"])
      expect(problemOf({ mine: `@import ${address};` }, 'mine')).toMatchObject({
        code: 'offline',
        line: 1,
      });
  });
});
