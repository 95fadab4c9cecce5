/** What a chart takes from a theme: its font and its colours by role. */
import Color from '../../vendor/colorjs.js';

export interface ChartStyle {
  family: string;
  ink: string;
  soft: string;
  rule: string;
  paper: string;
  accent: string;
  /** One colour a series, each at least 3:1 on the paper: names in it are large and bold. */
  series: readonly string[];
}

/** The style in a theme's tokens (custom properties); what a theme leaves out is black on white. */
export function chartStyle(tokens: Readonly<Record<string, string>>): ChartStyle {
  return {
    family: tokens.font?.replace(/["']/g, '') ?? 'sans-serif',
    ink: tokens.ink ?? '#000000',
    soft: tokens.soft ?? '#444444',
    rule: tokens.rule ?? '#cccccc',
    paper: tokens.paper ?? '#ffffff',
    accent: tokens.accent ?? '#000000',
    series: tokens.series?.split(/\s+/) ?? ['#000000'],
  };
}

/** A CSS font in the style's family. */
export function fontOf(style: ChartStyle, size: number, weight = 400): string {
  return `${weight} ${size}px "${style.family}"`;
}

/** Ink or paper: what is read better on a colour. */
export function textOn(colour: string, { ink, paper }: ChartStyle): string {
  return contrast(paper, colour) >= contrast(ink, colour) ? paper : ink;
}

function contrast(one: string, other: string): number {
  return new Color(one).contrast(other, 'WCAG21');
}

const UNCERTAIN = 'uncertain ';

/** A colour for what is not certain: as a fill it is drawn hatched, as a stroke dashed. No other colour is written so. */
export function uncertain(colour: string): string {
  return UNCERTAIN + colour;
}

/** The colour that is drawn hatched or dashed; `undefined` for every other. */
export function uncertainColour(colour: string): string | undefined {
  return colour.startsWith(UNCERTAIN) ? colour.slice(UNCERTAIN.length) : undefined;
}

/** The colour of a series; those beyond the palette are not told apart by colour. */
export function seriesColour(style: ChartStyle, i: number): string {
  return style.series[i] ?? style.soft;
}
