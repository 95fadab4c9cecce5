/** The colours of every built-in theme, as they are seen: with three colour-vision deficiencies, and in grey print. */
import {
  type Color,
  converter,
  differenceEuclidean,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori';
import { describe, expect, it } from 'vitest';
import { chartStyle } from '../../src/charts/draw/style.js';
import { loadTemplates, namesIn } from '../../src/load/templates.js';
import { readTheme } from '../../src/render/theme.js';

const templates = await loadTemplates();
const difference = differenceEuclidean('oklab');
const lightness = converter('oklab');

const SEEN: Readonly<Record<string, (colour: Color) => Color>> = {
  'with full colour vision': (colour) => colour,
  'without red (protanopia)': filterDeficiencyProt(1),
  'without green (deuteranopia)': filterDeficiencyDeuter(1),
  'without blue (tritanopia)': filterDeficiencyTrit(1),
};

describe.each(namesIn(templates, 'themes', '.css'))('theme %s', (name) => {
  const style = chartStyle(readTheme(templates, name).tokens);
  const colours = style.series.map((text) => parse(text)).filter((colour) => colour !== undefined);
  const pairs = colours.flatMap((one, i) => colours.slice(i + 1).map((other) => [one, other] as const));

  it('has six colours', () => {
    expect(colours).toHaveLength(6);
  });

  // 0.02 in OKLab is about what can just be seen; areas far from each other need several times that.
  it.each(Object.keys(SEEN))('keeps them apart %s', (how) => {
    const see = SEEN[how] ?? ((colour: Color) => colour);
    for (const [one, other] of pairs) expect(difference(see(one), see(other))).toBeGreaterThan(0.08);
  });

  it('keeps neighbours apart in grey print', () => {
    const greys = colours.map((colour) => lightness(colour).l);
    greys.slice(1).forEach((grey, i) => {
      expect(Math.abs(grey - (greys[i] ?? 0))).toBeGreaterThan(0.1);
    });
    for (const [one, other] of pairs)
      expect(Math.abs(lightness(one).l - lightness(other).l)).toBeGreaterThan(0.035);
  });

  it('has 3:1 against its paper in every colour, and 4.5:1 in what is small', () => {
    for (const colour of [...style.series, style.accent])
      expect(wcagContrast(colour, style.paper)).toBeGreaterThanOrEqual(3);
    for (const colour of [style.ink, style.soft])
      expect(wcagContrast(colour, style.paper)).toBeGreaterThanOrEqual(4.5);
  });
});
