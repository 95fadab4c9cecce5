/** What a chart takes from a theme: its font and its colours by role. */
export interface ChartStyle {
  family: string;
  ink: string;
  soft: string;
  rule: string;
  paper: string;
  accent: string;
  /** One colour a series, each at least 3:1 on the paper. */
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

/** The colour of a series; those beyond the palette are not told apart by colour. */
export function seriesColour(style: ChartStyle, i: number): string {
  return style.series[i] ?? style.soft;
}
