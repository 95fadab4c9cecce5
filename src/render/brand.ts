/** A theme in the colours and fonts of a house. Colours that cannot be read are moved until they can, and it is told. */

import type { Problem } from '../core/problem.js';
import { type Brand, COLOUR_ROLES, FONT_ROLES } from '../load/brand.js';
import { showPath } from '../load/schema-errors.js';
import Color from '../vendor/colorjs.js';
import type { Theme } from './theme.js';

/** WCAG 2.2, 1.4.3: text on its paper. */
const READABLE = 4.5;

/** WCAG 2.2, 1.4.11: what is drawn, on its paper. The colours of a theme are told apart by more than that. */
const VISIBLE = 3;

/** What text is set in. */
const TEXT_ROLES: readonly string[] = ['ink', 'soft', 'accent', 'warm'];

const TOKEN_OF_FONT = {
  text: 'font',
  headline: 'font-headline',
  number: 'font-number',
  label: 'font-label',
} as const;

/** Whether a theme is light on dark. */
export function isDark(theme: Theme): boolean {
  return (
    contrast(theme.tokens.paper ?? '#ffffff', '#ffffff') >
    contrast(theme.tokens.paper ?? '#ffffff', '#000000')
  );
}

/** The theme as the house wears it, and a warning for each of its colours that text could not be set in. */
export function applyBrand(theme: Theme, brand: Brand): { theme: Theme; warnings: Problem[] } {
  const dark = isDark(theme);
  const { accent, warm, series } = brand.colours;
  const own = dark ? { accent, warm, series, ...brand.dark } : brand.colours;
  const from = (role: string) => [dark && role in brand.dark ? 'dark' : 'colours', role];
  const paper = own.paper ?? theme.tokens.paper ?? '#ffffff';
  const warnings: Problem[] = [];
  const read = (name: string, colour: string, path: readonly PropertyKey[]): string => {
    const readable = readableOn(colour, paper);
    if (readable !== colour) {
      const was = contrast(colour, paper);
      warnings.push({
        code: 'brand-colour',
        message:
          `${name} ${colour} has a contrast of ${ratio(was)} with the paper ${paper} of the theme "${theme.name}": ` +
          `text and lines are set in ${readable} (${ratio(contrast(readable, paper))})${name === 'accent' ? `, areas in ${colour}` : ''}`,
        hint: `Text needs ${ratio(READABLE)}. Give another colour to choose it yourself.`,
        file: brand.file,
        ...brand.placeOf(path),
        path: showPath(path),
      });
    }
    return readable;
  };
  const tokens: Record<string, string> = {};
  for (const role of COLOUR_ROLES) {
    const colour = own[role];
    // Other paper under the theme's own colours asks for the same care.
    const value = colour ?? (own.paper === undefined ? undefined : theme.tokens[role]);
    if (value === undefined) continue;
    tokens[role] = TEXT_ROLES.includes(role) ? read(role, value, colour ? from(role) : from('paper')) : value;
  }
  if (tokens.ink !== undefined) tokens.mark = tokens.ink;
  if (own.accent !== undefined) tokens.brand = own.accent;
  const [, ...others] = theme.tokens.series?.split(/\s+/) ?? [];
  tokens.series = own.series
    ? own.series.map((colour, i) => read(`series ${i + 1}`, colour, [...from('series'), i])).join(' ')
    : [tokens.accent ?? theme.tokens.accent ?? '#000000', ...others]
        .map((colour) => readableOn(colour, paper, VISIBLE))
        .join(' ');
  if (tokens.brand !== undefined) tokens['on-brand'] = inkOn(tokens.brand);
  for (const role of FONT_ROLES) {
    const follows = theme.tokens[TOKEN_OF_FONT[role]] === theme.tokens.font ? brand.families.text : undefined;
    const family = brand.families[role] ?? follows;
    if (family !== undefined) tokens[TOKEN_OF_FONT[role]] = `'${family}'`;
  }
  const rules = Object.entries(tokens).map(([token, value]) => `  --${token}: ${value};\n`);
  const css = `${theme.css}\n:root {\n${rules.join('')}}\n`;
  return { theme: { ...theme, css, tokens: { ...theme.tokens, ...tokens } }, warnings };
}

/** The nearest colour of the same hue that can be read on the paper: darker on light paper, lighter on dark. */
export function readableOn(colour: string, paper: string, least = READABLE): string {
  if (contrast(colour, paper) >= least) return colour;
  const { coords } = new Color(colour).to('oklch');
  const [lightness, chroma, hue] = coords;
  const end = contrast('#000000', paper) > contrast('#ffffff', paper) ? 0 : 1;
  const at = (share: number) => {
    const l = (lightness ?? 0) + (end - (lightness ?? 0)) * share;
    return new Color('oklch', [l, chroma ?? 0, hue ?? 0])
      .to('srgb')
      .toGamut({ space: 'srgb' })
      .toString({ format: 'hex', collapse: false });
  };
  let [near, far] = [0, 1];
  for (let step = 0; step < 12; step++) {
    const middle = (near + far) / 2;
    if (contrast(at(middle), paper) >= least) far = middle;
    else near = middle;
  }
  return at(far);
}

/** Black or white, whichever can be read better on a colour. */
export function inkOn(colour: string): string {
  return contrast('#000000', colour) >= contrast('#ffffff', colour) ? '#000000' : '#ffffff';
}

function contrast(one: string, other: string): number {
  return new Color(one).contrast(new Color(other), 'WCAG21');
}

/** `1.6:1`, never more than it is. */
function ratio(value: number): string {
  return `${Math.floor(value * 10) / 10}:1`;
}
