/** What a chart takes from a theme: its font and its colours by role. */
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

/** Contrast of two colours (#rrggbb), 1 to 21 (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colour of a series; those beyond the palette are not told apart by colour. */
export function seriesColour(style: ChartStyle, i: number): string {
  return style.series[i] ?? style.soft;
}
